import fc from "fast-check";
import { it } from "vitest";
import { expectMergeable } from "../../../../scripts/mergeable.ts";
import { type SiteSearch, searchCounts } from "../../src/index.ts";

const search = fc.record({
  at: fc.integer({ min: -1e9, max: 1e9 }),
  topics: fc.array(fc.constantFrom("tea", "pots", "茶", "__proto__"), { maxLength: 3 }),
});

it("counts searches alike, however they are split", () => {
  expectMergeable(searchCounts, search as unknown as fc.Arbitrary<SiteSearch>);
});

import { type FaqEntryInput, lintKnowledge } from "@kefu/faq";
import fc from "fast-check";
import { expect, it } from "vitest";

const id = fc.constantFrom("a", "b", "c", "d");
const text = fc.constantFrom("How do I return it?", "退货", "Where is my order?", "发票");
const entries: fc.Arbitrary<FaqEntryInput[]> = fc.uniqueArray(
  fc.record({
    id,
    question: fc.dictionary(fc.constantFrom("en", "zh-Hans"), text, { minKeys: 1 }),
    related: fc.array(id, { maxLength: 2 }),
    status: fc.constantFrom("draft" as const, "published" as const, "archived" as const),
  }),
  { selector: ({ id }) => id },
);

it("every finding points into an entry that is not archived", () => {
  fc.assert(
    fc.property(entries, (given) => {
      for (const { entryId, path } of lintKnowledge(given)) {
        const entry = given.find(({ id }) => id === entryId);
        expect(entry?.status).not.toBe("archived");
        const place = path.reduce<unknown>((part, key) => Reflect.get(Object(part), key), entry);
        expect(place).not.toBeUndefined();
      }
    }),
    { numRuns: 50 },
  );
});

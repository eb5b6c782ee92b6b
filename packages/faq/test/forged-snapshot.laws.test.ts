import fc from "fast-check";
import { expect, it } from "vitest";
import {
  buildFaqIndex,
  type FaqIndex,
  FaqSnapshotError,
  faqSnapshot,
  loadFaqIndex,
  relatedFaq,
  searchFaq,
  suggestFaq,
  updateFaqIndex,
} from "../src/index.ts";
import { checksum } from "../src/snapshot-bytes.ts";
import { helpBase } from "./help-base.ts";

const HEADER = 16;
const genuine = new Uint8Array(faqSnapshot(buildFaqIndex(helpBase)));

/** A snapshot in which some bytes are others, with a checksum that says it is sound. */
function forged(changes: readonly (readonly [at: number, to: number])[]): Uint8Array {
  const bytes = genuine.slice();
  for (const [at, to] of changes) bytes[HEADER + (at % (bytes.length - HEADER))] = to;
  new DataView(bytes.buffer).setUint32(12, checksum(bytes.subarray(HEADER)), true);
  return bytes;
}

function loaded(bytes: Uint8Array): FaqIndex | undefined {
  try {
    return loadFaqIndex(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(FaqSnapshotError);
    return undefined;
  }
}

const markOdd = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? "no number" : value;

function ask(index: FaqIndex): void {
  for (const query of ["retrun a parcel", "我想退貨", "kettle"]) {
    const result = searchFaq(index, query, { locale: "en", facets: ["category", "tag"] });
    // Whatever is worked out on demand is worked out here.
    expect(JSON.stringify(result, markOdd)).not.toContain("no number");
    expect(result.confidence).toBeGreaterThanOrEqual(0);
    suggestFaq(index, query, { locale: "en" });
  }
  for (const { id } of helpBase) relatedFaq(index, id, { locale: "en", audience: "admin" });
}

it("is refused, or can be searched, changed, brought in order and stored like any other", () => {
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const index = loaded(forged(changes));
      if (index === undefined) return;
      ask(index);
      updateFaqIndex(index, { put: helpBase.slice(0, 3) });
      updateFaqIndex(index, { remove: helpBase.slice(0, 5).map(({ id }) => id) });
      ask(index);
      const stored = faqSnapshot(index);
      ask(index);
      ask(loadFaqIndex(stored));
    }),
    { numRuns: 60 },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROTOTYPE_NAMES } from "../../../scripts/any-text.ts";
import { expectMergeable } from "../../../scripts/mergeable.ts";
import { fitItemItem, itemCounts, itemModelSnapshot } from "../src/index.ts";

const id = fc.oneof(
  fc.constantFrom("a", "b", "c", "d", ...PROTOTYPE_NAMES),
  fc.string({ minLength: 1, maxLength: 3 }),
);
const basket = fc.array(id, { maxLength: 9 });

describe("counting", () => {
  it("does not depend on how baskets are split, ordered or stored", () => {
    expectMergeable(itemCounts, basket);
  });

  it("counts many at once as it counts one by one", () => {
    fc.assert(
      fc.property(fc.array(basket, { maxLength: 20 }), (baskets) => {
        const once = itemCounts.addAll(itemCounts.create(), baskets);
        const each = baskets.reduce(itemCounts.add, itemCounts.create());
        expect(itemCounts.finish(once)).toEqual(itemCounts.finish(each));
        expect(each.parts.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it("leads to the same model in any order of baskets and items", () => {
    fc.assert(
      fc.property(fc.array(basket, { maxLength: 12 }), (baskets) => {
        const turned = baskets.map((one) => [...one].reverse()).reverse();
        const bytes = (given: string[][]) => new Uint8Array(itemModelSnapshot(fitItemItem(given)));
        expect(bytes(turned)).toEqual(bytes(baskets));
      }),
    );
  });

  it("refuses what is no sum", () => {
    for (const sum of [null, {}, { parts: [{}] }, { parts: [null] }]) {
      expect(() => itemCounts.finish(sum as never)).toThrow("must come from itemCounts");
    }
  });
});

import { type Accumulator, InvalidInputError } from "@kefu/core";
import { type Basket, numberBaskets } from "./baskets.ts";
import { countBaskets, type ItemCounts, mergeCounts, readCounts } from "./item-counts.ts";
import { reading } from "./reading.ts";

/**
 * Counts that more can be added to, in plain JSON. Each part is about twice as large as the next, so that adding a basket
 * neither changes nor copies all that was counted before.
 */
export interface ItemCountSum {
  /** Counts that are still to be merged. */
  readonly parts: readonly ItemCounts[];
}

/** How {@link itemCounts} counts: an accumulator that also takes many baskets at once, which is faster. */
export interface ItemCounting extends Accumulator<Basket, ItemCountSum, ItemCounts> {
  /** The sum with many more baskets. */
  readonly addAll: (sum: ItemCountSum, baskets: readonly Basket[]) => ItemCountSum;
}

/**
 * Counts in how many baskets items are, alone and together. Split the baskets any way, count the parts anywhere, merge in any
 * order: the counts are the same to the last digit. Keep the sum, and add today's baskets to it.
 *
 * An item that stands twice in a basket counts once; an empty basket does not count. Every function throws `InvalidInputError` for
 * what is no sum and no basket, and for baskets of more than 2,000 different items.
 *
 * @example
 * ```ts
 * import { itemCounts } from "@kefu/recommendation";
 *
 * const monday = itemCounts.addAll(itemCounts.create(), [["tea", "cup"], ["tea"]]);
 * const tuesday = itemCounts.add(itemCounts.create(), ["cup", "tea", "tea"]);
 * const { items, counts, pairs } = itemCounts.finish(itemCounts.merge(monday, tuesday));
 * [items, counts, pairs]; // => [["cup", "tea"], [2, 3], [0, 1, 2, 232792560]]
 * ```
 */
export const itemCounts: ItemCounting = {
  create: () => ({ parts: [] }),
  add: (sum, basket) => itemCounts.addAll(sum, [basket]),
  addAll: (sum, baskets) => {
    const parts = partsOf(sum);
    const counted = countBaskets(numberBaskets(baskets));
    return counted.baskets === 0 ? { parts } : { parts: withPart(parts, asJson(counted)) };
  },
  merge: (one, other) => ({ parts: partsOf(other).reduce(withPart, partsOf(one)) }),
  finish: (sum) =>
    partsOf(sum).reduceRight(
      (all, part) => mergeCounts(readCounts(part), all),
      asJson(countBaskets(numberBaskets([]))),
    ),
};

function withPart(parts: readonly ItemCounts[], part: ItemCounts): readonly ItemCounts[] {
  const last = parts.at(-1);
  if (last === undefined || weightOf(last) >= 2 * weightOf(part)) return [...parts, part];
  return withPart(parts.slice(0, -1), mergeCounts(readCounts(last), readCounts(part)));
}

const weightOf = ({ items, pairs }: ItemCounts): number => items.length + pairs.length;

function asJson(counts: ItemCounts): ItemCounts {
  return { ...counts, counts: Array.from(counts.counts), pairs: Array.from(counts.pairs) };
}

/** Parts are read when they are merged; here only that they can be told apart by size. */
function partsOf(sum: ItemCountSum): readonly ItemCounts[] {
  const isPart = (part: Partial<ItemCounts> | null) =>
    Array.isArray(part?.items) && Array.isArray(part?.pairs);
  const found = reading("item count sum", () => {
    const parts: unknown = (sum as ItemCountSum | null | undefined)?.parts;
    return Array.isArray(parts) && parts.length < 64 && parts.every(isPart) ? parts : undefined;
  });
  if (found !== undefined) return found;
  throw new InvalidInputError("item count sum", [
    { path: ["parts"], message: "must come from itemCounts" },
  ]);
}

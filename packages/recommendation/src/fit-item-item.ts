import { parseInput } from "@kefu/core";
import type { Basket } from "./baskets.ts";
import { ItemItemOptions, type ItemItemOptionsInput } from "./fit-options.ts";
import { countsOf, type ItemCounts } from "./item-counts.ts";
import type { ItemModel } from "./item-model.ts";
import { createRows, modelOfRows, pairsOfItems, type Rows } from "./neighbour-rows.ts";
import { measureOf } from "./similarity.ts";

/**
 * Learns which items go with which.
 *
 * @param given - baskets; or counts of them, as `itemCounts.finish` gives, which is how a model keeps in step with new baskets
 * @param options - by which measure, and how much is kept
 * @returns a model for `recommend` and `boughtTogether`; from no baskets one that knows nothing. Of neighbours that are equally strong the
 *   first ones by id are kept
 * @throws `InvalidInputError` naming what is wrong: baskets of more than 2,000 different items, counts that contradict each other
 *
 * @example
 * ```ts
 * import { fitItemItem, recommend } from "@kefu/recommendation";
 *
 * const model = fitItemItem([["tea", "cup"], ["tea", "cup", "pot"], ["pot", "tea"], ["soap"]]);
 * const found = recommend(model, ["cup"], { limit: 2 });
 * found.items.map(({ itemId }) => itemId); // => ["tea", "pot"]
 * ```
 */
export function fitItemItem(
  given: readonly Basket[] | ItemCounts,
  options: ItemItemOptionsInput = {},
): ItemModel {
  const parsed = parseInput(ItemItemOptions, "item-to-item options", options);
  const counts = countsOf(given);
  const { mode } = parsed;
  const neighbours = parsed.neighbours ?? (mode === "sar" ? counts.items.length : 200);
  const rows = createRows(counts.items.length, neighbours);
  addMeasuredRows(rows, counts, parsed);
  return modelOfRows(mode, counts, rows);
}

function addMeasuredRows(rows: Rows, all: ItemCounts, options: ItemItemOptions): void {
  const { items, counts, pairs, baskets } = all;
  const measure = measureOf(options, all);
  const eachPair = pairsOfItems(all);
  // One for all pairs: to make one for each takes longer than to measure it.
  const facts = { i: 0, j: 0, together: 0, shares: 0, from: 0, to: 0, baskets };
  for (let item = 0; item < items.length; item++) {
    facts.i = item;
    facts.from = counts[item] as number;
    eachPair(item, (other, pair) => {
      facts.j = other;
      facts.to = counts[other] as number;
      facts.together = pairs[pair + 2] as number;
      facts.shares = pairs[pair + 3] as number;
      if (facts.together >= options.minTogether) rows.add(other, facts.together, measure(facts));
    });
    rows.endRow();
  }
}

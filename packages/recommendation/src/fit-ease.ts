import { parseInput } from "@kefu/core";
import { z } from "zod";
import type { Basket } from "./baskets.ts";
import { easeWeights } from "./ease.ts";
import { neighboursOption } from "./fit-options.ts";
import { countsOf, type ItemCounts } from "./item-counts.ts";
import type { ItemModel } from "./item-model.ts";
import { createRows, modelOfRows, pairsOfItems, type Rows } from "./neighbour-rows.ts";

/** How firmly EASE believes what it has seen, and what is kept of it. */
export const EaseOptions = z.strictObject({
  /** What keeps small counts from being believed, in mean item counts. */
  ridge: z.number().min(0.01).max(1e6).default(2),
  /** How many neighbours of each item are kept, the strongest, be it for or against. */
  neighbours: neighboursOption.default(200),
});
/** How firmly EASE believes what it has seen, see the schema of the same name. */
export interface EaseOptions extends Readonly<z.output<typeof EaseOptions>> {}
/** The options as they are written: keys with a default may be left out. */
export interface EaseOptionsInput extends Readonly<z.input<typeof EaseOptions>> {}

/**
 * Learns which items go with which by linear regression of each item on all others (EASE): often better than `fitItemItem`, and
 * dearer. Time grows with the cube of the number of items, memory with its square: up to 4,000.
 *
 * @param given - baskets; or counts of them, as `itemCounts.finish` gives
 * @param options - how firmly it believes, and how much is kept
 * @returns a model as of `fitItemItem`, whose mode is `"ease"`
 * @throws `InvalidInputError` naming what is wrong: more than 4,000 items, and all that `fitItemItem` refuses
 * @see Harald Steck: Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019
 *
 * @example
 * ```ts
 * import { fitEase, recommend } from "@kefu/recommendation";
 *
 * const model = fitEase([["tea", "cup"], ["tea", "cup", "pot"], ["pot", "tea"], ["soap"]]);
 * recommend(model, ["cup"], { limit: 1 }).items.map(({ itemId }) => itemId); // => ["tea"]
 * ```
 */
export function fitEase(
  given: readonly Basket[] | ItemCounts,
  options: EaseOptionsInput = {},
): ItemModel {
  const { ridge, neighbours } = parseInput(EaseOptions, "EASE options", options);
  const counts = countsOf(given);
  const rows = createRows(counts.items.length, neighbours);
  addEaseRows(rows, counts, ridge);
  return modelOfRows("ease", counts, rows);
}

function addEaseRows(rows: Rows, all: ItemCounts, ridge: number): void {
  const { items, pairs } = all;
  const { size, weights } = easeWeights(all, ridge);
  const eachPair = pairsOfItems(all);
  const together = new Float64Array(items.length);
  for (let item = 0; item < items.length; item++) {
    together.fill(0);
    eachPair(item, (other, pair) => {
      together[other] = pairs[pair + 2] as number;
    });
    for (let other = 0; other < items.length; other++) {
      const weight = other === item ? 0 : (weights[item * size + other] as number);
      rows.add(other, together[other] as number, weight);
    }
    rows.endRow();
  }
}

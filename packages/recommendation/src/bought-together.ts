import { type Because, parseInput } from "@kefu/core";
import { z } from "zod";
import { contentOf, type ItemModel } from "./item-model.ts";
import { liftOf, logLikelihoodRatio } from "./similarity.ts";

/** When two items are said to be bought together often. */
export const BoughtTogetherOptions = z.strictObject({
  /** At most so many. */
  limit: z.int().min(1).max(10_000).default(5),
  /** In at least so many baskets. */
  minTogether: z.int().min(1).default(5),
  /** At least so unlikely by chance: 10.83 happens once in a thousand, 3.84 once in twenty. */
  minLogLikelihoodRatio: z.number().min(0).default(10.83),
});
/** When two items are said to be bought together often, see the schema of the same name. */
export interface BoughtTogetherOptions extends Readonly<z.output<typeof BoughtTogetherOptions>> {}
/** The options as they are written: keys with a default may be left out. */
export interface BoughtTogetherOptionsInput
  extends Readonly<z.input<typeof BoughtTogetherOptions>> {}

/** An item that is often bought together with another one. */
export interface Pair {
  /** Which item. */
  readonly itemId: string;
  /** In how many baskets both are. */
  readonly together: number;
  /** In how many baskets the other one is. */
  readonly of: number;
  /** How many times as often as by chance. Says nothing about how sure that is. */
  readonly lift: number;
  /** How sure it is that this is no chance. */
  readonly logLikelihoodRatio: number;
  /** The same for people: `item`, `together`, `of`, and `times`, the lift in words. */
  readonly because: Because<"often-together">;
}

/** Pairs of an item that are worth telling; or that the model does not know the item. */
export type BoughtTogether =
  | { readonly outcome: "found"; readonly pairs: readonly Pair[] }
  | { readonly outcome: "nothing-sure" }
  | { readonly outcome: "unknown-item"; readonly itemId: string };

/**
 * What is often bought together with an item, as far as it is no chance. Enough baskets and Dunning's test decide whether it is
 * said, the measure of the model decides the order, and the lift is for the words alone: ranked by it, the rarest pairs would win.
 *
 * @param model - from `fitItemItem`; only neighbours that it keeps are found
 * @throws `InvalidInputError` when an argument is not what is asked for
 *
 * @example
 * ```ts
 * import { boughtTogether, fitItemItem } from "@kefu/recommendation";
 *
 * const baskets = [...Array(8).fill(["tea", "cup"]), ...Array(8).fill(["soap"])];
 * const model = fitItemItem(baskets);
 * const found = boughtTogether(model, "tea");
 * found.outcome === "found" && found.pairs.map(({ itemId, together, lift }) => [itemId, together, lift]);
 * // => [["cup", 8, 2]]
 * boughtTogether(model, "sofa"); // => { outcome: "unknown-item", itemId: "sofa" }
 * ```
 */
export function boughtTogether(
  model: ItemModel,
  itemId: string,
  options: BoughtTogetherOptionsInput = {},
): BoughtTogether {
  const { places, items, counts, baskets, starts, ...known } = contentOf(model);
  const id = parseInput(z.string(), "item id", itemId);
  const parsed = parseInput(BoughtTogetherOptions, "bought-together options", options);
  const place = places.get(id);
  if (place === undefined) return { outcome: "unknown-item", itemId: id };
  const from = counts[place] as number;
  const found: { pair: Pair; weight: number }[] = [];
  for (let at = starts[place] as number; at < (starts[place + 1] as number); at++) {
    const other = known.neighbours[at] as number;
    const pair = {
      together: known.together[at] as number,
      from,
      to: counts[other] as number,
      baskets,
    };
    if (pair.together < parsed.minTogether || liftOf(pair) <= 1) continue;
    const ratio = logLikelihoodRatio(pair);
    if (ratio < parsed.minLogLikelihoodRatio) continue;
    const { together } = pair;
    const lift = liftOf(pair);
    const facts = { item: id, together, of: from, times: lift.toFixed(1) };
    found.push({
      weight: known.weights[at] as number,
      pair: {
        ...{ itemId: items[other] as string, together, of: from, lift, logLikelihoodRatio: ratio },
        because: { code: "often-together", facts },
      },
    });
  }
  found.sort((one, other) => other.weight - one.weight || other.pair.together - one.pair.together);
  if (found.length === 0) return { outcome: "nothing-sure" };
  return { outcome: "found", pairs: found.slice(0, parsed.limit).map(({ pair }) => pair) };
}

import { type Because, Money, parseInput } from "@kefu/core";
import { z } from "zod";

/** Something in the catalogue, as far as a ladder asks. */
export const CatalogueItem = z.strictObject({
  /** Which item. */
  itemId: z.string().min(1).max(256),
  /** What one costs. */
  price: Money,
  /** What it is one of, such as `"teapots"`. Without it, the words of its name decide. */
  family: z.string().min(1).max(256).optional(),
  /** What it is called, in one language for all. */
  name: z.string().max(1000).optional(),
  /** How often it is bought. */
  popularity: z.number().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});
/** Something in the catalogue, see the schema of the same name. */
export interface CatalogueItem extends Readonly<z.output<typeof CatalogueItem>> {}
/** An item as it is written: keys with a default may be left out. */
export interface CatalogueItemInput extends Readonly<z.input<typeof CatalogueItem>> {}

const Catalogue = z.array(CatalogueItem).max(1_000_000);

/** How much dearer the next step may be. */
export const LadderOptions = z
  .strictObject({
    /** At least so many times the price, to four decimals; inclusive. */
    minStep: z.number().min(1).max(1000).default(1.1),
    /** At most so many times the price, to four decimals; inclusive. */
    maxStep: z.number().min(1).max(1000).default(2.5),
    /** At most so many. */
    limit: z.int().min(1).max(10_000).default(3),
    /** Without families: how alike names have to be, from 0 to 1. */
    minLikeness: z.number().min(0.05).max(1).default(0.35),
  })
  .refine(({ minStep, maxStep }) => minStep <= maxStep, {
    message: "must not be below minStep",
    path: ["maxStep"],
  });
/** How much dearer the next step may be, see the schema of the same name. */
export interface LadderOptions extends Readonly<z.output<typeof LadderOptions>> {}
/** The options as they are written: keys with a default may be left out. */
export interface LadderOptionsInput extends Readonly<z.input<typeof LadderOptions>> {}

/** A dearer item of the same family, and why it is offered. */
export interface LadderStep {
  /** Which item. */
  readonly itemId: string;
  /** What it costs. */
  readonly price: Money;
  /** `same-family` or `like-by-name`; `times` is how many times the price it costs, `popularity` how often it is bought. */
  readonly because: Because<"same-family" | "like-by-name">;
}

/** The steps up from an item; or that the catalogue does not have it. */
export type Ladder =
  | { readonly outcome: "found"; readonly steps: readonly LadderStep[] }
  | { readonly outcome: "no-step" }
  | { readonly outcome: "unknown-item"; readonly itemId: string };

/**
 * What to offer instead that is better and dearer: the same family, a fair step up in price, the most popular first.
 *
 * An item without family is compared by the rare words of its name, the last of which, the noun in English, counts double; Chinese by pairs of
 * characters. An item with a family and one without are never compared.
 *
 * @param catalogue - the items to choose from, which are read at each call: those of one shelf do. Of an id that stands twice the first
 *   counts. Other currencies are never a step
 * @param itemId - the item to step up from
 * @param options - how far
 * @returns steps in order of popularity, then of price, then as they stand in the catalogue. From a price of 0 there is none
 * @throws `InvalidInputError` when an argument is not what is asked for
 *
 * @example
 * ```ts
 * import { ladder } from "@kefu/recommendation";
 *
 * const pot = (itemId: string, amountMinor: number, popularity: number) =>
 *   ({ itemId, price: { amountMinor, currency: "EUR" }, family: "pots", popularity });
 * const catalogue = [pot("clay", 1000, 9), pot("iron", 2500, 5), pot("glass", 1100, 7), pot("gold", 2501, 1)];
 * const found = ladder(catalogue, "clay");
 * found.outcome === "found" && found.steps.map(({ itemId }) => itemId); // => ["glass", "iron"]
 * ```
 */
export function ladder(
  catalogue: readonly CatalogueItemInput[],
  itemId: string,
  options: LadderOptionsInput = {},
): Ladder {
  const { minLikeness, limit, ...steps } = parseInput(LadderOptions, "ladder options", options);
  const id = parseInput(z.string(), "item id", itemId);
  const items = parseInput(Catalogue, "catalogue", catalogue);
  const from = items.find((item) => item.itemId === id);
  if (from === undefined) return { outcome: "unknown-item", itemId: id };
  const isAlike =
    from.family === undefined ? likeByName(items, from, minLikeness) : sameFamily(from);
  const code = from.family === undefined ? "like-by-name" : "same-family";
  const seen = new Set([id]);
  const found = items
    .filter((item) => isStep(from.price, item.price, steps) && isAlike(item))
    .filter((item) => !seen.has(item.itemId) && seen.add(item.itemId))
    .sort(
      (one, other) =>
        other.popularity - one.popularity || one.price.amountMinor - other.price.amountMinor,
    )
    .slice(0, limit);
  if (found.length === 0) return { outcome: "no-step" };
  return { outcome: "found", steps: found.map((item) => stepOf(from, item, code)) };
}

function stepOf(
  from: CatalogueItem,
  to: CatalogueItem,
  code: "same-family" | "like-by-name",
): LadderStep {
  const { itemId, price, popularity } = to;
  const times = (price.amountMinor / from.price.amountMinor).toFixed(2);
  return { itemId, price, because: { code, facts: { item: from.itemId, times, popularity } } };
}

/** In ten-thousandths, so that 1.1 times 1000 is 1100. */
function isStep(
  from: Money,
  to: Money,
  { minStep, maxStep }: Pick<LadderOptions, "minStep" | "maxStep">,
) {
  const ratio = to.amountMinor * 10_000;
  const within = (step: number) => from.amountMinor * Math.round(step * 10_000);
  return (
    from.currency === to.currency &&
    from.amountMinor > 0 &&
    to.amountMinor > from.amountMinor &&
    ratio >= within(minStep) &&
    ratio <= within(maxStep)
  );
}

const sameFamily = (from: CatalogueItem) => (item: CatalogueItem) => item.family === from.family;

/** The cosine of the words, rare ones counting more. */
function likeByName(items: readonly CatalogueItem[], from: CatalogueItem, least: number) {
  const spread = new Map<string, number>();
  for (const item of items) {
    for (const word of wordsOf(item).keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  }
  const weigh = (item: CatalogueItem) => {
    const words = wordsOf(item);
    let sum = 0;
    for (const [word, times] of words) {
      const weight = times * Math.log(1 + items.length / (spread.get(word) ?? 1));
      words.set(word, weight);
      sum += weight ** 2;
    }
    return { words, length: Math.sqrt(sum) };
  };
  const own = weigh(from);
  return (item: CatalogueItem) => {
    if (item.family !== undefined) return false;
    const { words, length } = weigh(item);
    let product = 0;
    for (const [word, weight] of words) product += weight * (own.words.get(word) ?? 0);
    return product > 0 && product >= least * length * own.length;
  };
}

/** Words once, the last twice; Chinese by overlapping pairs, for it puts no space between words. */
function wordsOf({ name = "", family }: CatalogueItem): Map<string, number> {
  const words = new Map<string, number>();
  if (family !== undefined) return words;
  const all = name.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{M}]{2,}/gu) ?? [];
  const pieces = all.flatMap((word) =>
    /\p{Script=Han}/u.test(word) && word.length > 2 ? pairsOf(word) : [word],
  );
  for (const piece of pieces) words.set(piece, 1);
  const last = pieces.at(-1);
  return last === undefined ? words : words.set(last, 2);
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));

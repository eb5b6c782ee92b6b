import { type Because, Instant, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { affinitiesOf, type HistoryEntryInput } from "./history.ts";
import { contentOf, type ItemModel, type ModelContent, neighbourAt } from "./item-model.ts";

/** How many items to recommend, and which not. */
export const RecommendOptions = z.strictObject({
  /** At most so many. */
  limit: z.int().min(1).max(10_000).default(10),
  /** What to do with items that the customer has: never recommend them, or do (what is used up is bought again). */
  owned: z.enum(["exclude", "include"]).default("exclude"),
  /** Ids that are not to be recommended. */
  exclude: z.array(z.string()).max(1e6).readonly().default([]),
  /** Whether an item may be recommended: see `itemFilter`. What it throws is passed on. */
  where: z
    .custom<(itemId: string) => boolean>(
      (value) => typeof value === "function",
      "must be a function",
    )
    .optional(),
  /** From 0 (the best, however alike) to 1 (as different as can be). */
  diversity: z.number().min(0).max(1).default(0),
  /** What follows when the history leads to too few items: the most popular ones, or nothing. */
  fallback: z.enum(["popular", "none"]).default("popular"),
  /** The present; by default the latest moment of the history. */
  at: Instant.optional(),
  /** In how many days an entry of the history loses half its weight; for sar 30 by default, else never. */
  halfLifeDays: z.number().min(0.001).max(1e6).optional(),
});
/** How many items to recommend, see the schema of the same name. */
export interface RecommendOptions extends Readonly<z.output<typeof RecommendOptions>> {}
/** The options as they are written: keys with a default may be left out. */
export interface RecommendOptionsInput extends Readonly<z.input<typeof RecommendOptions>> {}

/** Why an item is recommended. */
export type RecommendationCode = "bought-with" | "goes-with" | "popular";

/** An item, how strongly it is recommended, and why. */
export interface Recommendation {
  /** Which item. */
  readonly itemId: string;
  /** Larger is stronger; compares within one list alone. 0 for what is merely popular. */
  readonly score: number;
  /**
   * `bought-with`: of `of` baskets with `item` (the one of the history that speaks most for it), `together` had it, too. `goes-with`: it
   * follows from `item` in a roundabout way. `popular`: it was in `count` of `of` baskets.
   */
  readonly because: Because<RecommendationCode>;
}

/** What is recommended, and what the model could not make use of. */
export interface Recommendations {
  /** `"personal"` when the history led to something, `"popular"` when only popularity is left, `"nothing"` when no item may be shown. */
  readonly outcome: "personal" | "popular" | "nothing";
  /** The strongest first; of equal ones the more popular, then the first by id. */
  readonly items: readonly Recommendation[];
  /** Ids of the history that the model does not know. */
  readonly unknownItems: readonly string[];
}

/**
 * What goes with what a customer has. When the history leads nowhere, because it is new, empty or unknown, the most popular items
 * follow, and say so.
 *
 * @param model - from `fitItemItem`
 * @param history - ids, or entries with rating and moment; what stands several times weighs several times
 * @param options - how many, and which not
 * @throws `InvalidInputError` when an argument is not what is asked for
 *
 * @example
 * ```ts
 * import { fitItemItem, recommend } from "@kefu/recommendation";
 *
 * const model = fitItemItem([["tea", "cup"], ["tea", "cup"], ["tea", "pot"], ["tea"]]);
 * const [first] = recommend(model, ["tea"]).items;
 * first?.because; // => { code: "bought-with", facts: { item: "tea", together: 2, of: 4 } }
 * recommend(model, ["sofa"], { limit: 1 });
 * // => { outcome: "popular", items: [{ itemId: "tea", score: 0, because: { code: "popular", facts: { count: 4, of: 4 } } }], unknownItems: ["sofa"] }
 * ```
 */
export function recommend(
  model: ItemModel,
  history: readonly HistoryEntryInput[],
  options: RecommendOptionsInput = {},
): Recommendations {
  const known = contentOf(model);
  const parsed = parseInput(RecommendOptions, "recommend options", options);
  const { limit, diversity, fallback, at } = parsed;
  const halfLifeDays = parsed.halfLifeDays ?? (known.mode === "sar" ? 30 : undefined);
  const { weights, unknown } = affinitiesOf(known, history, { halfLifeDays, at });
  const mayShow = filterOf(known, weights, parsed);
  const { scores, touched } = scoresOf(known, weights);
  const wanted = diversity === 0 ? limit : Math.min(known.items.length, Math.max(50, 3 * limit));
  const best = strongest(known, scores, touched, wanted, mayShow);
  const chosen = diversity === 0 ? best : spread(known, scores, best, limit, diversity);
  const items = chosen.map((place) => ({
    itemId: known.items[place] as string,
    score: scores[place] as number,
    because: reasonOf(known, weights, place),
  }));
  const outcome = items.length > 0 ? "personal" : "popular";
  if (fallback === "popular")
    items.push(...popularItems(known, limit - items.length, new Set(chosen), mayShow));
  return { outcome: items.length > 0 ? outcome : "nothing", items, unknownItems: [...unknown] };
}

type PlaceFilter = (place: number) => boolean;

function filterOf(
  { items, places }: ModelContent,
  owned: ReadonlyMap<number, number>,
  options: RecommendOptions,
): PlaceFilter {
  const excluded = new Set(options.exclude.map((id) => places.get(id)));
  const { where } = options;
  return (place) => {
    if (excluded.has(place) || (options.owned === "exclude" && owned.has(place))) return false;
    const answer: unknown = where === undefined || where(items[place] as string);
    if (typeof answer === "boolean") return answer;
    throw new InvalidInputError("recommend options", [
      { path: ["where"], message: "must answer true or false" },
    ]);
  };
}

function scoresOf(
  { items, starts, neighbours, weights }: ModelContent,
  affinities: ReadonlyMap<number, number>,
) {
  const scores = new Float64Array(items.length);
  const isTouched = new Uint8Array(items.length);
  const touched: number[] = [];
  for (const [place, affinity] of affinities) {
    const end = starts[place + 1] as number;
    for (let at = starts[place] as number; at < end; at++) {
      const other = neighbours[at] as number;
      if (isTouched[other] === 0) touched.push(other);
      isTouched[other] = 1;
      (scores[other] as number) += affinity * (weights[at] as number);
    }
  }
  return { scores, touched };
}

/** The strongest few; what cannot be among them is not even asked for. */
function strongest(
  { counts }: Pick<ModelContent, "counts">,
  scores: Float64Array,
  touched: readonly number[],
  most: number,
  mayShow: PlaceFilter,
): number[] {
  const least = touched.length > most ? thresholdOf(scores, touched, most) : 0;
  const compare = (one: number, other: number) =>
    (scores[other] as number) - (scores[one] as number) ||
    (counts[other] as number) - (counts[one] as number) ||
    one - other;
  const isAbove = (place: number) =>
    (scores[place] as number) > 0 && (scores[place] as number) >= least;
  const best = touched.filter((place) => isAbove(place) && mayShow(place)).sort(compare);
  if (best.length >= most || least === 0) return best.slice(0, most);
  // The filter took some away: look further down.
  return strongest({ counts }, scores, touched.filter(mayShow), most, () => true);
}

function thresholdOf(scores: Float64Array, touched: readonly number[], most: number): number {
  const sorted = Float64Array.from(touched, (place) => scores[place] as number).sort();
  return sorted[sorted.length - most] as number;
}

/**
 * Takes one by one what is strong and unlike what is taken already.
 *
 * @see J. Carbonell, J. Goldstein: The use of MMR, diversity-based reranking, SIGIR 1998, 335–336
 */
function spread(
  known: ModelContent,
  scores: Float64Array,
  best: readonly number[],
  limit: number,
  diversity: number,
): number[] {
  const top = scores[best[0] ?? 0] as number;
  const left = best.map((place) => ({ place, likeness: 0 }));
  const chosen: number[] = [];
  while (chosen.length < limit && left.length > 0) {
    let [first, most] = [0, Number.NEGATIVE_INFINITY];
    left.forEach(({ place, likeness }, at) => {
      const value = (1 - diversity) * ((scores[place] as number) / top) - diversity * likeness;
      if (value > most) [first, most] = [at, value];
    });
    const [taken] = left.splice(first, 1);
    if (taken === undefined) break;
    chosen.push(taken.place);
    for (const one of left)
      one.likeness = Math.max(one.likeness, likenessOf(known, taken.place, one.place));
  }
  return chosen;
}

function likenessOf(known: ModelContent, i: number, j: number): number {
  const at = Math.max(neighbourAt(known, i, j), neighbourAt(known, j, i));
  const both = at < 0 ? 0 : (known.together[at] as number);
  return both / Math.sqrt((known.counts[i] as number) * (known.counts[j] as number));
}

/** The item of the history that added most to the score. */
function reasonOf(
  known: ModelContent,
  affinities: ReadonlyMap<number, number>,
  place: number,
): Because<RecommendationCode> {
  let [most, item, together] = [0, -1, 0];
  for (const [from, affinity] of affinities) {
    const at = neighbourAt(known, from, place);
    const part = at < 0 ? 0 : affinity * (known.weights[at] as number);
    if (part > most) [most, item, together] = [part, from, known.together[at] as number];
  }
  const id = known.items[item] as string;
  if (together === 0) return { code: "goes-with", facts: { item: id } };
  return { code: "bought-with", facts: { item: id, together, of: known.counts[item] as number } };
}

function popularItems(
  { popular, items, counts, baskets }: ModelContent,
  most: number,
  chosen: ReadonlySet<number>,
  mayShow: PlaceFilter,
): Recommendation[] {
  const found: Recommendation[] = [];
  for (const place of popular) {
    if (found.length >= most) break;
    if (chosen.has(place) || !mayShow(place)) continue;
    const facts = { count: counts[place] as number, of: baskets };
    found.push({ itemId: items[place] as string, score: 0, because: { code: "popular", facts } });
  }
  return found;
}

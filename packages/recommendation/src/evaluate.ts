import {
  Instant,
  InvalidInputError,
  parseInput,
  type SeededRandom,
  seededRandom,
} from "@kefu/core";
import { z } from "zod";
import { isItemId } from "./baskets.ts";
import { reading } from "./reading.ts";

const ids = z.array(z.string()).max(100_000).readonly();

/** What was recommended to someone, and what would have been right. */
export const EvaluationCase = z.strictObject({
  /** What was recommended, the first first. */
  recommended: ids,
  /** What was bought after all, such as an item that was hidden. */
  relevant: ids,
  /** Cases of the same group, as of one basket, are drawn together: they are no independent evidence. */
  group: z.string().optional(),
});
/** What was recommended to someone, see the schema of the same name. */
export interface EvaluationCase extends Readonly<z.output<typeof EvaluationCase>> {}

/** How to judge recommendations. */
export const EvaluationOptions = z.strictObject({
  /** How many of each list count. */
  k: z.int().min(1).max(100_000).default(10),
  /** How many items could have been recommended; for coverage. */
  catalogueSize: z.int().min(1).optional(),
  /** What the draws of the intervals begin with. */
  seed: z.string(),
  /** How often cases are drawn anew. */
  draws: z.int().min(20).max(10_000).default(1000),
  /** How sure the intervals are to hold the true figure. */
  level: z.number().min(0.5).max(0.999).default(0.95),
});
/** How to judge recommendations, see the schema of the same name. */
export interface EvaluationOptions extends Readonly<z.output<typeof EvaluationOptions>> {}
/** The options as they are written: keys with a default may be left out. */
export interface EvaluationOptionsInput extends Readonly<z.input<typeof EvaluationOptions>> {}

/** A mean over cases, and where it lies when others had come. */
export interface EvaluatedFigure {
  /** The mean. */
  readonly value: number;
  /** The lower end of the interval. */
  readonly lower: number;
  /** The upper end of the interval. */
  readonly upper: number;
}

/** How good recommendations were. */
export interface Evaluation {
  /** How many cases count: those with something relevant. */
  readonly cases: number;
  /** The share of cases with something relevant among the first k. */
  readonly hitRate: EvaluatedFigure;
  /** The share of k that was relevant; a shorter list is judged as if it had k. */
  readonly precision: EvaluatedFigure;
  /** The share of what was relevant that is among the first k. */
  readonly recall: EvaluatedFigure;
  /** Discounted cumulative gain, relevant or not, over the best possible one: early hits count more. */
  readonly ndcg: EvaluatedFigure;
  /** How many different items were recommended among the first k, over the size of the catalogue; `null` without that. */
  readonly coverage: number | null;
}

/**
 * Judges recommendations by what was bought. Cases in which nothing is relevant do not count. The intervals come from drawing groups
 * of cases anew (percentile bootstrap): the same for the same seed.
 *
 * @returns `undefined` when no case counts
 * @throws `InvalidInputError` when an argument is not what is asked for
 * @see K. Järvelin, J. Kekäläinen: Cumulated gain-based evaluation of IR techniques, ACM TOIS 20 (2002), 422–446
 *
 * @example
 * ```ts
 * import { evaluateRecommendations } from "@kefu/recommendation";
 *
 * const cases = [
 *   { recommended: ["tea", "cup"], relevant: ["cup"] },
 *   { recommended: ["tea", "pot"], relevant: ["soap"] },
 * ];
 * const found = evaluateRecommendations(cases, { k: 2, seed: "autumn", catalogueSize: 6 });
 * [found?.hitRate.value, found?.precision.value, found?.ndcg.value.toFixed(3), found?.coverage];
 * // => [0.5, 0.25, "0.315", 0.5]
 * ```
 */
export function evaluateRecommendations(
  cases: readonly EvaluationCase[],
  options: EvaluationOptionsInput,
): Evaluation | undefined {
  const { k, seed, draws, level, catalogueSize } = parseInput(
    EvaluationOptions,
    "evaluation options",
    options,
  );
  const all = parseInput(z.array(EvaluationCase), "cases", cases);
  const counted = all.filter(({ relevant }) => relevant.length > 0);
  if (counted.length === 0) return undefined;
  const groups = new Map<unknown, GroupSum>();
  for (const one of counted) addTo(groups, one, figuresOf(one, k));
  const sums = [...groups.values()];
  const random = seededRandom(seed);
  const drawn = Array.from({ length: draws }, () =>
    meansOf(sums.map(() => sums[random.integer(sums.length)] as GroupSum)),
  );
  const [hitRate, precision, recall, ndcg] = meansOf(sums).map((value, figure): EvaluatedFigure => {
    const sorted = drawn.map((means) => means[figure] as number).sort((one, other) => one - other);
    const at = (share: number) => sorted[Math.round(share * (draws - 1))] as number;
    return { value, lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
  }) as [EvaluatedFigure, EvaluatedFigure, EvaluatedFigure, EvaluatedFigure];
  const shown = new Set(counted.flatMap(({ recommended }) => recommended.slice(0, k))).size;
  const coverage = catalogueSize === undefined ? null : Math.min(1, shown / catalogueSize);
  return { cases: counted.length, hitRate, precision, recall, ndcg, coverage };
}

interface GroupSum {
  cases: number;
  readonly sums: number[];
}

function addTo(
  groups: Map<unknown, GroupSum>,
  one: EvaluationCase,
  figures: readonly number[],
): void {
  const key = one.group ?? one;
  const group = groups.get(key) ?? { cases: 0, sums: [0, 0, 0, 0] };
  group.cases++;
  figures.forEach((figure, at) => {
    (group.sums[at] as number) += figure;
  });
  groups.set(key, group);
}

function meansOf(groups: readonly GroupSum[]): number[] {
  const sums = [0, 0, 0, 0];
  let cases = 0;
  for (const group of groups) {
    cases += group.cases;
    for (let at = 0; at < 4; at++) (sums[at] as number) += group.sums[at] as number;
  }
  return sums.map((sum) => sum / cases);
}

function figuresOf({ recommended, relevant }: EvaluationCase, k: number): number[] {
  const wanted = new Set(relevant);
  const best = idealGain(Math.min(k, wanted.size));
  let [hits, gain] = [0, 0];
  [...new Set(recommended)].slice(0, k).forEach((id, rank) => {
    if (!wanted.has(id)) return;
    hits++;
    gain += 1 / Math.log2(rank + 2);
  });
  return [hits > 0 ? 1 : 0, hits / k, hits / wanted.size, gain / best];
}

function idealGain(hits: number): number {
  let gain = 0;
  for (let rank = 0; rank < hits; rank++) gain += 1 / Math.log2(rank + 2);
  return gain;
}

/**
 * Takes what came before a moment apart from what came then or later, as in life: learn from the first, judge by the second.
 *
 * @throws `InvalidInputError` when `at` is no moment, or an event has none
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { splitByTime } from "@kefu/recommendation";
 *
 * const orders = [{ id: 1, at: instant("2026-01-05T00:00Z") }, { id: 2, at: instant("2026-01-06T00:00Z") }];
 * const { before, after } = splitByTime(orders, instant("2026-01-06T00:00Z"));
 * [before.map(({ id }) => id), after.map(({ id }) => id)]; // => [[1], [2]]
 * ```
 */
export function splitByTime<Event extends { readonly at: Instant }>(
  events: readonly Event[],
  at: Instant,
): { readonly before: readonly Event[]; readonly after: readonly Event[] } {
  const moment = parseInput(Instant, "at", at);
  parseInput(z.array(z.looseObject({ at: Instant })), "events", events);
  return {
    before: events.filter((event) => event.at < moment),
    after: events.filter((event) => event.at >= moment),
  };
}

/** A basket of which one item is hidden: recommend from the rest, and see whether it comes. */
export interface HiddenItem {
  /** Where in the list the basket stands. */
  readonly basket: number;
  /** The basket without the item. */
  readonly history: readonly string[];
  /** The item. */
  readonly hidden: string;
}

/**
 * Hides one item of each basket, drawn by the seed. Baskets with fewer than two different items are left out.
 *
 * @throws `InvalidInputError` when an argument is not what is asked for
 *
 * @example
 * ```ts
 * import { hideOne } from "@kefu/recommendation";
 *
 * const [first] = hideOne([["tea", "tea", "cup"], ["soap"]], "autumn");
 * [first?.hidden, ...(first?.history ?? [])].sort(); // => ["cup", "tea"]
 * ```
 */
export function hideOne(
  baskets: readonly (readonly string[])[],
  seed: string,
): readonly HiddenItem[] {
  const random = seededRandom(seed);
  return reading("baskets", () => hiddenOf(baskets, random));
}

function hiddenOf(baskets: readonly (readonly string[])[], random: SeededRandom): HiddenItem[] {
  if (!Array.isArray(baskets)) throw refusal([]);
  const hidden: HiddenItem[] = [];
  for (const [place, basket] of (baskets as readonly unknown[]).entries()) {
    // `every` would pass over holes.
    if (!(Array.isArray(basket) && basket.findIndex((id) => !isItemId(id)) < 0))
      throw refusal([place]);
    const items = [...new Set<string>(basket)];
    if (items.length < 2) continue;
    const [taken] = items.splice(random.integer(items.length), 1);
    hidden.push({ basket: place, history: items, hidden: taken as string });
  }
  return hidden;
}

function refusal(path: readonly number[]): InvalidInputError {
  return new InvalidInputError("baskets", [{ path, message: "must be a list of item ids" }]);
}

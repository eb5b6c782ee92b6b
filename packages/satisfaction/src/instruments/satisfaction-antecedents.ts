import { type Interval, parseInput } from "@kefu/core";
import { z } from "zod";
import { deviationsFor } from "../statistics/normal-quantile.ts";
import { covariance, type ItemMoments, itemCounter } from "./item-moments.ts";
import { type MeanEstimate, meanEstimate } from "./mean-estimate.ts";

const AntecedentsPolicy = z
  .strictObject({
    scale: z
      .tuple([z.int().min(0).max(100), z.int().min(0).max(100)])
      .readonly()
      .default([1, 7]),
    level: z.number().min(0.5).max(0.9999).default(0.95),
  })
  .refine(({ scale: [lowest, highest] }) => lowest < highest, {
    path: ["scale"],
    message: "must rise from lowest to highest",
  });

const FACTORS = ["expectation", "performance", "affect", "equity", "satisfaction"] as const;

/** What one customer says of a purchase, each on the same scale; `null` for a question left out. */
export interface AntecedentsAnswer {
  /** What was expected. */
  readonly expectation: number | null;
  /** What was got. */
  readonly performance: number | null;
  /** How it felt. */
  readonly affect: number | null;
  /** How fair it was, against what others get and what it cost. */
  readonly equity: number | null;
  /** How satisfied the customer is. */
  readonly satisfaction: number | null;
}

/** How closely something goes along with satisfaction. */
export interface Driver {
  /** Which of the antecedents; `"disconfirmation"` is performance less expectation. */
  readonly driver: "disconfirmation" | "affect" | "equity";
  /** Pearson's correlation with satisfaction, −1 to 1; `null` where one of the two never varies. */
  readonly correlation: number | null;
  /** Where the true correlation lies; `null` with fewer than four customers. */
  readonly interval: Interval | null;
}

/** Satisfaction and what it comes from. */
export interface SatisfactionAntecedents {
  /** How satisfied customers are. */
  readonly satisfaction: MeanEstimate;
  /** Performance less expectation: above 0 where customers got more than they expected. */
  readonly disconfirmation: MeanEstimate;
  /** What goes along with satisfaction, the closest first. A correlation is no proof that one causes the other. */
  readonly drivers: readonly Driver[];
  /** How many customers answered all questions. */
  readonly n: number;
  /** How many left one out and do not count. */
  readonly incomplete: number;
}

/**
 * Satisfaction with its antecedents: whether performance met expectation, affect, and equity, and how closely each goes
 * along with it.
 *
 * @param policy - `scale`: the lowest and the highest rating, 1 to 7; `level`: the confidence of the intervals, 0.95
 * @returns an accumulator: add the answers of each customer, merge sums, finish with {@link SatisfactionAntecedents}
 * @throws `InvalidInputError` when the policy, an answer or a sum has not its shape, or a rating is off the scale
 * @see R. L. Oliver: A cognitive model of the antecedents and consequences of satisfaction decisions, Journal of Marketing
 *   Research 17 (1980), 460–469
 * @see R. A. Fisher: On the "probable error" of a coefficient of correlation deduced from a small sample, Metron 1 (1921),
 *   3–32, for the interval
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { satisfactionAntecedents } from "@kefu/satisfaction";
 *
 * const antecedents = satisfactionAntecedents();
 * const answers = [
 *   { expectation: 5, performance: 6, affect: 6, equity: 5, satisfaction: 6 },
 *   { expectation: 6, performance: 3, affect: 2, equity: 4, satisfaction: 2 },
 *   { expectation: 4, performance: 4, affect: 5, equity: 5, satisfaction: 4 },
 * ];
 * antecedents.finish(accumulate(antecedents, answers)).drivers[0]?.driver; // => "disconfirmation"
 * ```
 */
export function satisfactionAntecedents(
  policy: { readonly scale?: readonly [number, number]; readonly level?: number } = {},
) {
  const { scale, level } = parseInput(AntecedentsPolicy, "antecedents policy", policy);
  const [lowest, highest] = scale;
  const rating = z.int().min(lowest).max(highest).nullable();
  const Answer = z.strictObject(
    Object.fromEntries(FACTORS.map((factor) => [factor, rating])) as Record<
      (typeof FACTORS)[number],
      typeof rating
    >,
  );
  const counter = itemCounter(FACTORS.length, (moments) => resultOf(moments, level, scale));
  return {
    ...counter,
    add: (sum: ItemMoments, input: AntecedentsAnswer): ItemMoments => {
      const answer = parseInput(Answer, "answer", input);
      return counter.add(
        sum,
        FACTORS.map((factor) => answer[factor]),
      );
    },
  };
}

/** By driver: what it is made of, in the order of the factors. */
const DRIVERS = {
  disconfirmation: [-1, 1, 0, 0, 0],
  affect: [0, 0, 1, 0, 0],
  equity: [0, 0, 0, 1, 0],
} as const;
const SATISFACTION = [0, 0, 0, 0, 1] as const;

function resultOf(
  moments: ItemMoments,
  level: number,
  [lowest, highest]: readonly [number, number],
): SatisfactionAntecedents {
  const { n, incomplete } = moments;
  const mean = (parts: readonly number[], bounds: readonly [number, number]) =>
    meanEstimate(
      { n, sum: sumOf(moments, parts), squares: squaresOf(moments, parts) },
      level,
      bounds,
    );
  const span = highest - lowest;
  const drivers = (["disconfirmation", "affect", "equity"] as const)
    .map((driver) => ({ driver, ...correlationOf(moments, DRIVERS[driver], level) }))
    .sort((a, b) => Math.abs(b.correlation ?? 0) - Math.abs(a.correlation ?? 0));
  return {
    satisfaction: mean(SATISFACTION, [lowest, highest]),
    disconfirmation: mean(DRIVERS.disconfirmation, [-span, span]),
    drivers,
    n,
    incomplete,
  };
}

const sumOf = ({ sums }: ItemMoments, parts: readonly number[]): number =>
  parts.reduce((sum, part, at) => sum + part * (sums[at] as number), 0);

function squaresOf({ products }: ItemMoments, parts: readonly number[]): number {
  let squares = 0;
  products.forEach((row, one) => {
    row.forEach((product, other) => {
      const both = (parts[one] as number) * (parts[other] as number);
      squares += (one === other ? 1 : 2) * both * product;
    });
  });
  return squares;
}

function correlationOf(moments: ItemMoments, parts: readonly number[], level: number) {
  const { n } = moments;
  const between = (a: readonly number[], b: readonly number[]) =>
    a.reduce(
      (sum, one, row) =>
        sum +
        b.reduce(
          (inner, other, column) =>
            inner + (one && other ? one * other * covariance(moments, row, column) : 0),
          0,
        ),
      0,
    );
  if (n < 2) return { correlation: null, interval: null };
  const spread = Math.sqrt(between(parts, parts) * between(SATISFACTION, SATISFACTION));
  if (!(spread > 0)) return { correlation: null, interval: null };
  const correlation = Math.min(1, Math.max(-1, between(parts, SATISFACTION) / spread));
  return { correlation, interval: n < 4 ? null : fisherInterval(correlation, n, level) };
}

function fisherInterval(correlation: number, n: number, level: number): Interval {
  const half = deviationsFor(level) / Math.sqrt(n - 3);
  // A perfect correlation is infinitely far out on Fisher's scale; its ends are itself.
  const middle = Math.atanh(correlation);
  return { lower: Math.tanh(middle - half), upper: Math.tanh(middle + half) };
}

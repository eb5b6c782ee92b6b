import { type Interval, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { studentDeviationsFor } from "../statistics/beta-quantile.ts";
import { itemCounter, weightedVariance } from "./item-moments.ts";

const weight = z.number().positive().max(1e6);

/** The questions of a satisfaction index and what each counts. */
export const IndexPolicy = z
  .strictObject({
    /** What each question counts; only their proportions matter. */
    weights: z.array(weight).min(1).max(50).readonly().default([1, 1, 1]),
    /** The lowest and the highest rating of every question, both included. */
    scale: z
      .tuple([z.int().min(0).max(100), z.int().min(0).max(100)])
      .readonly()
      .default([1, 10]),
    /** The confidence of the interval. */
    level: z.number().min(0.5).max(0.9999).default(0.95),
  })
  .refine(({ scale: [lowest, highest] }) => lowest < highest, {
    path: ["scale"],
    message: "must rise from lowest to highest",
  });
/** The questions of a satisfaction index, with defaults left out. */
export type IndexPolicyInput = Readonly<z.input<typeof IndexPolicy>>;

/** A satisfaction index. */
export interface SatisfactionIndex {
  /** The index, 0 to 100; `null` without answers. */
  readonly value: number | null;
  /** Where the true index lies (Student's t), 0 to 100; `null` with fewer than two customers. */
  readonly interval: Interval | null;
  /** How many customers answered all questions. */
  readonly n: number;
  /** How many left one out and do not count. */
  readonly incomplete: number;
}

/**
 * The satisfaction index out of the mean answer to each question: their weighted mean, stretched from the scale to 0 to
 * 100, as the American Customer Satisfaction Index is.
 *
 * @throws `InvalidInputError` when a mean is off the scale or there is not one for each weight
 * @see C. Fornell et al.: The American Customer Satisfaction Index: nature, purpose, and findings, Journal of Marketing 60
 *   (1996), 7–18
 *
 * @example
 * ```ts
 * import { satisfactionIndexOf } from "@kefu/satisfaction";
 *
 * const weights = [0.38, 0.32, 0.3];
 * satisfactionIndexOf([8.2, 7.4, 7.0], { weights }).toFixed(2); // => "73.16"
 * ```
 */
export function satisfactionIndexOf(
  means: readonly number[],
  policy: IndexPolicyInput = {},
): number {
  const { weights, scale } = parseInput(IndexPolicy, "index policy", policy);
  const [lowest, highest] = scale;
  const rated = parseInput(z.array(z.number().min(lowest).max(highest)), "means", means);
  if (rated.length !== weights.length) {
    const message = `must be ${weights.length}, one a weight`;
    throw new InvalidInputError("means", [{ path: [], message }]);
  }
  return stretched(rated, weights, scale);
}

function stretched(
  means: readonly number[],
  weights: readonly number[],
  [lowest, highest]: readonly [number, number],
): number {
  const total = weights.reduce((sum, one) => sum + one, 0);
  const mean = weights.reduce((sum, one, at) => sum + (one / total) * (means[at] as number), 0);
  return (100 * (mean - lowest)) / (highest - lowest);
}

/**
 * The satisfaction index out of single customers' answers: overall satisfaction, against expectation, against the ideal,
 * from 1 to 10 by default.
 *
 * @returns an accumulator: add the whole-number answers of each customer in the order of the weights, `null` for one left out
 * @throws `InvalidInputError` when the policy, an answer or a sum has not its shape, or an answer is off the scale
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { satisfactionIndex } from "@kefu/satisfaction";
 *
 * const index = satisfactionIndex();
 * index.finish(accumulate(index, [[8, 7, 9], [10, 10, 10], [4, 1, 1]])).value?.toFixed(1); // => "63.0"
 * ```
 */
export function satisfactionIndex(policy: IndexPolicyInput = {}) {
  const { weights, scale, level } = parseInput(IndexPolicy, "index policy", policy);
  const [lowest, highest] = scale;
  const Answers = z.array(z.int().min(lowest).max(highest).nullable()).readonly();
  const total = weights.reduce((sum, one) => sum + one, 0);
  const counter = itemCounter(weights.length, (moments): SatisfactionIndex => {
    const { n, incomplete, sums } = moments;
    if (n === 0) return { value: null, interval: null, n, incomplete };
    const value = stretched(
      sums.map((sum) => sum / n),
      weights,
      scale,
    );
    if (n === 1) return { value, interval: null, n, incomplete };
    const shares = weights.map((one) => (100 * one) / total / (highest - lowest));
    const half =
      studentDeviationsFor(level, n - 1) * Math.sqrt(weightedVariance(moments, shares) / n);
    const interval = { lower: Math.max(0, value - half), upper: Math.min(100, value + half) };
    return { value, interval, n, incomplete };
  });
  const add: typeof counter.add = (sum, answers) =>
    counter.add(sum, parseInput(Answers, "answers", answers));
  return { ...counter, add };
}

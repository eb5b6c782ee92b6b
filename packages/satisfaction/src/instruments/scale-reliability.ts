import { type Interval, parseInput } from "@kefu/core";
import { z } from "zod";
import { fisherQuantile } from "../statistics/beta-quantile.ts";
import { covariance, type ItemMoments, itemCounter, weightedVariance } from "./item-moments.ts";

const ReliabilityOptions = z.strictObject({
  items: z.int().min(2).max(50),
  level: z.number().min(0.5).max(0.9999).default(0.95),
});

/** How far the items of a questionnaire ask for one and the same thing. */
export interface Reliability {
  /** Cronbach's α, at most 1; `null` with fewer than two customers or where all answer alike. */
  readonly value: number | null;
  /** Where the true one lies; `null` where {@link Reliability.value} is. */
  readonly interval: Interval | null;
  /** How many customers answered all items. */
  readonly n: number;
  /** How many left one out and do not count. */
  readonly incomplete: number;
}

/**
 * The reliability of a questionnaire: Cronbach's α. From about 0.7 on, its items may be added up into one figure.
 *
 * @param options - `items`: how many items there are, 2 to 50; `level`: the confidence of the interval, 0.95
 * @returns an accumulator: add the whole-number answers of each customer in the order of the items
 * @throws `InvalidInputError` when an option, an answer or a sum has not its shape
 * @see L. J. Cronbach: Coefficient alpha and the internal structure of tests, Psychometrika 16 (1951), 297–334
 * @see L. S. Feldt: The approximate sampling distribution of Kuder–Richardson reliability coefficient twenty, Psychometrika
 *   30 (1965), 357–370, for the interval
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { scaleReliability } from "@kefu/satisfaction";
 *
 * const alpha = scaleReliability({ items: 3 });
 * const answers = [[4, 5, 4], [3, 3, 2], [5, 5, 5], [2, 3, 2], [1, 2, 2]];
 * alpha.finish(accumulate(alpha, answers)).value?.toFixed(3); // => "0.969"
 * ```
 */
export function scaleReliability(options: { readonly items: number; readonly level?: number }) {
  const { items, level } = parseInput(ReliabilityOptions, "reliability options", options);
  return itemCounter(items, (moments): Reliability => {
    const { n, incomplete } = moments;
    const value = n < 2 ? null : alphaOf(moments);
    return {
      value,
      interval: value === null ? null : feldt(value, n, items, level),
      n,
      incomplete,
    };
  });
}

function alphaOf(moments: ItemMoments): number | null {
  const items = moments.sums.length;
  const total = weightedVariance(
    moments,
    moments.sums.map(() => 1),
  );
  if (total <= 0) return null;
  const own = moments.sums.reduce((sum, _, item) => sum + covariance(moments, item, item), 0);
  return (items / (items - 1)) * (1 - own / total);
}

function feldt(alpha: number, n: number, items: number, level: number): Interval {
  const [upper, lower] = [n - 1, (n - 1) * (items - 1)];
  const bound = (probability: number) =>
    1 - (1 - alpha) * fisherQuantile(probability, upper, lower);
  return { lower: bound((1 + level) / 2), upper: bound((1 - level) / 2) };
}

import type { Interval } from "@kefu/core";
import { studentDeviationsFor } from "../statistics/beta-quantile.ts";
import type { RatingCount } from "./rating-count.ts";

/** A mean and how sure it is. */
export interface MeanEstimate {
  /** The arithmetic mean; `null` where nothing was counted. */
  readonly value: number | null;
  /** Where the true mean lies (Student's t); `null` with fewer than two answers. */
  readonly interval: Interval | null;
  /** The standard deviation of the answers, for a sample; `null` with fewer than two. */
  readonly standardDeviation: number | null;
}

/** Counts, sums and squares of whole numbers: exact, so that they do not depend on the order of answers. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** The moments of counted ratings. */
export function momentsOf({ ratings }: RatingCount): Moments {
  let [n, sum, squares] = [0, 0, 0];
  for (const [rating, times] of Object.entries(ratings)) {
    n += times;
    sum += Number(rating) * times;
    squares += Number(rating) ** 2 * times;
  }
  return { n, sum, squares };
}

/**
 * The mean of answers, each divided by `unit`, within what is possible at all.
 *
 * @see Student: The probable error of a mean, Biometrika 6 (1908), 1–25
 */
export function meanEstimate(
  { n, sum, squares }: Moments,
  level: number,
  [least, most]: readonly [least: number, most: number],
  unit = 1,
): MeanEstimate {
  if (n === 0) return { value: null, interval: null, standardDeviation: null };
  const value = sum / n / unit;
  if (n === 1) return { value, interval: null, standardDeviation: null };
  const variance = Math.max(0, n * squares - sum ** 2) / n / (n - 1) / unit ** 2;
  const half = studentDeviationsFor(level, n - 1) * Math.sqrt(variance / n);
  return {
    value,
    interval: { lower: Math.max(least, value - half), upper: Math.min(most, value + half) },
    standardDeviation: Math.sqrt(variance),
  };
}

import type { Interval } from "@kefu/core";
import { DEVIATIONS_95 } from "./deviations.ts";
import { middleOf, type TimeSketch } from "./time-sketch.ts";

/** A percentile and how sure it is. */
export interface Percentile {
  /** The share of times that are not longer. */
  readonly share: number;
  /** The shortest time for which that holds, in milliseconds, within 1/128 of the true one. */
  readonly milliseconds: number;
  /** Where the true percentile lies with 95 % confidence; `null` where there are too few times to tell. */
  readonly interval: Interval | null;
}

/** How many times a sketch holds. */
export function timesIn({ counts }: TimeSketch): number {
  return counts.reduce((sum, times) => sum + times, 0);
}

/** The nearest-rank percentile: the shortest time that at least this share of the `n` times does not exceed. */
export function percentileOf(sketch: TimeSketch, n: number, share: number): Percentile {
  const half = DEVIATIONS_95 * Math.sqrt(n * share * (1 - share));
  const [low, high] = [Math.floor(n * share - half), Math.ceil(n * share + half) + 1];
  const isKnown = low >= 1 && high <= n;
  return {
    share,
    milliseconds: timeAt(sketch, rankOf(share, n)),
    interval: isKnown ? { lower: timeAt(sketch, low), upper: timeAt(sketch, high) } : null,
  };
}

/** The normal interval of the mean; the spread is that of the middles of the buckets. */
export function meanInterval(sketch: TimeSketch, n: number): Interval | null {
  if (n < 2) return null;
  const mean = sketch.totalMilliseconds / n;
  const squares = sketch.counts.reduce((sum, times, at) => {
    const distance = middleOf(sketch.firstBucket + at) - mean;
    return sum + times * distance * distance;
  }, 0);
  const half = DEVIATIONS_95 * Math.sqrt(squares / (n - 1) / n);
  return { lower: Math.max(0, mean - half), upper: mean + half };
}

/** Takes off what multiplication leaves behind the comma: 0.07 of 100 is the 7th, not the 8th. */
function rankOf(share: number, n: number): number {
  return Math.max(1, Math.ceil(share * n - 1e-9));
}

/** The time of a rank, counted from 1 for the shortest. */
function timeAt(
  { counts, firstBucket, leastMilliseconds, mostMilliseconds }: TimeSketch,
  rank: number,
): number {
  let passed = 0;
  const at = counts.findIndex((times) => {
    passed += times;
    return passed >= rank;
  });
  const middle = middleOf(firstBucket + at);
  return Math.min(Math.max(middle, leastMilliseconds), mostMilliseconds);
}

/** Each power of two is cut into so many buckets: the middle of one is never off by more than 1 in 128. */
const BUCKETS_BITS = 6;
const BUCKETS = 2 ** BUCKETS_BITS;
/** Those of the largest safe integer are the last. */
const MOST_BUCKETS = bucketOf(Number.MAX_SAFE_INTEGER) + 1;

/**
 * Many times in little space: how many fell into each of the buckets, and exact total and ends. All are integers, so
 * that a sum does not depend on the order of its parts (as long as the total is below 2^53 ms, 285,000 years).
 */
export interface TimeSketch {
  /** The sum of all times, in milliseconds. */
  readonly totalMilliseconds: number;
  /** The shortest; 0 when there is none. */
  readonly leastMilliseconds: number;
  /** The longest; 0 when there is none. */
  readonly mostMilliseconds: number;
  /** The number of the first bucket in `counts`. */
  readonly firstBucket: number;
  /** How many times fell into each bucket, from the first that holds any. */
  readonly counts: readonly number[];
}

/** The sketch of no times. */
export const emptySketch: TimeSketch = {
  totalMilliseconds: 0,
  leastMilliseconds: 0,
  mostMilliseconds: 0,
  firstBucket: 0,
  counts: [],
};

/**
 * In which bucket a time falls: below 128 ms each millisecond has its own, above, the width doubles with each power of
 * two. Integers alone decide, where a logarithm may differ by a digit from one runtime to the next.
 *
 * @see G. Tene: HdrHistogram, for this way to cut
 */
export function bucketOf(milliseconds: number): number {
  const high = Math.floor(milliseconds / 2 ** 32);
  const bits = high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(milliseconds);
  const shift = Math.max(0, bits - BUCKETS_BITS - 1);
  return shift * BUCKETS + Math.floor(milliseconds / 2 ** shift);
}

/** The middle of a bucket. */
export function middleOf(bucket: number): number {
  const shift = Math.max(0, Math.floor(bucket / BUCKETS) - 1);
  return (bucket - shift * BUCKETS) * 2 ** shift + (2 ** shift - 1) / 2;
}

/** The sketch of one time. */
export function sketchOf(milliseconds: number): TimeSketch {
  return {
    totalMilliseconds: milliseconds,
    leastMilliseconds: milliseconds,
    mostMilliseconds: milliseconds,
    firstBucket: bucketOf(milliseconds),
    counts: [1],
  };
}

/** The sketch of the times of both. */
export function mergeSketches(one: TimeSketch, other: TimeSketch): TimeSketch {
  if (one.counts.length === 0) return other;
  if (other.counts.length === 0) return one;
  const firstBucket = Math.min(one.firstBucket, other.firstBucket);
  const end = Math.max(endOf(one), endOf(other));
  const counts: number[] = new Array(end - firstBucket).fill(0);
  for (const { firstBucket: from, counts: more } of [one, other]) {
    for (const [at, times] of more.entries()) {
      const bucket = from + at - firstBucket;
      counts[bucket] = (counts[bucket] ?? 0) + times;
    }
  }
  return {
    totalMilliseconds: one.totalMilliseconds + other.totalMilliseconds,
    leastMilliseconds: Math.min(one.leastMilliseconds, other.leastMilliseconds),
    mostMilliseconds: Math.max(one.mostMilliseconds, other.mostMilliseconds),
    firstBucket,
    counts,
  };
}

/** Whether something read from elsewhere is a sketch. By hand, as every row asks: a schema would cost more than the row. */
export function isTimeSketch(given: unknown): given is TimeSketch {
  const sketch = given as Partial<TimeSketch> | null | undefined;
  const ends = [sketch?.leastMilliseconds, sketch?.mostMilliseconds, sketch?.firstBucket];
  const { counts, totalMilliseconds, firstBucket = 0 } = sketch ?? {};
  return (
    ends.every(isCount) &&
    Number.isFinite(totalMilliseconds) &&
    Array.isArray(counts) &&
    firstBucket + counts.length <= MOST_BUCKETS &&
    counts.every(isCount)
  );
}

/** Whether it is a whole number from 0 on. */
export function isCount(given: unknown): boolean {
  return Number.isSafeInteger(given) && (given as number) >= 0;
}

function endOf({ firstBucket, counts }: TimeSketch): number {
  return firstBucket + counts.length;
}

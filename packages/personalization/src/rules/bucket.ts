import { bucketOf, fnv1a32, InvalidInputError, murmur3 } from "@kefu/core";
import type { BucketHash, BucketRange, Draw } from "./draw.ts";
import { ownReader } from "./profile-value.ts";
import { whileReading } from "./while-reading.ts";

/** How each hash turns a seed and an id into a number from 0, included, to 1. */
const HASHES: Readonly<Record<BucketHash, (seed: string, id: string) => number>> = {
  murmur3: bucketOf,
  "murmur3-percent": (seed, id) => (murmur3(`${seed}:${id}`) % 100) / 100,
  "fnv1a-v1": (seed, id) => (fnv1a32(id + seed) % 1000) / 1000,
  "fnv1a-v2": (seed, id) => (fnv1a32(String(fnv1a32(seed + id))) % 10_000) / 10_000,
};

/**
 * The bucket into which a customer falls in a draw: the same for the same seed and id, everywhere and always.
 *
 * @param id - who draws; `42` and `"42"` are the same
 * @returns at least 0 and less than 1
 * @throws `InvalidInputError` (`invalid-input`) when the hash is unknown, the seed no text, or the id neither a text nor a finite number
 *
 * @example
 * ```ts
 * import { bucketBy } from "@kefu/personalization";
 *
 * bucketBy("fnv1a-v2", "seed", "a"); // => 0.0505
 * ```
 */
export function bucketBy(hash: BucketHash, seed: string, id: string | number): number {
  if (typeof hash !== "string" || !Object.hasOwn(HASHES, hash)) throw wrong("hash", "is unknown");
  if (typeof seed !== "string") throw wrong("seed", "must be a text");
  const isId = typeof id === "string" || Number.isFinite(id);
  if (!isId) throw wrong("id", "must be a text or a number");
  return HASHES[hash](seed, String(id));
}

/** The bucket of whom a profile is about; undefined when the profile does not say who that is. */
export function bucketIn(draw: Draw, profile: unknown): number | undefined {
  for (const field of [draw.by].flat()) {
    const id = ownReader(field)(profile);
    if (typeof id === "string" || Number.isFinite(id))
      return HASHES[draw.hash](draw.seed, String(id));
  }
  return undefined;
}

/**
 * Which of some ranges a bucket lies in.
 *
 * @returns the position of the first range that holds it; -1 when none does
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { rangeOf } from "@kefu/personalization";
 *
 * rangeOf(0.5, [[0, 0.5], [0.5, 1]]); // => 1
 * ```
 */
export function rangeOf(bucket: number, ranges: readonly BucketRange[]): number {
  if (typeof bucket !== "number" || Number.isNaN(bucket)) throw wrong("bucket", "must be a number");
  const arePairs = whileReading("ranges", () => Array.isArray(ranges) && ranges.every(isRange));
  if (!arePairs) throw wrong("ranges", "must be pairs of numbers");
  return ranges.findIndex(([from, to]) => bucket >= from && bucket < to);
}

/** What a split is divided by. */
export interface SplitShares {
  /** The weight of each variant, in the order of the variants; they add up to 1. */
  readonly weights: readonly number[];
  /** How much of each variant's range is in use, from 0 to 1; all by default. */
  readonly coverage?: number | undefined;
}

/**
 * The ranges of buckets for the variants of a split. Each range begins where the weights before it end, whatever the coverage is;
 * so growing the coverage leaves everybody with the variant that they have.
 *
 * @returns a range for each weight: as long as its weight times the coverage
 * @throws `InvalidInputError` (`invalid-input`) when a weight is negative, the weights do not add up to 1 (to a thousandth), or
 *   the coverage is not from 0 to 1
 *
 * @example
 * ```ts
 * import { splitRanges } from "@kefu/personalization";
 *
 * splitRanges({ weights: [0.5, 0.5], coverage: 0.5 }); // => [[0, 0.25], [0.5, 0.75]]
 * ```
 */
export function splitRanges(shares: SplitShares): BucketRange[] {
  const { weights, coverage } = whileReading("shares", () => sharesOf(shares));
  if (weights === undefined) throw wrong("weights", "must be numbers from 0 to 1");
  if (!isShare(coverage)) throw wrong("coverage", "must be from 0 to 1");
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > 0.001) throw wrong("weights", "must add up to 1");
  let from = 0;
  return weights.map((weight): BucketRange => {
    const range: BucketRange = [from, Math.min(1, from + weight * coverage)];
    from = Math.min(1, from + weight);
    return range;
  });
}

/**
 * The same weight for each of some variants.
 *
 * @returns as many times `1 / variants`; none for less than one variant
 * @throws `InvalidInputError` (`invalid-input`) when it is no whole number, or above 1,000
 *
 * @example
 * ```ts
 * import { equalWeights } from "@kefu/personalization";
 *
 * equalWeights(4); // => [0.25, 0.25, 0.25, 0.25]
 * ```
 */
export function equalWeights(variants: number): number[] {
  if (!Number.isInteger(variants) || variants > 1000)
    throw wrong("variants", "must be a whole number up to 1,000");
  return Array.from({ length: Math.max(0, variants) }, () => 1 / variants);
}

function sharesOf(shares: SplitShares): { weights?: readonly number[]; coverage: number } {
  const { weights, coverage = 1 } = shares ?? {};
  const areShares = Array.isArray(weights) && weights.every(isShare);
  return areShares ? { weights, coverage } : { coverage };
}

function isShare(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function isRange(range: unknown): boolean {
  return (
    Array.isArray(range) && range.length === 2 && range.every((edge) => typeof edge === "number")
  );
}

function wrong(subject: string, message: string): InvalidInputError {
  return new InvalidInputError(subject, [{ path: [], message }]);
}

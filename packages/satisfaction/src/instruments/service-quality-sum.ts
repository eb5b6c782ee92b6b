import { parseInput } from "@kefu/core";
import { z } from "zod";
import type { ItemMoments } from "./item-moments.ts";
import type { CheckedQualityPolicy, ServiceQualityAnswer } from "./service-quality-policy.ts";

/** Means over up to ten items are kept in shares of this many parts: the least that all counts up to ten divide. */
export const PARTS = 2520;

/** What is known of a dimension, exactly: sums of whole numbers. */
export interface DimensionSum {
  readonly n: number;
  readonly tooFew: number;
  readonly gap: number;
  readonly gapSquares: number;
  readonly expected: number;
  readonly expectedSquares: number;
  readonly perceived: number;
  readonly perceivedSquares: number;
}

/** The sum of {@link serviceQuality}: by dimension, and over the customers who rated all of them. */
export interface ServiceQualitySum {
  /** By dimension, in the order of their names. */
  readonly dimensions: Readonly<Record<string, DimensionSum>>;
  /** The gaps of customers who count in all dimensions. */
  readonly complete: ItemMoments;
}

/** No answers. */
export const NOTHING: DimensionSum = {
  n: 0,
  tooFew: 0,
  gap: 0,
  gapSquares: 0,
  expected: 0,
  expectedSquares: 0,
  perceived: 0,
  perceivedSquares: 0,
};

/** Reads sums over these dimensions. */
export function sumReader(dimensions: readonly string[]) {
  const whole = z.int();
  const One = z.strictObject({
    n: whole.nonnegative(),
    tooFew: whole.nonnegative(),
    gap: whole,
    gapSquares: whole.nonnegative(),
    expected: whole.nonnegative(),
    expectedSquares: whole.nonnegative(),
    perceived: whole.nonnegative(),
    perceivedSquares: whole.nonnegative(),
  });
  const size = dimensions.length;
  const Sum = z.strictObject({
    dimensions: z.strictObject(Object.fromEntries(dimensions.map((key) => [key, One]))),
    complete: z.strictObject({
      n: whole.nonnegative(),
      incomplete: whole.nonnegative(),
      sums: z.array(whole).length(size),
      products: z
        .array(z.array(whole))
        .length(size)
        .refine((rows) => rows.every((row, at) => row.length === at + 1), "must be a triangle"),
    }),
  });
  return (sum: ServiceQualitySum): ServiceQualitySum =>
    parseInput(Sum, "service quality sum", sum) as ServiceQualitySum;
}

/** A customer's means over the items of a dimension, in parts. */
export interface Rated {
  readonly gap: number;
  readonly expected: number;
  readonly perceived: number;
}

/** What a customer says of a dimension; nothing when too few of its items are answered. */
export function ratedIn(
  { dimensions, minAnsweredShare }: CheckedQualityPolicy,
  dimension: string,
  answer: ServiceQualityAnswer,
): Rated | undefined {
  const items = dimensions[dimension] as readonly string[];
  const given = items.flatMap((item) => answer[item] ?? []);
  if (given.length === 0 || given.length < items.length * minAnsweredShare) return undefined;
  const parts = (key: "expected" | "perceived") =>
    given.reduce((sum, one) => sum + one[key], 0) * (PARTS / given.length);
  const [expected, perceived] = [parts("expected"), parts("perceived")];
  return { gap: perceived - expected, expected, perceived };
}

/** One customer more. */
export function plusRated(sum: DimensionSum, rated: Rated | undefined): DimensionSum {
  if (rated === undefined) return { ...sum, tooFew: sum.tooFew + 1 };
  const { gap, expected, perceived } = rated;
  return plusSum(sum, {
    n: 1,
    tooFew: 0,
    gap,
    gapSquares: gap ** 2,
    expected,
    expectedSquares: expected ** 2,
    perceived,
    perceivedSquares: perceived ** 2,
  });
}

/** Both sums together. */
export const plusSum = (one: DimensionSum, other: DimensionSum): DimensionSum => ({
  n: one.n + other.n,
  tooFew: one.tooFew + other.tooFew,
  gap: one.gap + other.gap,
  gapSquares: one.gapSquares + other.gapSquares,
  expected: one.expected + other.expected,
  expectedSquares: one.expectedSquares + other.expectedSquares,
  perceived: one.perceived + other.perceived,
  perceivedSquares: one.perceivedSquares + other.perceivedSquares,
});

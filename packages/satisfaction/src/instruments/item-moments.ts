import { type Accumulator, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";

/** The most items of one instrument: sums of products grow with the square of their number. */
const MOST_ITEMS = 50;

const whole = z.int();

/** The answers of one customer to all items, in the order of the items; `null` for one that was left out. */
const ItemAnswers = z
  .array(z.int().min(-100_000).max(100_000).nullable())
  .max(MOST_ITEMS)
  .readonly();

const Sum = z.strictObject({
  n: whole.nonnegative(),
  incomplete: whole.nonnegative(),
  sums: z.array(whole).max(MOST_ITEMS).readonly(),
  products: z.array(z.array(whole).max(MOST_ITEMS).readonly()).max(MOST_ITEMS).readonly(),
});
/**
 * Counts, sums and sums of products of whole numbers: all that means, variances and correlations need. Exact, so that it
 * does not depend on the order or the split of answers.
 */
export interface ItemMoments {
  /** How many customers answered all items. */
  readonly n: number;
  /** How many left an item out; they do not count. */
  readonly incomplete: number;
  /** By item. */
  readonly sums: readonly number[];
  /** By item, for it and each before: the sum of the products of both answers. */
  readonly products: readonly (readonly number[])[];
}

/** An accumulator over the answers to so many items. */
export function itemCounter<Result>(
  items: number,
  finish: (moments: ItemMoments) => Result,
): Accumulator<readonly (number | null)[], ItemMoments, Result> {
  const checked = (sum: ItemMoments): ItemMoments => {
    const moments = parseInput(Sum, "item moments", sum);
    const { sums, products } = moments;
    const isTriangle = products.every((row, at) => row.length === at + 1);
    if (sums.length === items && products.length === items && isTriangle) return moments;
    throw refusal("item moments", `must be sums over ${items} items`);
  };
  return {
    create: () => emptyMoments(items),
    add: (sum, input) => {
      const moments = checked(sum);
      const answers = parseInput(ItemAnswers, "answers", input);
      if (answers.length !== items) throw refusal("answers", `must be ${items}, one an item`);
      return withAnswers(moments, answers);
    },
    merge: (one, other) => merged(checked(one), checked(other)),
    finish: (sum) => finish(checked(sum)),
  };
}

const refusal = (subject: string, message: string) =>
  new InvalidInputError(subject, [{ path: [], message }]);

/** No answers to so many items. */
export const emptyMoments = (items: number): ItemMoments => ({
  n: 0,
  incomplete: 0,
  sums: Array.from({ length: items }, () => 0),
  products: Array.from({ length: items }, (_, at) => Array.from({ length: at + 1 }, () => 0)),
});

/** One customer's answers more. */
export function withAnswers(
  moments: ItemMoments,
  answers: readonly (number | null)[],
): ItemMoments {
  if (answers.includes(null)) return { ...moments, incomplete: moments.incomplete + 1 };
  const given = answers as readonly number[];
  return {
    n: moments.n + 1,
    incomplete: moments.incomplete,
    sums: moments.sums.map((sum, at) => sum + (given[at] as number)),
    products: moments.products.map((row, at) =>
      row.map((sum, other) => sum + (given[at] as number) * (given[other] as number)),
    ),
  };
}

/** Both sums together. */
export const merged = (one: ItemMoments, other: ItemMoments): ItemMoments => ({
  n: one.n + other.n,
  incomplete: one.incomplete + other.incomplete,
  sums: one.sums.map((sum, at) => sum + (other.sums[at] as number)),
  products: one.products.map((row, at) =>
    row.map((sum, column) => sum + (other.products[at]?.[column] as number)),
  ),
});

/** The covariance of two items, for a sample of at least two. */
export function covariance({ n, sums, products }: ItemMoments, one: number, other: number): number {
  const [high, low] = one > other ? [one, other] : [other, one];
  const product = products[high]?.[low] as number;
  return (product - ((sums[one] as number) * (sums[other] as number)) / n) / (n - 1);
}

/** The variance of the items' sum, each times its weight. */
export function weightedVariance(moments: ItemMoments, weights: readonly number[]): number {
  let variance = 0;
  weights.forEach((one, row) => {
    weights.forEach((other, column) => {
      variance += one * other * covariance(moments, row, column);
    });
  });
  return Math.max(0, variance);
}

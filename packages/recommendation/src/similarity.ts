import type { ItemItemOptions } from "./fit-options.ts";
import { type ItemCounts, WHOLE_SHARE } from "./item-counts.ts";

/** What is known of a pair: where its items stand, and in how many baskets both, each and any are. */
interface PairFacts {
  readonly i: number;
  readonly j: number;
  readonly together: number;
  readonly shares: number;
  readonly from: number;
  readonly to: number;
  readonly baskets: number;
}

type PairCounts = Pick<PairFacts, "together" | "from" | "to" | "baskets">;

/**
 * Twice the logarithm of the likelihood ratio: how much better the counts fit two items that depend on each other than two
 * that do not. Above 10.83 it happens by chance once in a thousand.
 *
 * @see Ted Dunning: Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19 (1993), 61–74
 */
export function logLikelihoodRatio({ together, from, to, baskets }: PairCounts): number {
  const cell = (count: number, row: number, column: number) =>
    count > 0 ? count * Math.log((count * baskets) / (row * column)) : 0;
  const [without, others] = [baskets - from, baskets - to];
  const sum =
    cell(together, from, to) +
    cell(from - together, from, others) +
    cell(to - together, without, to) +
    cell(without - to + together, without, others);
  return Math.max(0, 2 * sum);
}

/** How many times as often both are bought together as by chance. */
export const liftOf = ({ together, from, to, baskets }: PairCounts): number =>
  (together * baskets) / (from * to);

const jaccard = ({ together, from, to }: PairFacts): number => together / (from + to - together);

type Measure = (pair: PairFacts) => number;

/** How strongly the first item of a pair calls for the second, above 0 where it does. */
export function measureOf({ mode, alpha, beta }: ItemItemOptions, counts: ItemCounts): Measure {
  switch (mode) {
    case "cosine":
      return ({ together, from, to }) => together / Math.sqrt(from * to);
    case "cooccurrence":
      return ({ together }) => together;
    case "llr":
      return (pair) => (liftOf(pair) > 1 ? logLikelihoodRatio(pair) : 0);
    case "jaccard":
    case "sar":
      return jaccard;
    default:
      return rp3beta(counts, alpha ?? usualAlpha(counts), beta ?? usualBeta(counts));
  }
}

/** @see F. Christoffel, B. Paudel, C. Newell, A. Bernstein: Blockbusters and Wallflowers, RecSys 2015, 163–170 */
function rp3beta({ counts }: ItemCounts, alpha: number, beta: number): Measure {
  const powers = (exponent: number) => Float64Array.from(counts, (count) => count ** -exponent);
  const [from, to] = [powers(alpha), powers(beta)];
  return ({ i, j, shares }) => (shares / WHOLE_SHARE) * (from[i] as number) * (to[j] as number);
}

/**
 * An item that was seen a few times calls for what happened to lie beside it: the rarer items are, the less loudly they may speak. Fitted to what
 * was best for a gift shop (11 baskets an item: .6) and films (45: 1); for groceries (250) it hardly matters.
 */
const usualAlpha = ({ items, counts }: ItemCounts): number =>
  Math.min(1, 0.6 * Math.log10(Math.max(1, sumOf(counts) / Math.max(1, items.length))));

/**
 * The longer the history, the more of it speaks for popular items all over again. Fitted to what was best for groceries (4.4 items a
 * basket: .2), a gift shop (29: .4) and films (80: .5 to .6).
 */
const usualBeta = ({ baskets, counts }: ItemCounts): number =>
  Math.min(0.6, 0.3 * Math.log10(Math.max(1, sumOf(counts) / Math.max(1, baskets))));

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at++) sum += counts[at] as number;
  return sum;
}

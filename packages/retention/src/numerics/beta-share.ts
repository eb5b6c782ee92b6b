import { logBeta } from "./gamma-functions.ts";

const MOST_TERMS = 100_000;

/**
 * The regularized incomplete beta function: the share of a beta distribution that lies below x.
 *
 * @param x - from 0 to 1
 * @param a - more than 0
 * @param b - more than 0
 * @see NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry)
 */
export function betaShareBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side of the mean.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShareBelow(1 - x, b, a);
  const logFront = a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b);
  return Math.exp(logFront) / (a * betaFraction(x, a, b));
}

/** The continued fraction by the method of Lentz: numerators and denominators as ratios of neighbours. */
function betaFraction(x: number, a: number, b: number): number {
  let [value, upper, lower] = [1, 1, 0];
  for (let term = 1; term <= MOST_TERMS; term++) {
    const half = term >> 1;
    const numerator =
      term % 2 === 0
        ? (half * (b - half) * x) / ((a + term - 1) * (a + term))
        : (-(a + half) * (a + b + half) * x) / ((a + term - 1) * (a + term));
    lower = 1 / nonZero(1 + numerator * lower);
    upper = nonZero(1 + numerator / upper);
    value *= lower * upper;
    if (Math.abs(lower * upper - 1) < 1e-16) break;
  }
  return value;
}

const nonZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);

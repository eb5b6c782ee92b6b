import { deviationsFor } from "./normal-quantile.ts";

/**
 * The value below which a beta-distributed variable falls with a probability.
 *
 * @param probability - from 0 to 1
 * @param a - more than 0
 * @param b - more than 0
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  // Halving is slow and cannot fail; after 1,075 steps there is no number left in between.
  for (let step = 0; step < 1075; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (betaShareBelow(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** With more degrees, the second term of the expansion by degrees is below the last digit. */
const MANY_DEGREES = 1e7;

/**
 * Within so many deviations Student's distribution holds a share, for so many degrees of freedom.
 *
 * @see M. Abramowitz, I. A. Stegun: Handbook of mathematical functions, 1964, 26.7.5 (expansion for many degrees)
 */
export function studentDeviationsFor(level: number, degrees: number): number {
  if (degrees > MANY_DEGREES) {
    const normal = deviationsFor(level);
    return normal + (normal ** 3 + normal) / (4 * degrees);
  }
  const square = betaQuantile(level, 1 / 2, degrees / 2);
  return Math.sqrt((degrees * square) / (1 - square));
}

/** The value below which an F-distributed variable falls with a probability. */
export function fisherQuantile(probability: number, upper: number, lower: number): number {
  const share = betaQuantile(probability, upper / 2, lower / 2);
  return (lower * share) / (upper * (1 - share));
}

/**
 * The regularized incomplete beta function.
 *
 * @param rest - 1 − x, where it is known more exactly than x tells
 *
 * @see NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry)
 */
export function betaShareBelow(x: number, a: number, b: number, rest = 1 - x): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side of the mean.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShareBelow(rest, b, a, x);
  return powerDensity([x, rest], a, b) / (a * betaFraction(x, a, b));
}

const MOST_TERMS = 100_000;

/** The continued fraction by the method of Lentz: numerators and denominators as ratios of neighbours. */
function betaFraction(x: number, a: number, b: number): number {
  let [value, upper, lower] = [1, 1, 0];
  for (let term = 1; term <= MOST_TERMS; term++) {
    const half = term >> 1;
    const [above, below] = [a + term - 1, a + term];
    const numerator =
      term % 2 === 0
        ? (half * (b - half) * x) / (above * below)
        : (-(a + half) * (a + b + half) * x) / (above * below);
    lower = 1 / nonZero(1 + numerator * lower);
    upper = nonZero(1 + numerator / upper);
    value *= lower * upper;
    if (Math.abs(lower * upper - 1) < 1e-16) break;
  }
  return value;
}

const nonZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);

/**
 * x^a (1 − x)^b / B(a, b), in a form that does not cancel where a and b are large.
 *
 * @see C. Loader: Fast and accurate computation of binomial probabilities, 2000
 */
function powerDensity([x, rest]: readonly [number, number], a: number, b: number): number {
  const n = a + b;
  const above = a * rest - b * x;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, above) -
    deviance(b, -above);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(exponent);
}

/** value · ln(value / mean) + mean − value, for a value that lies so far above the mean. */
function deviance(value: number, difference: number): number {
  const ratio = difference / (2 * value - difference);
  if (Math.abs(ratio) > 0.1) return -value * Math.log1p(-difference / value) - difference;
  let [sum, term] = [difference * ratio, 2 * value * ratio];
  for (let odd = 3; ; odd += 2) {
    term *= ratio ** 2;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/** From here on Stirling's series is exact to the last digit. */
const LARGE = 15;

/** How far Stirling's formula is from the logarithm of the gamma function. */
function stirlingError(x: number): number {
  if (x < LARGE) return logGamma(x) - stirling(x);
  const square = x * x;
  return (
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) /
    x
  );
}

const stirling = (x: number): number => (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2;

/**
 * The logarithm of the gamma function, for positive arguments.
 *
 * @see NIST Digital Library of Mathematical Functions, 5.11.1 (Stirling's series) and 5.5.1 (recurrence)
 */
export function logGamma(x: number): number {
  let [shifted, product] = [x, 1];
  for (; shifted < LARGE; shifted++) product *= shifted;
  return stirling(shifted) + stirlingError(shifted) - Math.log(product);
}

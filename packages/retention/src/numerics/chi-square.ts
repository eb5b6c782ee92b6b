import { logGamma } from "./gamma-functions.ts";

/**
 * How likely a chi-square statistic of so many degrees of freedom is at least as large as this one by chance.
 *
 * @param statistic - at least 0
 * @param degrees - more than 0
 * @see NIST Digital Library of Mathematical Functions, 8.11.4 (series) and 8.9.2 (continued fraction)
 */
export function chiSquareAbove(statistic: number, degrees: number): number {
  const [a, x] = [degrees / 2, statistic / 2];
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * gammaSeries(a, x) : front * gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let [sum, term] = [1 / a, 1 / a];
  for (let k = 1; ; k++) {
    term *= x / (a + k);
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}

function gammaFraction(a: number, x: number): number {
  let shifted = x + 1 - a;
  let [upper, lower] = [1e300, 1 / shifted];
  let value = lower;
  for (let k = 1; k < 100_000; k++) {
    const numerator = k * (a - k);
    shifted += 2;
    lower = 1 / (numerator * lower + shifted);
    upper = shifted + numerator / upper;
    value *= upper * lower;
    if (Math.abs(upper * lower - 1) < 1e-16) break;
  }
  return value;
}

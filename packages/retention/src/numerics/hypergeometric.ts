import { logBetaMean } from "./log-integral.ts";

/** Further from 1 the series needs few terms. */
const NEAR_ONE = 0.8;

/** A larger first term than this may mean a sum beyond the largest number. */
const STEEP = 200;

/**
 * The logarithm of Gauss's hypergeometric function ₂F₁(a, b; c; z), which itself may be larger than any number. To about
 * twelve digits, for arguments however large or close to one: a series of positive terms, or else Euler's integral.
 *
 * @param a - more than 0
 * @param b - more than 0
 * @param c - more than the smaller of a and b
 * @param z - at least 0 and less than 1
 * @see NIST Digital Library of Mathematical Functions, 15.2.1 (series), 15.6.1 (integral), 15.8.1 (transformation)
 */
export function logHypergeometric(a: number, b: number, c: number, z: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  if (z < NEAR_ONE) {
    if ((low * high) / c < STEEP) return Math.log(series(low, high, c, z));
    const [lowRest, highRest] = [c - high, c - low];
    if (lowRest > 0 && (lowRest * highRest) / c < STEEP) {
      return (c - a - b) * Math.log1p(-z) + Math.log(series(lowRest, highRest, c, z));
    }
  }
  return logBetaMean(low, c - low, (_, rest) => -high * Math.log(1 - z + z * rest));
}

function series(a: number, b: number, c: number, z: number): number {
  let [sum, term] = [1, 1];
  for (let k = 0; ; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}

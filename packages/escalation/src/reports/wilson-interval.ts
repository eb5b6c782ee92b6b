/** Where the true figure lies with 95 % confidence: between these two, both included. */
export interface Range {
  /** The lower end. */
  readonly low: number;
  /** The upper end. */
  readonly high: number;
}

/** The standard normal distribution has 95 % of its mass within this distance of 0. */
export const Z_95 = 1.959963984540054;

/**
 * The 95 % score interval of a share, which stays within 0 and 1 and is honest for small counts and shares near the
 * ends, where the textbook's "± two standard errors" is not.
 *
 * @returns `null` when nothing was counted
 * @see E. B. Wilson: Probable inference, the law of succession, and statistical inference, Journal of the American
 *   Statistical Association 22 (1927), 209–212
 */
export function wilsonInterval(hits: number, n: number): Range | null {
  if (!(n > 0)) return null;
  const share = hits / n;
  const z = (Z_95 * Z_95) / n;
  const half = Math.sqrt(z * (share * (1 - share) + z / 4));
  return {
    low: hits === 0 ? 0 : (share + z / 2 - half) / (1 + z),
    high: hits === n ? 1 : (share + z / 2 + half) / (1 + z),
  };
}

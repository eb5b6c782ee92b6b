import { invalidInput } from "./parse-input.ts";

/** Both ends of an interval that holds the true figure with the stated confidence. */
export interface Interval {
  /** The lower end. */
  readonly lower: number;
  /** The upper end. */
  readonly upper: number;
}

/** The normal distribution has 95 % of its mass within so many deviations of its mean. */
const DEVIATIONS = 1.959963984540054;

/**
 * Where a true share lies, with 95 % confidence unless said otherwise, when something happened so often out of so many times. It stays within 0
 * and 1 and says little where little was counted, which "± two standard errors" does not.
 *
 * @param count - how often it happened; need not be whole, so that old votes can count less
 * @param of - how often it could have, not less than `count`
 * @param deviations - the confidence, as standard deviations of the normal distribution to either side: 1.645 for 90 %, 2.576 for
 *   99 %
 * @returns 0 to 1 when nothing was counted: nothing is known then
 * @throws {@link InvalidInputError} for any other counts, or deviations that are not above 0
 * @see E. B. Wilson: Probable inference, the law of succession, and statistical inference, Journal of the American
 *   Statistical Association 22 (1927), 209–212
 *
 * @example
 * ```ts
 * import { wilsonInterval } from "@kefu/core";
 *
 * const { lower, upper } = wilsonInterval(81, 263);
 * [lower.toFixed(4), upper.toFixed(4)]; // => ["0.2553", "0.3662"]
 * ```
 */
export function wilsonInterval(count: number, of: number, deviations = DEVIATIONS): Interval {
  if (!Number.isFinite(count) || !Number.isFinite(of) || count < 0 || count > of) {
    throw invalidInput("share", "must be two numbers from 0 up, the first not above the second");
  }
  if (!(Number.isFinite(deviations) && deviations > 0)) {
    throw invalidInput("deviations", "must be a number above 0");
  }
  if (of === 0) return { lower: 0, upper: 1 };
  const share = count / of;
  const spread = deviations ** 2 / of;
  const half = Math.sqrt(spread * (share * (1 - share) + spread / 4));
  return {
    lower: count === 0 ? 0 : (share + spread / 2 - half) / (1 + spread),
    upper: count === of ? 1 : (share + spread / 2 + half) / (1 + spread),
  };
}

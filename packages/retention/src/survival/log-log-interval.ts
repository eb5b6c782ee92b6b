import type { Interval } from "@kefu/core";

/**
 * An interval around a share that is symmetric on the scale of ln(−ln S), and so stays within 0 and 1.
 *
 * @param share - more than 0, less than 1
 * @param width - half the interval of the logarithm of the share
 */
export function logLogInterval(share: number, width: number): Interval {
  const spread = Math.exp(width / -Math.log(share));
  return { lower: share ** spread, upper: share ** (1 / spread) };
}

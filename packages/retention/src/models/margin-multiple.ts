import { ABOVE_ZERO, checkNumbers, SHARE } from "./check-options.ts";

/** What the margin multiple rests on. */
export interface MarginMultipleOptions {
  /** Which share of customers stays from one period to the next, from 0 to 1. */
  readonly retentionRate: number;
  /** By how much less counts what comes a period later: 0.12 for 12 %. Above 0. */
  readonly discountRate: number;
}

/**
 * How many times its yearly margin a customer is worth who stays with the same chance each year: r / (1 + i − r). A rule of thumb
 * to check larger models by; the margin of the first year is not part of it.
 *
 * @throws `InvalidInputError` when a rate is none
 * @see S. Gupta, D. R. Lehmann: Customers as assets, Journal of Interactive Marketing 17 (2003), 9–24
 *
 * @example
 * ```ts
 * import { marginMultiple } from "@kefu/retention";
 *
 * marginMultiple({ retentionRate: 0.9, discountRate: 0.12 }).toFixed(2); // => "4.09"
 * ```
 */
export function marginMultiple(options: MarginMultipleOptions): number {
  checkNumbers(options, { retentionRate: SHARE, discountRate: ABOVE_ZERO });
  const { retentionRate, discountRate } = options;
  // In this order a small discount is not lost beside the one.
  return retentionRate / (1 - retentionRate + discountRate);
}

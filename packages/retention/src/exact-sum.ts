import { AmountOverflowError } from "@kefu/core";

/**
 * A sum of whole numbers that is exact still.
 *
 * @throws `AmountOverflowError` beyond ±(2^53 − 1), where sums lose their last digits
 */
export function exactSum(subject: string, sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new AmountOverflowError(subject, [
    { path: [], message: "amounts add up to more than 2^53 − 1" },
  ]);
}

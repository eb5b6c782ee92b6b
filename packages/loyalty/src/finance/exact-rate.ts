import { AmountOverflowError, Fraction, multiplyRounded, type Rounding } from "@kefu/core";
import { z } from "zod";

/**
 * A rate from zero up that is exact: a decimal number in text (`"0.008"`, `"163.27"`; up to 18 digits before and after
 * the point), or a fraction of whole numbers. Plain numbers are refused: 0.008 is none that a computer can hold.
 */
export const ExactRate = z.union([
  z.string().regex(/^\d{1,18}(\.\d{1,18})?$/, "must be a decimal number such as 0.008"),
  Fraction.refine(({ numerator }) => numerator >= 0, "must not be negative"),
]);
/** A rate that is exact, see the schema of the same name. */
export type ExactRate = z.output<typeof ExactRate>;

/** A rate from 0 to 1. */
export const ExactShare = ExactRate.refine((rate) => {
  const [numerator, denominator] = ratioOf(rate);
  return numerator <= denominator;
}, "must be at most 1");

/** Dividend and divisor, the latter above zero. */
export type Quotient = readonly [numerator: bigint, denominator: bigint];

/** The rate as two whole numbers. */
export function ratioOf(rate: ExactRate): Quotient {
  if (typeof rate !== "string") return [BigInt(rate.numerator), BigInt(rate.denominator)];
  const [whole = "", decimals = ""] = rate.split(".");
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

/** A quotient rounded as named, however large the numbers. The divisor is above zero. */
export function divideRounded([dividend, divisor]: Quotient, rounding: Rounding): bigint {
  const remainder = ((dividend % divisor) + divisor) % divisor;
  const floor = (dividend - remainder) / divisor;
  // Rounding asks for sign, oddness and which side of one half only: a small number with the same ones rounds alike.
  const alike = Number(floor % 2n) - (floor < 0n ? 2 : 0);
  const quarters = remainder === 0n ? 0 : 2n * remainder < divisor ? 1 : 3;
  const exactHalf = 2n * remainder === divisor ? 2 : quarters;
  const quarter = { numerator: 1, denominator: 4 };
  return floor + BigInt(multiplyRounded(4 * alike + exactHalf, quarter, rounding) - alike);
}

/** A whole number in the range where plain numbers are exact. @throws `AmountOverflowError` beyond it */
export function exactNumber(whole: bigint): number {
  const number = Number(whole);
  if (Number.isSafeInteger(number)) return number;
  throw new AmountOverflowError("amount", [{ path: [], message: "is beyond ±(2^53 − 1)" }]);
}

/**
 * Whole parts for exact ones that all have the same divisor, so that they add up to a total, which is their sum rounded either way:
 * each is cut, and what is left goes one each to the largest cut-off fractions, among equal ones to the earlier.
 */
export function wholeParts(
  total: bigint,
  dividends: readonly bigint[],
  divisor: bigint,
): readonly bigint[] {
  const parts = dividends.map((dividend) => dividend / divisor);
  const cutOff = dividends.map((dividend, index) => ({ index, size: dividend % divisor }));
  cutOff.sort((one, other) => (one.size === other.size ? 0 : one.size < other.size ? 1 : -1));
  const left = total - sumOf(parts);
  for (const { index } of cutOff.slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

/** The sum of whole numbers. */
export function sumOf(numbers: readonly bigint[]): bigint {
  return numbers.reduce((left, right) => left + right, 0n);
}

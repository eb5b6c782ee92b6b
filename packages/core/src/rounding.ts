import { z } from "zod";
import { type Money, requireExact, requireMoney } from "./money.ts";
import { parseInput } from "./parse-input.ts";

/**
 * Where a fraction goes. The first four send every fraction one way: `"floor"` to the lesser number, `"ceiling"` to the
 * greater, `"toward-zero"`, `"away-from-zero"`. The `"half-…"` ones go to the nearer number and only send an exact half
 * that way; `"half-even"` sends it to the even one. What schools call rounding half up is `"half-away-from-zero"`.
 */
export const Rounding = z.enum([
  "floor",
  "ceiling",
  "toward-zero",
  "away-from-zero",
  "half-floor",
  "half-ceiling",
  "half-toward-zero",
  "half-away-from-zero",
  "half-even",
]);
/** Where a fraction goes, see the schema of the same name. */
export type Rounding = z.output<typeof Rounding>;

/** An exact share: `{ numerator: 19, denominator: 100 }` is 19 %. */
export const Fraction = z.strictObject({
  /** How many parts. */
  numerator: z.int(),
  /** Into how many parts the whole is divided, at least 1. */
  denominator: z.int().positive(),
});
/** An exact share, see the schema of the same name. */
export interface Fraction extends Readonly<z.output<typeof Fraction>> {}

/**
 * A whole number times a fraction, rounded as named. Exact: nothing is lost on the way, however large the factors.
 *
 * @throws {@link InvalidInputError} when an argument has not its shape
 * @throws {@link AmountOverflowError} when the result is beyond ±(2^53 − 1)
 *
 * @example
 * ```ts
 * import { multiplyRounded } from "@kefu/core";
 *
 * multiplyRounded(5, { numerator: 1, denominator: 2 }, "half-even"); // => 2
 * multiplyRounded(-5, { numerator: 1, denominator: 2 }, "floor"); // => -3
 * ```
 */
export function multiplyRounded(whole: number, fraction: Fraction, rounding: Rounding): number {
  const { numerator, denominator } = parseInput(Fraction, "fraction", fraction);
  const direction = parseInput(Rounding, "rounding", rounding);
  const product = BigInt(parseInput(z.int(), "whole number", whole)) * BigInt(numerator);
  return requireExact(Number(roundedQuotient(product, BigInt(denominator), direction)));
}

/**
 * A share of an amount, such as a tax, a discount or a fee, rounded as named to the currency's smallest unit.
 *
 * @throws {@link InvalidInputError} when an argument has not its shape
 * @throws {@link AmountOverflowError} when the result is beyond ±(2^53 − 1)
 *
 * @example
 * ```ts
 * import { money, multiplyMoney } from "@kefu/core";
 *
 * const tax = { numerator: 19, denominator: 100 };
 * multiplyMoney(money(1250, "EUR"), tax, "half-even"); // => money(238, "EUR")
 * ```
 */
export function multiplyMoney(amount: Money, fraction: Fraction, rounding: Rounding): Money {
  const { amountMinor, currency } = requireMoney(amount);
  return { amountMinor: multiplyRounded(amountMinor, fraction, rounding), currency };
}

function roundedQuotient(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) return quotient;
  const floor = dividend < 0n ? quotient - 1n : quotient;
  const twice = 2n * (dividend - floor * divisor);
  const isDecided = rounding.startsWith("half-") && twice !== divisor;
  const isUp = isDecided ? twice > divisor : goesUp(rounding.replace("half-", ""), dividend, floor);
  return isUp ? floor + 1n : floor;
}

function goesUp(direction: string, dividend: bigint, floor: bigint): boolean {
  if (direction === "even") return floor % 2n !== 0n;
  return (
    direction === "ceiling" || direction === (dividend < 0n ? "toward-zero" : "away-from-zero")
  );
}

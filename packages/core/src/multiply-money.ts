import { type Money, money, requireMoney } from "./money.ts";
import { type Fraction, multiplyRounded, type Rounding } from "./rounding.ts";

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
  return money(multiplyRounded(amountMinor, fraction, rounding), currency);
}

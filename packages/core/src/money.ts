import { z } from "zod";
import { Currency, isCurrency } from "./currency.ts";
import { KefuError } from "./errors.ts";
import { parseInput } from "./parse-input.ts";

/**
 * An amount of money: a whole number of the currency's smallest unit, so that no fraction is ever lost.
 * `{ amountMinor: 1230, currency: "EUR" }` is 12.30 €, `{ amountMinor: 1230, currency: "JPY" }` is 1230 ¥.
 */
export const Money = z.strictObject({
  /** How many of the smallest unit, negative for a debt; at most 2^53 − 1 either way. */
  amountMinor: z.int(),
  /** ISO 4217 code. */
  currency: Currency,
});
/** An amount of money, see the schema of the same name. */
export interface Money extends Readonly<z.output<typeof Money>> {}

/** Two amounts of different currencies were to be combined. `code` is `"currency-mismatch"`. */
export class CurrencyMismatchError extends KefuError {
  override readonly code = "currency-mismatch";
  override readonly name = "CurrencyMismatchError";
}

/** A whole number is beyond ±(2^53 − 1), where it would no longer be exact. `code` is `"amount-overflow"`. */
export class AmountOverflowError extends KefuError {
  override readonly code = "amount-overflow";
  override readonly name = "AmountOverflowError";
}

/**
 * Makes an amount out of a whole number of the currency's smallest unit.
 *
 * @throws {@link InvalidInputError} for fractions and for codes that ISO 4217 does not have
 * @throws {@link AmountOverflowError} for numbers beyond ±(2^53 − 1)
 *
 * @example
 * ```ts
 * import { money } from "@kefu/core";
 *
 * money(1230, "EUR"); // => { amountMinor: 1230, currency: "EUR" }
 * ```
 */
export function money(amountMinor: number, currency: Currency): Money {
  return requireMoney({ amountMinor: requireExact(amountMinor), currency });
}

/**
 * The sum of two amounts.
 *
 * @throws {@link CurrencyMismatchError}, {@link AmountOverflowError}
 *
 * @example
 * ```ts
 * import { addMoney, money } from "@kefu/core";
 *
 * addMoney(money(1230, "EUR"), money(70, "EUR")); // => { amountMinor: 1300, currency: "EUR" }
 * ```
 */
export function addMoney(augend: Money, addend: Money): Money {
  requireSameCurrency(augend, addend);
  return money(augend.amountMinor + addend.amountMinor, augend.currency);
}

/**
 * What is left of an amount when another one is taken from it; may be negative.
 *
 * @throws {@link CurrencyMismatchError}, {@link AmountOverflowError}
 *
 * @example
 * ```ts
 * import { money, subtractMoney } from "@kefu/core";
 *
 * subtractMoney(money(50, "EUR"), money(70, "EUR")); // => { amountMinor: -20, currency: "EUR" }
 * ```
 */
export function subtractMoney(minuend: Money, subtrahend: Money): Money {
  requireSameCurrency(minuend, subtrahend);
  return money(minuend.amountMinor - subtrahend.amountMinor, minuend.currency);
}

/**
 * Puts two amounts of one currency in order, as `Array.prototype.sort` wants it.
 *
 * @returns `-1` when the first is less, `1` when it is more, `0` when they are equal
 * @throws {@link CurrencyMismatchError}
 *
 * @example
 * ```ts
 * import { compareMoney, money } from "@kefu/core";
 *
 * compareMoney(money(50, "EUR"), money(70, "EUR")); // => -1
 * ```
 */
export function compareMoney(left: Money, right: Money): -1 | 0 | 1 {
  requireSameCurrency(left, right);
  if (left.amountMinor === right.amountMinor) return 0;
  return left.amountMinor < right.amountMinor ? -1 : 1;
}

/** Refuses numbers that may have lost a digit, and takes the sign off a zero. */
export function requireExact(whole: number): number {
  if (typeof whole === "number" && Math.abs(whole) > Number.MAX_SAFE_INTEGER) {
    throw new AmountOverflowError("amount", [{ path: [], message: "is beyond ±(2^53 − 1)" }]);
  }
  return whole === 0 ? 0 : whole;
}

/** Reads an amount: cheaply where it is one, by the schema where it is not, for the error's sake. */
export function requireMoney(value: Money): Money {
  const isSound = Number.isSafeInteger(value?.amountMinor) && isCurrency(value.currency);
  return isSound ? value : parseInput(Money, "money", value);
}

function requireSameCurrency(left: Money, right: Money): void {
  const { currency } = requireMoney(left);
  if (requireMoney(right).currency === currency) return;
  const message = `is ${right.currency}, not ${currency}`;
  throw new CurrencyMismatchError("money", [{ path: ["currency"], message }]);
}

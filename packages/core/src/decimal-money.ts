import { type Currency, currencyDecimals } from "./currency.ts";
import { type Money, money, requireMoney } from "./money.ts";
import { invalidInput } from "./parse-input.ts";

const DECIMAL = /^(?<sign>[+-]?)(?<whole>\d+)(?:\.(?<decimals>\d+))?$/;

/**
 * Reads an amount written as decimal number, with a point and without grouping: `"12.30"`, `"-5"`. Fewer decimals than
 * the currency has are filled up; more are refused unless they are zeros, because they would be lost.
 *
 * @throws {@link InvalidInputError} for any other text
 * @throws {@link AmountOverflowError} beyond ±(2^53 − 1) of the smallest unit
 *
 * @example
 * ```ts
 * import { moneyOfDecimal } from "@kefu/core";
 *
 * moneyOfDecimal("12.30", "EUR"); // => { amountMinor: 1230, currency: "EUR" }
 * moneyOfDecimal("12", "JPY"); // => { amountMinor: 12, currency: "JPY" }
 * ```
 */
export function moneyOfDecimal(text: string, currency: Currency): Money {
  const places = currencyDecimals(currency);
  const match = typeof text === "string" ? DECIMAL.exec(text)?.groups : undefined;
  const decimals = match?.["decimals"] ?? "";
  if (match === undefined || /[1-9]/.test(decimals.slice(places))) {
    throw invalidInput("amount", `must be a decimal number with at most ${places} decimals`);
  }
  const digits = `${match["whole"]}${decimals.slice(0, places).padEnd(places, "0")}`;
  return money(Number(`${match["sign"]}${digits}`), currency);
}

/**
 * Writes an amount as decimal number with all the decimals of its currency, without sign of currency or grouping.
 *
 * @throws {@link InvalidInputError} when it is no amount
 *
 * @example
 * ```ts
 * import { decimalOf, money } from "@kefu/core";
 *
 * decimalOf(money(-5, "EUR")); // => "-0.05"
 * ```
 */
export function decimalOf(amount: Money): string {
  const { amountMinor, currency } = requireMoney(amount);
  const places = currencyDecimals(currency);
  const digits = String(Math.abs(amountMinor)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  return amountMinor < 0 ? `-${text}` : text;
}

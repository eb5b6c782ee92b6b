import { Currency, currencyDecimals, Money, money, parseInput, Rounding } from "@kefu/core";
import { z } from "zod";
import { divideRounded, ExactRate, exactNumber, ratioOf } from "./exact-rate.ts";

/** Into which currency, at what rate. */
export const Exchange = z.strictObject({
  /** The currency that comes out. */
  currency: Currency,
  /** What one unit of the currency that goes in costs in the one that comes out: `"163.27"` JPY for a EUR. */
  rate: ExactRate,
  /** Where the fraction of the smallest unit goes; `"floor"` favours whoever pays out. */
  rounding: Rounding.default("floor"),
});
/** Into which currency, at what rate, with defaults left out. */
export type ExchangeInput = Readonly<z.input<typeof Exchange>>;

/** What points are worth: `{ points: 100, worth: money(100, "EUR") }` is 1.00 EUR for 100 points. */
export const PointValue = z.strictObject({
  /** How many points. */
  points: z.int().positive(),
  /** What they are worth together. */
  worth: Money,
  /** Where the fraction of the smallest unit goes; `"floor"` favours the programme. */
  rounding: Rounding.default("floor"),
  /** Another currency to pay out in. */
  exchange: Exchange.omit({ rounding: true }).optional(),
});
/** What points are worth, with defaults left out. */
export type PointValueInput = Readonly<z.input<typeof PointValue>>;

/**
 * What a number of points is worth, rounded once, at the very end: nothing is lost between points, one currency and another.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 * @throws `AmountOverflowError` when the result is beyond ±(2^53 − 1)
 *
 * @example
 * ```ts
 * import { money } from "@kefu/core";
 * import { valueOfPoints } from "@kefu/loyalty";
 *
 * const rate = { points: 100, worth: money(100, "EUR") };
 * valueOfPoints(1_250, rate); // => money(1_250, "EUR")
 * // 12.50 EUR are 2040.875 JPY, and JPY has no decimals.
 * valueOfPoints(1_250, { ...rate, exchange: { currency: "JPY", rate: "163.27" } }); // => money(2_040, "JPY")
 * ```
 */
export function valueOfPoints(points: number, value: PointValueInput): Money {
  const count = parseInput(z.int(), "points", points);
  const { points: per, worth, rounding, exchange } = parseInput(PointValue, "point value", value);
  const into = { currency: worth.currency, rate: "1", ...exchange, rounding };
  return exchanged(BigInt(count) * BigInt(worth.amountMinor), BigInt(per), worth.currency, into);
}

/**
 * An amount in another currency.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 * @throws `AmountOverflowError` when the result is beyond ±(2^53 − 1)
 *
 * @example
 * ```ts
 * import { money } from "@kefu/core";
 * import { convertMoney } from "@kefu/loyalty";
 *
 * convertMoney(money(1_250, "EUR"), { currency: "KWD", rate: "0.3345" }); // => money(4_181, "KWD")
 * ```
 */
export function convertMoney(amount: Money, exchange: ExchangeInput): Money {
  const { amountMinor, currency } = parseInput(Money, "money", amount);
  return exchanged(BigInt(amountMinor), 1n, currency, parseInput(Exchange, "exchange", exchange));
}

function exchanged(
  minor: bigint,
  divisor: bigint,
  from: Currency,
  { currency, rate, rounding }: z.output<typeof Exchange>,
): Money {
  const [numerator, denominator] = ratioOf(rate);
  const dividend = minor * numerator * unitsIn(currency);
  const result = divideRounded([dividend, divisor * denominator * unitsIn(from)], rounding);
  return money(exactNumber(result), currency);
}

/** How many of the smallest unit make one. */
export function unitsIn(currency: Currency): bigint {
  return 10n ** BigInt(currencyDecimals(currency));
}

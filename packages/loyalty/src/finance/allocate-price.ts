import { CurrencyMismatchError, InvalidInputError, Money, money, parseInput } from "@kefu/core";
import { z } from "zod";
import { ExactRate, ExactShare, ratioOf, sumOf, wholeParts } from "./exact-rate.ts";
import { unitsIn } from "./value-of-points.ts";

/** An amount from zero up. */
export const Price = Money.refine(({ amountMinor }) => amountMinor >= 0, "must not be negative");

/** What an order promises: goods now, and points that are good for something later. */
export const OrderPromises = z.strictObject({
  /** What each good sells for on its own. */
  goods: z.array(Price).readonly(),
  /** The points that come with them. */
  points: z.strictObject({
    /** How many. */
    issued: z.int().nonnegative(),
    /** What a redeemed point is worth, in units of the currency: `"1"`, `"0.01"`. */
    valuePerPoint: ExactRate,
    /** Which share of them will be redeemed. */
    redemptionRate: ExactShare,
  }),
});
/** What an order promises, see the schema of the same name. */
export type OrderPromises = Readonly<z.input<typeof OrderPromises>>;

/** A price shared out; the parts add up to it. */
export interface AllocatedPrice {
  /** The part of each good: revenue when it is handed over. */
  readonly goods: readonly Money[];
  /** The part of the points: deferred until they are redeemed, or surely never will be. */
  readonly points: Money;
}

/**
 * Shares the price of an order between goods and points by what each would sell for on its own. That of a point is its value
 * times the share that will be redeemed. Exact until the end; units left over go to the largest cut-off fractions, among equal
 * ones to the earlier, points last.
 *
 * @throws `InvalidInputError` when an argument has not its shape, or nothing promised is worth anything
 * @throws `CurrencyMismatchError` when a good is priced in another currency
 * @see ASC 606-10-32-31, 606-10-55-42, and example 52 (606-10-55-353); IFRS 15.76, B39–B43 and example 52
 *
 * @example
 * ```ts
 * import { money } from "@kefu/core";
 * import { allocatePrice } from "@kefu/loyalty";
 *
 * // Example 52 of the standard: 10,000 points of 1 $, of which 9,500 will be redeemed.
 * const price = money(100_000_00, "USD");
 * const points = { issued: 10_000, valuePerPoint: "1", redemptionRate: "0.95" };
 * allocatePrice(price, { goods: [price], points });
 * // => { goods: [money(91_324_20, "USD")], points: money(8_675_80, "USD") }
 * ```
 */
export function allocatePrice(price: Money, promises: OrderPromises): AllocatedPrice {
  const { amountMinor, currency } = parseInput(Price, "price", price);
  const { goods, points } = parseInput(OrderPromises, "order promises", promises);
  const foreign = goods.findIndex((good) => good.currency !== currency);
  if (foreign >= 0) {
    const message = `must be ${currency}`;
    throw new CurrencyMismatchError("goods", [{ path: ["goods", foreign, "currency"], message }]);
  }
  const [value, per] = ratioOf(points.valuePerPoint);
  const [share, of] = ratioOf(points.redemptionRate);
  const weights = goods.map((good) => BigInt(good.amountMinor) * per * of);
  weights.push(BigInt(points.issued) * value * share * unitsIn(currency));
  const sum = sumOf(weights);
  if (sum === 0n) {
    const message = "must be worth something on their own";
    throw new InvalidInputError("order promises", [{ path: [], message }]);
  }
  const total = BigInt(amountMinor);
  const dividends = weights.map((weight) => total * weight);
  const parts = wholeParts(total, dividends, sum).map((part) => money(Number(part), currency));
  return { goods: parts.slice(0, -1), points: parts.at(-1) as Money };
}

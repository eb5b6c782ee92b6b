import { type Money, money, parseInput, Rounding } from "@kefu/core";
import { z } from "zod";
import { Price } from "./allocate-price.ts";
import { divideRounded, exactNumber } from "./exact-rate.ts";

/** How far the points of an order, a month, or a cohort are redeemed. */
export const RedemptionProgress = z.strictObject({
  /** How many are redeemed so far. */
  redeemedPoints: z.int().nonnegative(),
  /** How many will be in the end, as estimated today. */
  expectedPoints: z.int().nonnegative(),
  /** Where the fraction of the smallest unit goes. */
  rounding: Rounding.default("half-even"),
});
/** How far points are redeemed, with defaults left out. */
export type RedemptionProgressInput = Readonly<z.input<typeof RedemptionProgress>>;

/** An amount of which part is earned. `recognized + deferred` is the whole. */
export interface PointsRevenue {
  /** Revenue so far, since the points were issued. */
  readonly recognized: Money;
  /** What is left as contract liability. */
  readonly deferred: Money;
}

/**
 * How much of what was allocated to points is revenue by now: the share of the points redeemed in those that ever will be. That of
 * a period is the difference to what was recognized before it, so a new estimate catches up at once. Everything is, when no more
 * are expected.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 * @see ASC 606-10-55-48 and example 52; IFRS 15.B46
 *
 * @example
 * ```ts
 * import { money } from "@kefu/core";
 * import { pointsRevenue } from "@kefu/loyalty";
 *
 * const allocated = money(8_676, "USD");
 * pointsRevenue(allocated, { redeemedPoints: 4_500, expectedPoints: 9_500 }).recognized; // => money(4_110, "USD")
 * pointsRevenue(allocated, { redeemedPoints: 8_500, expectedPoints: 9_700 }).deferred; // => money(1_073, "USD")
 * ```
 */
export function pointsRevenue(allocated: Money, progress: RedemptionProgressInput): PointsRevenue {
  const { amountMinor, currency } = parseInput(Price, "allocated price", allocated);
  const parsed = parseInput(RedemptionProgress, "redemption progress", progress);
  const { redeemedPoints, expectedPoints, rounding } = parsed;
  const share = [BigInt(amountMinor) * BigInt(redeemedPoints), BigInt(expectedPoints)] as const;
  const isOver = redeemedPoints >= expectedPoints;
  const recognized = isOver ? amountMinor : exactNumber(divideRounded(share, rounding));
  return {
    recognized: money(recognized, currency),
    deferred: money(amountMinor - recognized, currency),
  };
}

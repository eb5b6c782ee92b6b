import { type Interval, parseInput, wilsonInterval } from "@kefu/core";
import { z } from "zod";
import { deviationsFor } from "./normal-quantile.ts";
import { ShareCount } from "./share-interval.ts";

/** How far one figure lies above another, and whether that can be chance. */
export interface Difference {
  /** The first figure less the second; `null` when nothing was counted in one of them. */
  readonly difference: number | null;
  /** Where the true difference lies; `null` when nothing was counted in one of them. */
  readonly interval: Interval | null;
  /**
   * `"higher"` or `"lower"` when the interval leaves out 0, `"unclear"` when it does not: then the difference can be chance,
   * which does not mean that there is none.
   */
  readonly verdict: "higher" | "lower" | "unclear";
}

/** How sure to be of a difference. */
export const DifferenceOptions = z.strictObject({
  /** The confidence of the interval. */
  level: z.number().min(0.5).max(0.9999).default(0.95),
});
/** How sure to be of a difference, with defaults left out. */
export type DifferenceOptionsInput = Readonly<z.input<typeof DifferenceOptions>>;

/**
 * How far one share lies above another, both counted among different customers.
 *
 * @throws `InvalidInputError` when a share or an option has not its shape
 * @see R. G. Newcombe: Interval estimation for the difference between independent proportions: comparison of eleven
 *   methods, Statistics in Medicine 17 (1998), 873–890, method 10
 *
 * @example
 * ```ts
 * import { shareDifference } from "@kefu/satisfaction";
 *
 * const { interval, verdict } = shareDifference({ count: 56, of: 70 }, { count: 48, of: 80 });
 * [interval?.lower.toFixed(4), interval?.upper.toFixed(4)]; // => ["0.0524", "0.3339"]
 * verdict; // => "higher"
 * ```
 */
export function shareDifference(
  one: ShareCount,
  other: ShareCount,
  options: DifferenceOptionsInput = {},
): Difference {
  const shares = [
    parseInput(ShareCount, "share", one),
    parseInput(ShareCount, "other share", other),
  ];
  const { level } = parseInput(DifferenceOptions, "difference options", options);
  if (shares.some(({ of }) => of === 0)) return unknownDifference;
  const [a, b] = shares.map((share) => ({
    share: share.count / share.of,
    ...wilsonInterval(share.count, share.of, deviationsFor(level)),
  })) as [ShareWithInterval, ShareWithInterval];
  const difference = a.share - b.share;
  return differenceOf(difference, {
    lower: difference - Math.hypot(a.share - a.lower, b.upper - b.share),
    upper: difference + Math.hypot(a.upper - a.share, b.share - b.lower),
  });
}

interface ShareWithInterval extends Interval {
  readonly share: number;
}

/** Nothing can be said. */
export const unknownDifference: Difference = {
  difference: null,
  interval: null,
  verdict: "unclear",
};

/** What an interval of a difference says. */
export function differenceOf(difference: number, interval: Interval): Difference {
  if (interval.lower > 0) return { difference, interval, verdict: "higher" };
  return { difference, interval, verdict: interval.upper < 0 ? "lower" : "unclear" };
}

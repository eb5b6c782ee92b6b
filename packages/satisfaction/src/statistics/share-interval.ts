import { type Interval, parseInput, wilsonInterval } from "@kefu/core";
import { z } from "zod";
import { betaQuantile } from "./beta-quantile.ts";
import { deviationsFor } from "./normal-quantile.ts";

/** How often something happened, out of how many times it could have. */
export const ShareCount = z
  .strictObject({
    /** How often it happened. */
    count: z.int().nonnegative(),
    /** How often it could have. */
    of: z.int().nonnegative(),
  })
  .refine(({ count, of }) => count <= of, { path: ["count"], message: "must not exceed `of`" });
/** How often something happened, see the schema of the same name. */
export interface ShareCount extends Readonly<z.output<typeof ShareCount>> {}

/** How to find the interval of a share. */
export const ShareIntervalOptions = z.strictObject({
  /** The confidence of the interval. */
  level: z.number().min(0.5).max(0.9999).default(0.95),
  /**
   * `"wilson"` is right on average, which is what a report wants; `"clopperPearson"` is never less sure than stated, and
   * wide; `"jeffreys"` lies between the two.
   */
  method: z.enum(["wilson", "jeffreys", "clopperPearson"]).default("wilson"),
});
/** How to find the interval of a share, with defaults left out. */
export type ShareIntervalOptionsInput = Readonly<z.input<typeof ShareIntervalOptions>>;

/**
 * Where the true share lies, when something happened so often out of so many times.
 *
 * @returns 0 to 1 when nothing was counted: nothing is known then
 * @throws `InvalidInputError` when the counts are not whole, are negative, or more happened than could have
 * @see E. B. Wilson: Probable inference, the law of succession, and statistical inference, Journal of the American
 *   Statistical Association 22 (1927), 209–212
 * @see C. J. Clopper, E. S. Pearson: The use of confidence or fiducial limits illustrated in the case of the binomial,
 *   Biometrika 26 (1934), 404–413
 * @see L. D. Brown, T. T. Cai, A. DasGupta: Interval estimation for a binomial proportion, Statistical Science 16 (2001),
 *   101–133, for Jeffreys' interval
 *
 * @example
 * ```ts
 * import { shareInterval } from "@kefu/satisfaction";
 *
 * const { lower, upper } = shareInterval({ count: 81, of: 263 });
 * [lower.toFixed(4), upper.toFixed(4)]; // => ["0.2553", "0.3662"]
 * ```
 */
export function shareInterval(
  share: ShareCount,
  options: ShareIntervalOptionsInput = {},
): Interval {
  const { count, of } = parseInput(ShareCount, "share", share);
  const { level, method } = parseInput(ShareIntervalOptions, "interval options", options);
  if (of === 0) return { lower: 0, upper: 1 };
  if (method === "wilson") return wilsonInterval(count, of, deviationsFor(level));
  return betaInterval({ count, of }, level, method === "jeffreys" ? [0.5, 0.5] : [0, 1]);
}

/** Both beta intervals: they differ in how much is added to what happened and to what did not. */
function betaInterval(
  { count, of }: ShareCount,
  level: number,
  [near, far]: readonly [near: number, far: number],
): Interval {
  const tail = (1 - level) / 2;
  const rest = of - count;
  return {
    lower: count === 0 ? 0 : betaQuantile(tail, count + near, rest + far),
    upper: rest === 0 ? 1 : betaQuantile(1 - tail, count + far, rest + near),
  };
}

import { betaShareBelow } from "../numerics/beta-share.ts";
import { logBeta, logGamma } from "../numerics/gamma-functions.ts";
import { checkNumbers, FROM_ZERO, wholeUpTo } from "./check-options.ts";
import type { BgNbd } from "./fit-bg-nbd.ts";
import { checkModel } from "./purchase-model.ts";

/** Which number of purchases, and until when. */
export interface CountProbabilityOptions {
  /** How many repeat purchases, up to a million. */
  readonly count: number;
  /** After the first purchase, in units of the model. */
  readonly horizon: number;
}

/**
 * How likely a new customer makes exactly so many repeat purchases within a horizon after the first purchase, by BG/NBD.
 *
 * @throws `InvalidInputError` when the model or an option is none
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee: "Counting your customers" the easy way, Marketing Science 24 (2005), 275–284,
 *   equation 8; its finite sum is an incomplete beta function, which does not cancel
 *
 * @example
 * ```ts
 * import { bgNbdCountProbability } from "@kefu/retention";
 *
 * const model = {
 *   model: "bg-nbd",
 *   unitDays: 7,
 *   parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 * } as const;
 * bgNbdCountProbability(model, { count: 0, horizon: 39 }).toFixed(4); // => "0.5738"
 * ```
 */
export function bgNbdCountProbability(model: BgNbd, options: CountProbabilityOptions): number {
  checkModel(model, ["bg-nbd"]);
  checkNumbers(options, { count: wholeUpTo(1e6), horizon: FROM_ZERO });
  const { count: x, horizon } = options;
  const { r, alpha, a, b } = model.parameters;
  const [logNone, share] = [-r * Math.log1p(horizon / alpha), horizon / (alpha + horizon)];
  if (x === 0) return Math.exp(logNone);
  if (share === 0) return 0;
  const logCount = logGamma(r + x) - logGamma(r) - logGamma(x + 1) + logNone + x * Math.log(share);
  const stays = Math.exp(logBeta(a, b + x) - logBeta(a, b) + logCount);
  const leaves =
    Math.exp(logBeta(a + 1, b + (x - 1)) - logBeta(a, b)) * betaShareBelow(share, x, r);
  return stays + leaves;
}

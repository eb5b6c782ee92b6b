import { betaGeometric } from "./beta-geometric.ts";
import { PAIRS } from "./climb.ts";
import { type Fit, fitted, meanOf, seenOf } from "./fit-model.ts";
import { checkPurchases, type RepeatPurchases } from "./repeat-purchases.ts";

/** The four parameters of BG/NBD and MBG/NBD. */
export interface BetaGeometricParameters {
  /** Shape of the gamma distribution of buying rates. */
  readonly r: number;
  /** Rate of that distribution, a time: the mean buying rate is r / α. */
  readonly alpha: number;
  /** First shape of the beta distribution of the chance to leave after a purchase. */
  readonly a: number;
  /** Second shape of that distribution: the mean chance is a / (a + b). */
  readonly b: number;
}

/** A BG/NBD model: customers buy at random times and may leave after each repeat purchase. Plain JSON. */
export interface BgNbd {
  /** Which model. */
  readonly model: "bg-nbd";
  /** How many days the unit of time has. */
  readonly unitDays: number;
  /** Its parameters. */
  readonly parameters: BetaGeometricParameters;
}

/** An MBG/NBD model: customers buy at random times and may leave after each purchase, the first included. Plain JSON. */
export interface MbgNbd {
  /** Which model. */
  readonly model: "mbg-nbd";
  /** How many days the unit of time has. */
  readonly unitDays: number;
  /** Its parameters. */
  readonly parameters: BetaGeometricParameters;
}

/**
 * The BG/NBD model that makes the purchases of customers without a contract most likely.
 *
 * The log-likelihood is that of the times of purchase, in the unit of the data, without the count term x! that no parameter
 * changes. With `BOUNDARY` among the diagnostics the best parameters lie at infinity or zero (everybody bought alike, nobody
 * left, nobody came back): those told are the best up to a factor of 10^13 from usual ones, predictions with them are usable,
 * standard errors are `null`.
 *
 * @throws `InvalidInputError` naming up to a hundred rows that cannot be, such as a recency above the age
 * @see P. S. Fader, B. G. S. Hardie, K. L. Lee: "Counting your customers" the easy way, Marketing Science 24 (2005), 275–284,
 *   equation 6
 *
 * @example
 * ```ts
 * import { fitBgNbd } from "@kefu/retention";
 *
 * const fit = fitBgNbd({
 *   kind: "nonContractual",
 *   unitDays: 7,
 *   frequency: [0, 1, 2, 4, 9, 1, 3],
 *   recency: [0, 3, 21, 30, 36, 25, 6],
 *   age: [38, 38, 38, 38, 38, 38, 38],
 *   count: [500, 90, 40, 20, 9, 200, 60],
 * });
 * [fit.status, fit.parameters.r.toFixed(3), fit.logLikelihood.toFixed(2)]; // => ["converged", "0.290", "-3267.33"]
 * ```
 */
export function fitBgNbd(purchases: RepeatPurchases): BgNbd & Fit<keyof BetaGeometricParameters> {
  return { model: "bg-nbd", ...fitBetaGeometric(purchases, 0) };
}

/**
 * The MBG/NBD model that makes the purchases of customers without a contract most likely. Like {@link fitBgNbd}, but customers
 * may leave after their first purchase already, so that those who never came back are not all held to be alive.
 *
 * @throws `InvalidInputError` naming up to a hundred rows that cannot be
 * @see E. P. Batislam, M. Denizel, A. Filiztekin: Empirical validation and comparison of models for customer base
 *   analysis, International Journal of Research in Marketing 24 (2007), 201–209
 */
export function fitMbgNbd(purchases: RepeatPurchases): MbgNbd & Fit<keyof BetaGeometricParameters> {
  return { model: "mbg-nbd", ...fitBetaGeometric(purchases, 1) };
}

function fitBetaGeometric(purchases: RepeatPurchases, firstFlip: 0 | 1) {
  checkPurchases(purchases);
  const { unitDays, frequency, recency, age, count } = purchases;
  const seen = seenOf([frequency, recency, age], count);
  const alpha = startingTime(meanOf(seen, 0), meanOf(seen, 2));
  const start = { r: 0.5, alpha, a: 0.8, b: 2 };
  return {
    unitDays,
    ...fitted({ likelihood: betaGeometric(firstFlip), start, terrain: PAIRS }, seen),
  };
}

/** α with which r = ½ has the mean buying rate. */
export function startingTime(meanFrequency: number, meanAge: number): number {
  return 0.5 * (meanAge > 0 ? meanAge / Math.max(meanFrequency, 0.01) : 1);
}

import { PAIRS } from "./climb.ts";
import { startingTime } from "./fit-bg-nbd.ts";
import { type Fit, fitted, meanOf, seenOf } from "./fit-model.ts";
import { pareto } from "./pareto.ts";
import { checkPurchases, type RepeatPurchases } from "./repeat-purchases.ts";

/** The four parameters of Pareto/NBD. */
export interface ParetoNbdParameters {
  /** Shape of the gamma distribution of buying rates. */
  readonly r: number;
  /** Rate of that distribution, a time: the mean buying rate is r / α. */
  readonly alpha: number;
  /** Shape of the gamma distribution of leaving rates. */
  readonly s: number;
  /** Rate of that distribution, a time: the mean leaving rate is s / β. */
  readonly beta: number;
}

/** A Pareto/NBD model: customers buy at random times until they leave at a random time. Plain JSON. */
export interface ParetoNbd {
  /** Which model. */
  readonly model: "pareto-nbd";
  /** How many days the unit of time has. */
  readonly unitDays: number;
  /** Its parameters. */
  readonly parameters: ParetoNbdParameters;
}

/**
 * The Pareto/NBD model that makes the purchases of customers without a contract most likely. Log-likelihood and boundary as with
 * {@link fitBgNbd}.
 *
 * @throws `InvalidInputError` naming up to a hundred rows that cannot be
 * @see D. C. Schmittlein, D. G. Morrison, R. Colombo: Counting your customers, Management Science 33 (1987), 1–24
 * @see P. S. Fader, B. G. S. Hardie: A note on deriving the Pareto/NBD model and related expressions, 2005, equation 17
 */
export function fitParetoNbd(
  purchases: RepeatPurchases,
): ParetoNbd & Fit<keyof ParetoNbdParameters> {
  checkPurchases(purchases);
  const { unitDays, frequency, recency, age, count } = purchases;
  const seen = seenOf([frequency, recency, age], count);
  const time = meanOf(seen, 2);
  const start = { r: 0.5, alpha: startingTime(meanOf(seen, 0), time), s: 0.5, beta: time || 1 };
  return {
    model: "pareto-nbd",
    unitDays,
    ...fitted({ likelihood: pareto, start, terrain: PAIRS }, seen),
  };
}

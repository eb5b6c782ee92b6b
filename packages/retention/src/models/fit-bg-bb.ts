import { InvalidInputError, type KefuIssue } from "@kefu/core";
import { betaBinomial } from "./beta-binomial.ts";
import { PAIRS } from "./climb.ts";
import { type Fit, fitted, seenOf } from "./fit-model.ts";
import { checkPurchases, type RepeatPurchases } from "./repeat-purchases.ts";

/** The four parameters of BG/BB. */
export interface BgBbParameters {
  /** First shape of the beta distribution of the chance to buy at an opportunity. */
  readonly alpha: number;
  /** Second shape of that distribution. */
  readonly beta: number;
  /** First shape of the beta distribution of the chance to leave before an opportunity. */
  readonly gamma: number;
  /** Second shape of that distribution. */
  readonly delta: number;
}

/** A BG/BB model: opportunities come one by one, and customers use them until they leave. Plain JSON. */
export interface BgBb {
  /** Which model. */
  readonly model: "bg-bb";
  /** How many days lie between two opportunities. */
  readonly unitDays: number;
  /** Its parameters. */
  readonly parameters: BgBbParameters;
}

/** With more opportunities the time is as good as continuous: take another model. */
export const MOST_OPPORTUNITIES = 1000;

/**
 * The BG/BB model that makes the used opportunities of customers without a contract most likely: for purchases that can
 * only be made at given times, such as yearly donations or conferences. `frequency` counts the used opportunities,
 * `recency` is the number of the last used one (0 for none), `age` the number of all.
 *
 * @throws `InvalidInputError` naming up to a hundred rows that cannot be, such as a frequency above the recency, and more than
 *   a thousand opportunities
 * @see P. S. Fader, B. G. S. Hardie, J. Shang: Customer-base analysis in a discrete-time noncontractual setting, Marketing
 *   Science 29 (2010), 1086–1108
 */
export function fitBgBb(purchases: RepeatPurchases): BgBb & Fit<keyof BgBbParameters> {
  checkOpportunities(purchases);
  const { unitDays, frequency, recency, age, count } = purchases;
  const seen = seenOf([frequency, recency, age], count);
  const start = { alpha: 1, beta: 1, gamma: 1, delta: 2 };
  return {
    model: "bg-bb",
    unitDays,
    ...fitted({ likelihood: betaBinomial, start, terrain: PAIRS }, seen),
  };
}

/** Refuses opportunities that cannot be. */
export function checkOpportunities(purchases: RepeatPurchases): void {
  checkPurchases(purchases);
  const { frequency, recency, age } = purchases;
  const issues: KefuIssue[] = [];
  for (let row = 0; row < frequency.length && issues.length < 100; row++) {
    const [x, last, all] = [frequency[row] as number, recency[row] as number, age[row] as number];
    if (!Number.isInteger(last)) {
      issues.push({ path: ["recency", row], message: "must be a whole number" });
    } else if (x > last) {
      issues.push({ path: ["frequency", row], message: "must not be above the recency" });
    }
    if (!Number.isInteger(all) || all > MOST_OPPORTUNITIES) {
      const message = `must be a whole number up to ${MOST_OPPORTUNITIES}`;
      issues.push({ path: ["age", row], message });
    }
  }
  if (issues.length > 0) throw new InvalidInputError("repeat purchases", issues);
}

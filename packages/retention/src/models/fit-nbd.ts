import { logGamma } from "../numerics/gamma-functions.ts";
import type { Cells } from "./cells.ts";
import { startingTime } from "./fit-bg-nbd.ts";
import { type Fit, fitted, meanOf, seenOf } from "./fit-model.ts";
import { add, type Likelihood, risingFactorials } from "./likelihood.ts";
import { checkPurchases, type RepeatPurchases } from "./repeat-purchases.ts";

/** The two parameters of NBD. */
export interface NbdParameters {
  /** Shape of the gamma distribution of buying rates. */
  readonly r: number;
  /** Rate of that distribution, a time: the mean buying rate is r / α. */
  readonly alpha: number;
}

/** An NBD model: customers buy at random times and never leave. Plain JSON. */
export interface Nbd {
  /** Which model. */
  readonly model: "nbd";
  /** How many days the unit of time has. */
  readonly unitDays: number;
  /** Its parameters. */
  readonly parameters: NbdParameters;
}

/**
 * The NBD model that makes the purchases most likely: the yardstick for the others, as nobody ever leaves. A model with
 * leaving whose log-likelihood is not well above has found no leaving.
 *
 * @throws `InvalidInputError` naming up to a hundred rows that cannot be
 * @see A. S. C. Ehrenberg: The pattern of consumer purchases, Applied Statistics 8 (1959), 26–41
 */
export function fitNbd(purchases: RepeatPurchases): Nbd &
  Fit<keyof NbdParameters> & {
    /** The log-likelihood of the counts alone, whatever the times: with the term T^x / x!. */
    readonly countLogLikelihood: number;
  } {
  checkPurchases(purchases);
  const { unitDays, frequency, age, count } = purchases;
  const seen = seenOf([frequency, age], count);
  const start = { r: 0.5, alpha: startingTime(meanOf(seen, 0), meanOf(seen, 1)) };
  const fit = fitted({ likelihood: nbd, start }, seen);
  const countLogLikelihood = fit.logLikelihood + countTerms(seen.cells);
  return { model: "nbd", unitDays, ...fit, countLogLikelihood };
}

export const nbd: Likelihood = {
  addFrequencies: ([r = 0, alpha = 0], { columns, counts }, sums) => {
    const ofR = risingFactorials(r);
    const logAlpha = Math.log(alpha);
    for (let row = 0; row < counts.length; row++) {
      const [buys, count] = [ofR(columns[0]?.[row] as number), counts[row] as number];
      add(sums, 0, count * (buys.log + r * logAlpha));
      add(sums, 1, count * (buys.first + logAlpha));
      add(sums, 2, (count * r) / alpha);
      add(sums, 3, count * buys.second);
      add(sums, 4, count / alpha);
      add(sums, 5, (-count * r) / (alpha * alpha));
    }
  },
  addTimes: ([r = 0, alpha = 0], { columns, counts }, sums) => {
    for (let row = 0; row < counts.length; row++) {
      const [x, n] = [columns[0]?.[row] as number, counts[row] as number];
      const end = alpha + (columns[1]?.[row] as number);
      const logEnd = Math.log(end);
      add(sums, 0, -n * (r + x) * logEnd);
      add(sums, 1, -n * logEnd);
      add(sums, 2, (-n * (r + x)) / end);
      add(sums, 4, -n / end);
      add(sums, 5, (n * (r + x)) / (end * end));
    }
  },
};

function countTerms({ columns, counts }: Cells): number {
  let sum = 0;
  for (let row = 0; row < counts.length; row++) {
    const [x, age] = [columns[0]?.[row] as number, columns[1]?.[row] as number];
    if (x > 0) sum += (counts[row] as number) * (x * Math.log(age) - logGamma(x + 1));
  }
  return sum;
}

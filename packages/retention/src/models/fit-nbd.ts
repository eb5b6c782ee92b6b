import { logGamma } from "../numerics/gamma-functions.ts";
import type { Cells } from "./cells.ts";
import type { Terrain } from "./climb.ts";
import { startingTime } from "./fit-bg-nbd.ts";
import { type Fit, fitted, meanOf, seenOf } from "./fit-model.ts";
import { add, bendOf, type Likelihood, risingFactorials } from "./likelihood.ts";
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
  const fit = fitted({ likelihood: nbd, start, terrain: ONE_PAIR }, seen);
  const countLogLikelihood = fit.logLikelihood + countTerms(seen.cells);
  return { model: "nbd", unitDays, ...fit, countLogLikelihood };
}

/** As both parameters grow in a ratio, customers become alike. There is one top. */
const ONE_PAIR: Terrain = {
  directions: [
    [0, 1],
    [1, 1],
  ],
  lookouts: [],
};

export const nbd: Likelihood = {
  addFrequencies: ([r = 0], { columns, counts }, sums) => {
    const ofR = risingFactorials(r);
    for (let row = 0; row < counts.length; row++) {
      const [buys, count] = [ofR(columns[0]?.[row] as number), counts[row] as number];
      add(sums, 0, count * buys.log);
      add(sums, 1, count * r * buys.first);
      add(sums, 3, count * bendOf(r, buys));
    }
  },
  addTimes: ([r = 0, alpha = 0], { columns, counts }, sums) => {
    const logAlpha = Math.log(alpha);
    for (let row = 0; row < counts.length; row++) {
      const [n, x] = [counts[row] as number, columns[0]?.[row] as number];
      const age = columns[1]?.[row] as number;
      // α^r (α + T)^−(r+x) in a form that does not cancel where r and α are large.
      const [grown, share] = [Math.log1p(age / alpha), age / (alpha + age)];
      add(sums, 0, -n * (r * grown + x * (logAlpha + grown)));
      add(sums, 1, -n * r * grown);
      add(sums, 2, n * ((r + x) * share - x));
      add(sums, 3, -n * r * grown);
      add(sums, 4, n * r * share);
      add(sums, 5, -n * (r + x) * share * (1 - share));
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

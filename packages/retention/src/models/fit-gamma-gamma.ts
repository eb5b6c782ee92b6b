import { digamma, logGamma, trigamma } from "../numerics/gamma-functions.ts";
import type { Cells } from "./cells.ts";
import { type Fit, fitted, meanOf, seenOf } from "./fit-model.ts";
import { add, type Likelihood, type SlopeSums } from "./likelihood.ts";
import { checkSpend, type RepeatSpend } from "./repeat-purchases.ts";

/** The three parameters of Gamma–Gamma. */
export interface GammaGammaParameters {
  /** Shape of the gamma distribution of what a customer spends on a purchase. */
  readonly p: number;
  /** Shape of the gamma distribution of the rate of that distribution. */
  readonly q: number;
  /** Rate of that second distribution, an amount. */
  readonly v: number;
}

/** A Gamma–Gamma model: customers spend around a mean of their own. Plain JSON. */
export interface GammaGamma {
  /** Which model. */
  readonly model: "gamma-gamma";
  /** Its parameters. */
  readonly parameters: GammaGammaParameters;
}

/** How far frequency and mean spend may go together before the model, which takes them for independent, misleads. */
const DEPENDENT = 0.3;

/**
 * The Gamma–Gamma model that makes the mean spend of customers most likely. Only customers with a repeat purchase that cost
 * something tell anything; the others are counted as `excluded`.
 *
 * Diagnostics: `POPULATION_MEAN_UNDEFINED` where q is not above 1, so that customers without history have no expected spend;
 * `DEPENDENCE` where frequency and mean spend are correlated by more than 0.3; `BOUNDARY` and log-likelihood, in the unit of the
 * data, as with {@link fitBgNbd}.
 *
 * @throws `InvalidInputError` naming up to a hundred rows that cannot be, such as a negative spend
 * @see P. S. Fader, B. G. S. Hardie: The gamma-gamma model of monetary value, 2013, equation 1a
 *
 * @example
 * ```ts
 * import { expectedSpend, fitGammaGamma } from "@kefu/retention";
 *
 * const spend = {
 *   kind: "nonContractual",
 *   frequency: [2, 1, 5, 0, 3, 2, 1, 4],
 *   repeatSpendMinor: [4400, 1200, 30_000, 0, 9300, 2500, 6100, 12_800],
 * } as const;
 * const fit = fitGammaGamma(spend);
 * const { values, populationMean } = expectedSpend(fit, spend);
 * [fit.customers, fit.excluded, values[3] === populationMean]; // => [7, 1, true]
 * ```
 */
export function fitGammaGamma(spend: RepeatSpend): GammaGamma &
  Fit<keyof GammaGammaParameters> & {
    /** How many customers tell nothing of what they spend. */
    readonly excluded: number;
  } {
  checkSpend(spend);
  const { columns, counts, excluded } = spenders(spend);
  const seen = seenOf(columns, counts);
  const start = { p: 3, q: 4, v: meanOf(seen, 1) / (meanOf(seen, 0) || 1) || 1 };
  const fit = fitted({ likelihood: gammaGamma, start }, seen, {
    DEPENDENCE: Math.abs(correlation(seen.cells)) > DEPENDENT,
  });
  const undefinedMean = fit.parameters.q <= 1 ? (["POPULATION_MEAN_UNDEFINED"] as const) : [];
  const diagnostics = [...fit.diagnostics, ...undefinedMean];
  return { model: "gamma-gamma", ...fit, diagnostics, excluded };
}

/** The customers with a repeat purchase that cost something: only they tell what is spent. */
export function spenders({ frequency, repeatSpendMinor, count }: RepeatSpend) {
  const size = frequency.length;
  const [times, spent] = [new Float64Array(size), new Float64Array(size)];
  const counts = new Float64Array(size);
  let [next, excluded] = [0, 0];
  for (let row = 0; row < size; row++) {
    const amount = repeatSpendMinor[row] as number;
    const customers = count === undefined ? 1 : (count[row] as number);
    if (amount > 0) {
      times[next] = frequency[row] as number;
      spent[next] = amount;
      counts[next++] = customers;
    } else excluded += customers;
  }
  const columns = [times.subarray(0, next), spent.subarray(0, next)] as const;
  return { columns, counts: counts.subarray(0, next), excluded };
}

export const gammaGamma: Likelihood = {
  addFrequencies: ([p = 0, q = 0, v = 0], { columns, counts }, sums) => {
    const [ofQ, firstOfQ, secondOfQ, logV] = [logGamma(q), digamma(q), trigamma(q), Math.log(v)];
    for (let row = 0; row < counts.length; row++) {
      const [x, count] = [columns[0]?.[row] as number, counts[row] as number];
      const [all, own] = [p * x + q, p * x];
      const bend = trigamma(all);
      add(sums, 0, count * (logGamma(all) - logGamma(own) - ofQ + q * logV + Math.log(x)));
      add(sums, 1, count * x * (digamma(all) - digamma(own)));
      add(sums, 2, count * (digamma(all) - firstOfQ + logV));
      add(sums, 3, (count * q) / v);
      add(sums, 4, count * x * x * (bend - trigamma(own)));
      add(sums, 5, count * x * bend);
      add(sums, 6, count * (bend - secondOfQ));
      add(sums, 8, count / v);
      add(sums, 9, (-count * q) / (v * v));
    }
  },
  addTimes: addAmounts,
};

/** (p x − 1) ln z − (p x + q) ln(v + z), for a spend of z. */
function addAmounts(
  [p = 0, q = 0, v = 0]: readonly number[],
  { columns, counts }: Cells,
  sums: SlopeSums,
): void {
  const [frequency, spend] = columns;
  let [value, byP, byQ, byV, vp, vq, vv] = [0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row < counts.length; row++) {
    const n = counts[row] as number;
    const [x, z] = [frequency?.[row] as number, spend?.[row] as number];
    const [logZ, logAll, perAll, power] = [Math.log(z), Math.log(v + z), n / (v + z), p * x + q];
    value += n * ((p * x - 1) * logZ - power * logAll);
    byP += n * x * (logZ - logAll);
    byQ -= n * logAll;
    byV -= power * perAll;
    vp -= x * perAll;
    vq -= perAll;
    vv += (power * perAll) / (v + z);
  }
  for (const [index, sum] of [value, byP, byQ, byV, 0, 0, 0, vp, vq, vv].entries()) {
    add(sums, index, sum);
  }
}

/** Between frequency and mean spend; 0 where either does not vary. */
function correlation({ columns, counts }: Cells): number {
  const [frequency, spend] = columns;
  let [n, meanX, meanM, xx, mm, xm] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < counts.length; row++) {
    const count = counts[row] as number;
    const [x, z] = [frequency?.[row] as number, spend?.[row] as number];
    n += count;
    const [apartX, apartM] = [x - meanX, z / x - meanM];
    meanX += (count * apartX) / n;
    meanM += (count * apartM) / n;
    xx += count * apartX * (x - meanX);
    mm += count * apartM * (z / x - meanM);
    xm += count * apartX * (z / x - meanM);
  }
  return xx > 0 && mm > 0 ? xm / Math.sqrt(xx * mm) : 0;
}

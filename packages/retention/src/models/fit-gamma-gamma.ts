import { gammaRise, logGamma, trigamma } from "../numerics/gamma-functions.ts";
import { logOnePlus } from "../numerics/nearly-one.ts";
import type { Cells } from "./cells.ts";
import type { Terrain } from "./climb.ts";
import { type Fit, fitted, meanOf, seenOf } from "./fit-model.ts";
import { add, bendOf, type Likelihood, type SlopeSums } from "./likelihood.ts";
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

/** The mean spend; as q and v grow in a ratio, customers become alike; as p grows and v falls, all purchases of a customer. */
export const SPEND: Terrain = {
  directions: [
    [0, 0, 1],
    [0, 1, 1],
    [1, 0, -1],
  ],
  lookouts: [
    [0, 0, 0],
    [-3, 0, 0],
    [-3, -3, 0],
    [0, -3, -5],
    [-3, 15, 18],
    [3, 15, 12],
    [15, 0, -15],
    [15, -3, -15],
  ],
};

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
  const fit = fitted({ likelihood: gammaGamma, start, terrain: SPEND }, seen, {
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
  addFrequencies: ([p = 0, q = 0]: readonly number[], { columns, counts }, sums) => {
    for (let row = 0; row < counts.length; row++) {
      const [x, count] = [columns[0]?.[row] as number, counts[row] as number];
      const own = p * x;
      // 1 / B(p x, q), and its derivatives by p x and by q.
      const [byOwn, byQ] = [gammaRise(own, q), gammaRise(q, own)];
      const log = own < q ? byQ.log - logGamma(own) : byOwn.log - logGamma(q);
      add(sums, 0, count * (log + Math.log(x)));
      add(sums, 1, count * own * byOwn.first);
      add(sums, 2, count * q * byQ.first);
      add(sums, 4, count * bendOf(own, byOwn));
      add(sums, 5, count * own * q * trigamma(own + q));
      add(sums, 6, count * bendOf(q, byQ));
    }
  },
  addTimes: addAmounts,
};

/** (z / (v + z))^(p x) · (v / (v + z))^q / z, for a spend of z. */
function addAmounts(
  [p = 0, q = 0, v = 0]: readonly number[],
  { columns, counts }: Cells,
  sums: SlopeSums,
): void {
  const [frequency, spend] = columns as readonly [Float64Array, Float64Array];
  const logV = Math.log(v);
  const largest = Math.max(p, q);
  let [byP, byQ, byV, pv, qv, vv, logs] = [0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row < counts.length; row++) {
    const n = counts[row] as number;
    const [own, z] = [p * (frequency[row] as number), spend[row] as number];
    const [share, rest] = [z / (v + z), v / (v + z)];
    const logZ = Math.log(z);
    // ln (v + z)/z and ln (v + z)/v: the smaller one, and the other by it.
    const smaller = logOnePlus(z > v ? v / z : z / v, largest);
    const larger = smaller + Math.abs(logZ - logV);
    const [ofOwn, ofRest] = z > v ? [smaller, larger] : [larger, smaller];
    byP -= n * own * ofOwn;
    byQ -= n * q * ofRest;
    logs += n * logZ;
    pv -= n * own * rest;
    qv += n * share;
    vv -= n * (own + q) * share * rest;
  }
  byV = pv + q * qv;
  const all = [byP + byQ - logs, byP, byQ, byV, byP, 0, byQ, pv, q * qv, vv];
  for (const [index, sum] of all.entries()) add(sums, index, sum);
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

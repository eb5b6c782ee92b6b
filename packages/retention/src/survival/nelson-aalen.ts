import { type Interval, parseInput } from "@kefu/core";
import {
  diagnosticsOf,
  EstimateOptions,
  type EstimateOptionsInput,
  FEW,
  type Stated,
} from "../estimate.ts";
import { deviationsFor } from "../numerics/normal.ts";
import { type LifetimeSum, lifetimes, type RiskRow } from "./lifetimes.ts";

/** A step of a cumulative hazard: it rises to `hazard` at `time`. */
export interface HazardPoint extends RiskRow {
  /** How often somebody who is replaced each time he leaves would have left by then. */
  readonly hazard: number;
  /** Its standard error. */
  readonly standardError: number;
  /** Where the true hazard lies. */
  readonly interval: Interval;
}

/** How the readiness to leave adds up. */
export interface CumulativeHazard extends Stated {
  /** Contracts have an end that is seen. */
  readonly kind: "contractual";
  /** A point for each time at which somebody left, in order; before the first, it is 0. */
  readonly points: readonly HazardPoint[];
}

/**
 * How the readiness to leave adds up over time: the estimate of Nelson and Aalen. Where its curve is straight, time makes no
 * difference; where it flattens, those who stayed are ever more loyal.
 *
 * @param sum - what {@link lifetimes} summed up
 * @throws `InvalidInputError` when the sum or the options have not their shape
 * @see O. Aalen: Nonparametric inference for a family of counting processes, Annals of Statistics 6 (1978), 701–726
 * @see J. P. Klein, M. L. Moeschberger: Survival analysis, 2003, 4.2.3, 4.2.4; the interval is symmetric on the logarithm
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { lifetimes, nelsonAalen } from "@kefu/retention";
 *
 * const months = [3, 5, 5, 8].map((time) => ({ time, ended: true }));
 * nelsonAalen(accumulate(lifetimes, months)).points.map(({ hazard }) => hazard.toFixed(4));
 * // => ["0.2500", "0.9167", "1.9167"]
 * ```
 */
export function nelsonAalen(
  sum: LifetimeSum,
  options: EstimateOptionsInput = {},
): CumulativeHazard {
  const { level, asOf = null } = parseInput(EstimateOptions, "hazard options", options);
  const deviations = deviationsFor(level);
  const risk = lifetimes.finish(sum);
  let [n, events, hazard, variance] = [0, 0, 0, 0];
  const points: HazardPoint[] = [];
  for (const row of risk) {
    const { ended, censored, atRisk } = row;
    n += ended + censored;
    events += ended;
    if (ended === 0) continue;
    hazard += ended / atRisk;
    variance += ended / atRisk ** 2;
    const standardError = Math.sqrt(variance);
    const factor = Math.exp((deviations * standardError) / hazard);
    points.push({
      ...row,
      hazard,
      standardError,
      interval: { lower: hazard / factor, upper: hazard * factor },
    });
  }
  return {
    kind: "contractual",
    level,
    n,
    asOf,
    definition: { code: "cumulative-hazard", facts: {} },
    diagnostics: diagnosticsOf({
      NO_DATA: n === 0,
      FEW_EVENTS: n > 0 && events < FEW,
      BOUNDARY: n > 0 && events === 0,
    }),
    points,
  };
}

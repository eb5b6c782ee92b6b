import { type Because, parseInput } from "@kefu/core";
import { z } from "zod";
import { type Diagnostic, diagnosticsOf, FEW } from "../estimate.ts";
import { highestTop } from "../numerics/highest-top.ts";
import { type Maximum, maximize, type Slopes } from "../numerics/maximize.ts";
import type { RenewalPoint } from "./renewal-curve.ts";
import {
  named,
  RENEWAL_MODELS,
  type RenewalModel,
  RenewalOptions,
  type RenewalOptionsInput,
} from "./renewal-models.ts";

/** How many customers of each cohort were left after each renewal. */
export const SurvivorCounts = z
  .strictObject({
    /** Contracts have an end that is seen. */
    kind: z.literal("contractual"),
    /** By cohort: how many began, how many renewed once, twice, and so on. Cohorts may be observed differently long. */
    cohorts: z
      .array(z.array(z.int().nonnegative().max(1e12)).min(2).max(10_000).readonly())
      .min(1)
      .readonly(),
  })
  .superRefine(({ cohorts }, { addIssue }) => {
    for (const [cohort, survivors] of cohorts.entries()) {
      for (let at = 1; at < survivors.length; at++) {
        if ((survivors[at] as number) <= (survivors[at - 1] as number)) continue;
        addIssue({
          code: "custom",
          path: ["cohorts", cohort, at],
          message: "must not rise: who left does not renew",
        });
      }
    }
  });
/** How many customers of each cohort were left after each renewal, before it is checked. */
export type SurvivorCountsInput = Readonly<z.input<typeof SurvivorCounts>>;

/** A fitted model of renewals. */
export interface RenewalFit extends RenewalModel {
  /** The standard errors of the parameters; `null` where the best parameters lie at a boundary. */
  readonly standardErrors: RenewalModel["parameters"] | null;
  /** The natural logarithm of how likely the model makes what was seen; the number of ways to pick customers is left out. */
  readonly logLikelihood: number;
  /** How many customers began. */
  readonly customers: number;
  /** How the search ended. */
  readonly status: Maximum["status"];
  /** What was fitted; `retentionMessages` has the sentences. */
  readonly definition: Because;
  /** What to bear in mind. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The model that makes most likely how many customers were left after each renewal. Much shorter data than the future that is
 * forecast suffice: early renewals tell how different customers are.
 *
 * With `BOUNDARY` among the diagnostics the best parameters lie at infinity or zero (all customers alike, nobody left, all
 * left at once); forecasts are usable, standard errors are `null`.
 *
 * @throws `InvalidInputError` when the counts or the options have not their shape, or counts rise
 * @see P. S. Fader, B. G. S. Hardie: How to project customer retention, Journal of Interactive Marketing 21 (2007), 76–90
 * @see P. S. Fader, B. G. S. Hardie, Y. Liu, J. Davin, T. Steenburgh: "How to project customer retention" revisited: the role of
 *   duration dependence, Journal of Interactive Marketing 43 (2018), 1–16
 *
 * @example
 * ```ts
 * import { fitRenewals } from "@kefu/retention";
 *
 * const { parameters, logLikelihood } = fitRenewals({
 *   kind: "contractual",
 *   cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]],
 * });
 * [parameters.gamma?.toFixed(3), parameters.delta?.toFixed(3)]; // => ["0.668", "3.806"]
 * logLikelihood.toFixed(1); // => "-1611.2"
 * ```
 */
export function fitRenewals(
  counts: SurvivorCountsInput,
  options: RenewalOptionsInput = {},
): RenewalFit {
  const { cohorts } = parseInput(SurvivorCounts, "survivor counts", counts);
  const { model } = parseInput(RenewalOptions, "renewal options", options);
  const { customers, left, stayed } = seenIn(cohorts);
  const lost = left.reduce((sum, count) => sum + count, 0);
  const early = Math.min(0.99, Math.max(0.01, (left[1] ?? 0) / Math.max(1, customers)));
  const { curve, startAt, directions, lookouts } = RENEWAL_MODELS[model];
  const start = startAt(early);
  const at = (point: readonly number[]) => start.map((one, i) => one * Math.exp(point[i] ?? 0));
  const slopesAt = (point: readonly number[]) =>
    likelihoodOf((renewals) => curve(at(point), renewals), { left, stayed }, start.length);
  const first = maximize(
    slopesAt,
    start.map(() => 0),
    { directions },
  );
  const best = highestTop(first, { slopesAt, directions, lookouts });
  const { status, covariance } = best;
  const { parameters, perLog } = named(model, at(best.point));
  return {
    kind: "contractual",
    model,
    parameters,
    standardErrors:
      covariance &&
      Object.fromEntries(
        Object.entries(perLog).map(([name, slope], i) => [
          name,
          slope * Math.sqrt(covariance[i]?.[i] ?? 0),
        ]),
      ),
    logCovariance: covariance,
    logLikelihood: best.value,
    customers,
    status,
    definition: { code: model, facts: { renewals: left.length - 1 } },
    diagnostics: diagnosticsOf({
      NO_DATA: customers === 0,
      FEW_EVENTS: customers > 0 && lost < FEW,
      BOUNDARY: status === "boundary",
      NOT_CONVERGED: status === "not-converged",
    }),
  };
}

/** How many left at each renewal, and how many were last seen after it. */
interface Seen {
  readonly left: readonly number[];
  readonly stayed: readonly number[];
}

function seenIn(cohorts: readonly (readonly number[])[]): Seen & { readonly customers: number } {
  const length = Math.max(...cohorts.map((survivors) => survivors.length));
  const [left, stayed] = [new Float64Array(length), new Float64Array(length)];
  let customers = 0;
  for (const survivors of cohorts) {
    let [before = 0] = survivors;
    customers += before;
    for (const [at, count] of survivors.entries()) {
      raise(left, at, before - count);
      before = count;
    }
    raise(stayed, survivors.length - 1, before);
  }
  return { customers, left: [...left], stayed: [...stayed] };
}

function raise(counts: Float64Array, at: number, by: number): void {
  counts[at] = (counts[at] as number) + by;
}

/** A share that rounds to 0 has a logarithm, too. */
const LEAST = 1e-300;

function likelihoodOf(
  pointAt: (renewals: number) => RenewalPoint,
  { left, stayed }: Seen,
  size: number,
): Slopes {
  let value = 0;
  const gradient = new Array<number>(size).fill(0);
  const plus = (count: number, { slopes }: RenewalPoint) => {
    for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + count * (slopes[i] ?? 0);
  };
  let before = pointAt(0);
  for (let at = 1; at < left.length; at++) {
    const here = pointAt(at);
    const [lost = 0, kept = 0] = [left[at], stayed[at]];
    const step = here.logShare - before.logShare;
    const share = Math.max(LEAST, -Math.expm1(step));
    const odds = Math.exp(step) / share;
    value += lost * (before.logShare + Math.log(share)) + kept * here.logShare;
    plus(lost * (1 + odds), before);
    plus(kept - lost * odds, here);
    before = here;
  }
  return { value, gradient };
}

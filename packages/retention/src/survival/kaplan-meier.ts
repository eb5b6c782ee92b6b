import { type Interval, parseInput } from "@kefu/core";
import { z } from "zod";
import { diagnosticsOf, EstimateOptions, FEW, type Stated } from "../estimate.ts";
import { deviationsFor } from "../numerics/normal.ts";
import { type LifetimeSum, LONGEST, lifetimes, type RiskRow } from "./lifetimes.ts";
import { logLogInterval } from "./log-log-interval.ts";

/** How to draw a survival curve. */
export const SurvivalOptions = z.strictObject({
  ...EstimateOptions.shape,
  /**
   * The interval around each point: `"logLog"` stays within 0 and 1 and holds what it promises with few customers, `"log"` is
   * what R does unless told otherwise, `"plain"` is symmetric. All are cut at 0 and 1.
   */
  interval: z.enum(["logLog", "log", "plain"]).default("logLog"),
  /** Where the restricted mean ends; at the last time of the data unless said. */
  horizon: z.number().positive().max(LONGEST).optional(),
});
/** How to draw a survival curve, with defaults left out. */
export type SurvivalOptionsInput = Readonly<z.input<typeof SurvivalOptions>>;

/** A step of a survival curve: it falls to `survival` at `time`, and stays there until the next. */
export interface SurvivalPoint extends RiskRow {
  /** The share of customers that outlasts the time. */
  readonly survival: number;
  /** The standard error of the share (Greenwood); 0 where nobody is left. */
  readonly standardError: number;
  /** Where the true share lies; `null` where nobody is left, of which nothing can be said. */
  readonly interval: Interval | null;
}

/** A time with its interval; where the data do not reach, `null`. */
export interface TimeEstimate {
  /** The time. */
  readonly value: number | null;
  /** Not before. */
  readonly lower: number | null;
  /** Not after. */
  readonly upper: number | null;
}

/** A survival curve. */
export interface SurvivalCurve extends Stated {
  /** Contracts have an end that is seen. */
  readonly kind: "contractual";
  /** A point for each time at which somebody left, in order; before the first, the share is 1. */
  readonly points: readonly SurvivalPoint[];
  /** Everything that happened, the times included at which customers were only lost sight of: for tables below a picture. */
  readonly risk: readonly RiskRow[];
  /** How many left. */
  readonly ended: number;
  /** The first time that no more than half outlast; `null` where more than half outlast the data. */
  readonly median: TimeEstimate;
  /** The mean time up to a horizon, which unlike the mean is known although some have not left. */
  readonly restrictedMean: RestrictedMean;
}

/** The mean of the times, each cut at the horizon. */
export interface RestrictedMean extends TimeEstimate {
  /** The standard error. */
  readonly standardError: number | null;
  /** Where it ends. Beyond the last time of the data, the curve is taken to go on level. */
  readonly horizon: number | null;
}

/**
 * How many customers outlast each time, though some have not left yet: the product-limit estimate of Kaplan and Meier.
 *
 * Who leaves at a time was at risk at it; who is lost sight of at a time was, too. Customers who came into sight late count
 * from then on (left truncation).
 *
 * @param sum - what {@link lifetimes} summed up
 * @throws `InvalidInputError` when the sum or the options have not their shape
 * @see E. L. Kaplan, P. Meier: Nonparametric estimation from incomplete observations, Journal of the American Statistical
 *   Association 53 (1958), 457–481
 * @see J. P. Klein, M. L. Moeschberger: Survival analysis, 2003, 4.2 (Greenwood), 4.3 (intervals), 4.5 (restricted mean,
 *   median with its interval after R. Brookmeyer, J. Crowley 1982)
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { kaplanMeier, lifetimes } from "@kefu/retention";
 *
 * const months = [3, 5, 5, 8, 12].map((time) => ({ time, ended: time < 12 }));
 * const { points, median } = kaplanMeier(accumulate(lifetimes, months));
 * points.map(({ time, survival }) => [time, survival.toFixed(2)]);
 * // => [[3, "0.80"], [5, "0.40"], [8, "0.20"]]
 * median.value; // => 5
 * ```
 */
export function kaplanMeier(sum: LifetimeSum, options: SurvivalOptionsInput = {}): SurvivalCurve {
  const parsed = parseInput(SurvivalOptions, "survival options", options);
  const { level, asOf = null, interval: method, horizon } = parsed;
  const risk = lifetimes.finish(sum);
  const deviations = deviationsFor(level);
  const points = pointsOf(risk, (survival, spread) =>
    around[method](survival, deviations * spread),
  );
  const ended = risk.reduce((total, row) => total + row.ended, 0);
  const n = risk.reduce((total, row) => total + row.ended + row.censored, 0);
  return {
    kind: "contractual",
    level,
    n,
    asOf,
    definition: {
      code: "survival",
      facts: { interval: method },
    },
    diagnostics: diagnosticsOf({
      NO_DATA: n === 0,
      FEW_EVENTS: n > 0 && ended < FEW,
      BOUNDARY: n > 0 && (ended === 0 || points.at(-1)?.survival === 0),
    }),
    points,
    risk,
    ended,
    median: medianOf(points),
    restrictedMean: restrictedMean(points, horizon ?? risk.at(-1)?.time, deviations),
  };
}

/**
 * The share of customers that outlasts a time: 1 before anybody left, `null` for an empty curve and beyond its data.
 *
 * @throws `InvalidInputError` when the curve is none, or the time no number from 0 up
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { kaplanMeier, lifetimes, survivalAt } from "@kefu/retention";
 *
 * const curve = kaplanMeier(accumulate(lifetimes, [{ time: 3, ended: true }, { time: 9, ended: false }]));
 * [2.9, 3, 9, 9.1].map((time) => survivalAt(curve, time)); // => [1, 0.5, 0.5, null]
 * ```
 */
export function survivalAt(
  curve: Pick<SurvivalCurve, "points" | "risk">,
  time: number,
): number | null {
  const { points, risk } = parseInput(Curve, "survival curve", curve);
  if (!(parseInput(Time, "time", time) <= (risk.at(-1)?.time ?? -1))) return null;
  return points.findLast((point) => point.time <= time)?.survival ?? 1;
}

const Time = z.number().nonnegative();
const Curve = z.object({
  points: z.array(z.object({ time: z.number(), survival: z.number() })),
  risk: z.array(z.object({ time: z.number() })),
});

/** By the scale on which the interval is symmetric. `width` is in standard errors of the logarithm of the share. */
const around: Record<
  z.output<typeof SurvivalOptions>["interval"],
  (share: number, width: number) => Interval
> = {
  plain: (share, width) => ({
    lower: Math.max(0, share * (1 - width)),
    upper: Math.min(1, share * (1 + width)),
  }),
  log: (share, width) => ({
    lower: share * Math.exp(-width),
    upper: Math.min(1, share * Math.exp(width)),
  }),
  logLog: logLogInterval,
};

function pointsOf(
  risk: readonly RiskRow[],
  around: (survival: number, spread: number) => Interval,
): SurvivalPoint[] {
  let [survival, sum] = [1, 0];
  const points: SurvivalPoint[] = [];
  for (const row of risk) {
    if (row.ended === 0) continue;
    const left = row.atRisk - row.ended;
    survival *= left / row.atRisk;
    sum += left === 0 ? 0 : row.ended / row.atRisk / left;
    points.push({
      ...row,
      survival,
      standardError: survival * Math.sqrt(sum),
      interval: survival > 0 ? around(survival, Math.sqrt(sum)) : null,
    });
  }
  return points;
}

/** Products of shares that should be one half miss it by a last digit. */
const HALF = 0.5 + 1e-12;

function medianOf(points: readonly SurvivalPoint[]): TimeEstimate {
  const first = (shareOf: (point: SurvivalPoint) => number): number | null =>
    points.find((point) => shareOf(point) <= HALF)?.time ?? null;
  return {
    value: first(({ survival }) => survival),
    lower: first(({ interval }) => interval?.lower ?? 0),
    upper: first(({ interval }) => interval?.upper ?? 0),
  };
}

/** The area below the curve, and below what remains of it behind each step for the standard error. */
function restrictedMean(
  points: readonly SurvivalPoint[],
  horizon: number | undefined,
  deviations: number,
): RestrictedMean {
  if (horizon === undefined) {
    return { value: null, lower: null, upper: null, standardError: null, horizon: null };
  }
  let [area, variance, end] = [0, 0, horizon];
  for (const { time, survival, atRisk, ended } of points.toReversed()) {
    if (time >= horizon) continue;
    area += survival * (end - time);
    if (survival > 0) variance += (area ** 2 * ended) / atRisk / (atRisk - ended);
    end = time;
  }
  const value = area + end;
  const standardError = Math.sqrt(variance);
  const half = deviations * standardError;
  return {
    value,
    lower: Math.max(0, value - half),
    upper: Math.min(horizon, value + half),
    standardError,
    horizon,
  };
}

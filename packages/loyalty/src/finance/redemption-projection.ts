import type { Fraction, Interval } from "@kefu/core";
import type { Step } from "./development.ts";
import { exactNumber, sumOf } from "./exact-rate.ts";

/** What to bear in mind when reading a projection, see {@link RedemptionProjection}. */
export type ProjectionDiagnostic =
  | "TOO_FEW_COHORTS"
  | "NO_DEVELOPMENT"
  | "IMMATURE_COHORT"
  | "ABOVE_EARNED";

/** How points will be redeemed in the end. */
export interface ProjectedPoints {
  /** How many were earned; `null` where that was not said. */
  readonly earnedPoints: number | null;
  /** How many are redeemed so far. */
  readonly redeemedPoints: number;
  /** How many will be in the end, to the nearest whole one. */
  readonly ultimatePoints: number;
  /** The share of what was earned: the ultimate redemption rate. `null` where nothing was earned. */
  readonly redemptionRate: Fraction | null;
  /** How many never will be. */
  readonly breakagePoints: number | null;
  /** The standard error of `ultimatePoints`; `null` where it cannot be told. */
  readonly standardError: number | null;
  /** Where the true figure lies with the confidence asked for: what is yet to be redeemed is taken for log-normal. */
  readonly interval: Interval | null;
}

/** The projection of cohorts. */
export interface RedemptionProjection {
  /** What redemptions grow by from each age to the next, exact. */
  readonly factors: readonly Fraction[];
  /** In the order given. */
  readonly cohorts: readonly (ProjectedPoints & { readonly cohort: string })[];
  /** All cohorts together. The errors of cohorts go together, so this is no sum of theirs. */
  readonly total: ProjectedPoints;
  /**
   * - `"TOO_FEW_COHORTS"`: how cohorts spread around some factor is unknown, so errors that need it are `null`.
   * - `"NO_DEVELOPMENT"`: no cohort had redeemed anything by some age; the factor is then 1.
   * - `"IMMATURE_COHORT"`: less than half of what a cohort will redeem is redeemed; look at `matureAges`.
   * - `"ABOVE_EARNED"`: a cohort would redeem more than it earned, and was cut to that.
   */
  readonly diagnostics: readonly ProjectionDiagnostic[];
}

/** A cohort at its latest age. */
export interface Member {
  readonly cohort: string;
  readonly earned: number | null;
  readonly age: number;
  readonly latest: number;
  /** What it will count in the end, before it is cut to what it earned. */
  readonly ultimate: number;
  readonly points: number;
  readonly isShared: boolean;
}

/** Two-sided quantiles of the normal distribution. */
const QUANTILES = {
  0.8: 1.2815515655446,
  0.9: 1.6448536269515,
  0.95: 1.9599639845401,
  0.99: 2.5758293035489,
};

/** What some cohorts together will redeem. */
export function projected(
  members: readonly Member[],
  standardError: number | null,
  level: keyof typeof QUANTILES,
): ProjectedPoints {
  const total = (key: "earned" | "latest" | "points") =>
    exactNumber(sumOf(members.map((one) => BigInt(one[key] ?? 0))));
  const earned = members.some((one) => one.earned === null) ? null : total("earned");
  const [latest, points] = [total("latest"), total("points")];
  const ahead = members.reduce((sum, one) => sum + one.ultimate, -latest);
  const most = earned ?? Number.MAX_SAFE_INTEGER;
  const within = (count: number) => Math.min(most, Math.max(0, Math.round(latest + count)));
  return {
    earnedPoints: earned,
    redeemedPoints: latest,
    ultimatePoints: points,
    redemptionRate: earned ? { numerator: points, denominator: earned } : null,
    breakagePoints: earned === null ? null : earned - points,
    standardError,
    interval:
      standardError === null ? null : intervalOf(ahead, standardError, QUANTILES[level], within),
  };
}

function intervalOf(
  ahead: number,
  standardError: number,
  quantile: number,
  within: (ahead: number) => number,
): Interval {
  if (ahead <= 0) {
    const width = quantile * standardError;
    return { lower: within(ahead - width), upper: within(ahead + width) };
  }
  const square = Math.log1p((standardError / ahead) ** 2);
  const [middle, width] = [Math.log(ahead) - square / 2, quantile * Math.sqrt(square)];
  return { lower: within(Math.exp(middle - width)), upper: within(Math.exp(middle + width)) };
}

/** What holds of a projection. */
export function diagnosticsOf(
  members: readonly Member[],
  steps: readonly Step[],
): readonly ProjectionDiagnostic[] {
  const holding = {
    TOO_FEW_COHORTS: steps.some(({ variance }) => variance === null),
    NO_DEVELOPMENT: steps.some(({ base }) => base === 0),
    IMMATURE_COHORT: members.some(({ latest, points }) => points > 2 * latest),
    ABOVE_EARNED: members.some(({ ultimate, points }) => ultimate >= points + 1),
  };
  return (Object.keys(holding) as ProjectionDiagnostic[]).filter((code) => holding[code]);
}

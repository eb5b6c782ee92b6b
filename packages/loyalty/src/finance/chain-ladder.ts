import { parseInput } from "@kefu/core";
import { z } from "zod";
import { factorsToEnd, numberOf, standardErrorOf, stepsOf } from "./development.ts";
import {
  divideRounded,
  ExactRate,
  exactNumber,
  type Quotient,
  ratioOf,
  sumOf,
} from "./exact-rate.ts";
import {
  diagnosticsOf,
  type Member,
  projected,
  type RedemptionProjection,
} from "./redemption-projection.ts";

/** Points earned in one period, and how many of them were redeemed by each age. */
export const RedemptionCohort = z
  .strictObject({
    /** What the cohort is called. */
    cohort: z.string(),
    /** How many points it earned; without, there is no rate and no breakage. */
    earnedPoints: z.int().nonnegative().optional(),
    /** How many are redeemed by the end of each age, cumulated, youngest age first; `null` where that is not known. */
    redeemedPoints: z
      .array(z.int().nonnegative().nullable())
      .min(1)
      .max(600)
      .refine((counts) => counts.at(-1) !== null, "must end with a count")
      .readonly(),
  })
  .refine(
    ({ earnedPoints, redeemedPoints }) =>
      (redeemedPoints.at(-1) ?? 0) <= (earnedPoints ?? Infinity),
    { path: ["redeemedPoints"], message: "must not be more than earnedPoints" },
  );
/** Points earned in one period, see the schema of the same name. */
export type RedemptionCohort = Readonly<z.input<typeof RedemptionCohort>>;

/** How to project. */
export const ChainLadderOptions = z.strictObject({
  /** What redemptions grow by after the last age that is known; taken for certain. */
  tailFactor: ExactRate.default("1"),
  /**
   * How many known ages a cohort needs to speak for itself. What a younger one has yet to redeem goes by the rate of the mature
   * ones (Bornhuetter–Ferguson): a handful of early redemptions, times a large factor, would say too much.
   */
  matureAges: z.int().min(1).default(1),
  /** The confidence of the intervals. */
  level: z.literal([0.8, 0.9, 0.95, 0.99]).default(0.95),
});
/** How to project, with defaults left out. */
export type ChainLadderOptionsInput = Readonly<z.input<typeof ChainLadderOptions>>;

/**
 * How many points will be redeemed in the end, and how sure that is, out of how earlier cohorts went: the distribution-free chain
 * ladder. Factors are volume-weighted, exact, and applied to what each cohort has redeemed so far.
 *
 * @throws `InvalidInputError` when an argument has not its shape
 * @throws `AmountOverflowError` when points are beyond 2^53 − 1
 * @see T. Mack, Distribution-free calculation of the standard error of chain ladder reserve estimates, ASTIN Bulletin 23 (1993),
 *   theorem 3 and its corollary
 * @see R. L. Bornhuetter and R. E. Ferguson, The actuary and IBNR, PCAS 59 (1972)
 *
 * @example
 * ```ts
 * import { chainLadder } from "@kefu/loyalty";
 *
 * const { cohorts } = chainLadder([
 *   { cohort: "2025-Q1", earnedPoints: 100_000, redeemedPoints: [30_000, 45_000, 52_000, 55_000] },
 *   { cohort: "2025-Q3", earnedPoints: 100_000, redeemedPoints: [null, 40_000] },
 * ]);
 * cohorts[1]?.ultimatePoints; // => 48_889
 * cohorts[1]?.breakagePoints; // => 51_111
 * ```
 */
export function chainLadder(
  cohorts: readonly RedemptionCohort[],
  options: ChainLadderOptionsInput = {},
): RedemptionProjection {
  const rows = parseInput(z.array(RedemptionCohort), "redemption cohorts", cohorts);
  const { tailFactor, matureAges, level } = parseInput(ChainLadderOptions, "options", options);
  const steps = stepsOf(rows.map(({ redeemedPoints }) => redeemedPoints));
  const toEnd = factorsToEnd(steps, ratioOf(tailFactor));
  const isMature = (row: Row) => row.redeemedPoints.length >= matureAges;
  const prior = rateOf(rows.filter(isMature), toEnd);
  const members = rows.map((row): Member => {
    const own = ownEnd(row, toEnd);
    const shared = isMature(row) ? null : sharedEnd(row, toEnd, prior);
    return memberOf(row, shared ?? own, shared !== null);
  });
  const errorOf = (some: readonly Member[]) =>
    some.some(({ isShared }) => isShared) ? null : standardErrorOf(some, steps, toEnd);
  const stated = (some: readonly Member[]) => projected(some, errorOf(some), level);
  const total = stated(members);
  return {
    factors: steps.map(({ factor: [numerator, denominator] }) => ({
      numerator: exactNumber(numerator),
      denominator: exactNumber(denominator),
    })),
    cohorts: members.map((member) => ({ cohort: member.cohort, ...stated([member]) })),
    total,
    diagnostics: diagnosticsOf(members, steps),
  };
}

type Row = z.output<typeof RedemptionCohort>;

function memberOf(row: Row, end: Quotient, isShared: boolean): Member {
  const { cohort, earnedPoints: earned = null, redeemedPoints } = row;
  const ultimate = exactNumber(divideRounded(end, "half-even"));
  return {
    cohort,
    earned,
    age: redeemedPoints.length - 1,
    latest: redeemedPoints.at(-1) ?? 0,
    ultimate: numberOf(end),
    points: Math.min(ultimate, earned ?? ultimate),
    isShared,
  };
}

/** The chain ladder: what is redeemed so far, times the factor to the end. */
function ownEnd({ redeemedPoints }: Row, toEnd: readonly Quotient[]): Quotient {
  const [numerator, denominator] = toEnd[redeemedPoints.length - 1] ?? [1n, 1n];
  return [BigInt(redeemedPoints.at(-1) ?? 0) * numerator, denominator];
}

/** What these cohorts redeem in the end, of what they earned. */
function rateOf(rows: readonly Row[], toEnd: readonly Quotient[]): Quotient {
  const told = rows.filter(({ earnedPoints }) => earnedPoints !== undefined);
  const ends = told.map((row) => divideRounded(ownEnd(row, toEnd), "half-even"));
  return [sumOf(ends), sumOf(told.map(({ earnedPoints = 0 }) => BigInt(earnedPoints)))];
}

/** What is redeemed so far, and of the rest of the way what others redeem on it; nothing where they do not tell. */
function sharedEnd(
  row: Row,
  toEnd: readonly Quotient[],
  [redeemed, earned]: Quotient,
): Quotient | null {
  const [numerator, denominator] = toEnd[row.redeemedPoints.length - 1] ?? [1n, 1n];
  if (earned === 0n || row.earnedPoints === undefined || numerator <= denominator) return null;
  const divisor = earned * numerator;
  const ahead = BigInt(row.earnedPoints) * redeemed * (numerator - denominator);
  return [BigInt(row.redeemedPoints.at(-1) ?? 0) * divisor + ahead, divisor];
}

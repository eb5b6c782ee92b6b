import { type Accumulator, InvalidInputError, LocalDate, parseInput } from "@kefu/core";
import { z } from "zod";
import type { RedemptionCohort } from "./chain-ladder.ts";
import { exactNumber } from "./exact-rate.ts";
import { type Tally, type TallyRow, tallyOf } from "./tally.ts";

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const MOST_PERIODS = 600;

/** How to cut time. */
export const TrianglePolicy = z.strictObject({
  /** How long a cohort collects, and how its age is counted. */
  period: z.enum(["month", "quarter", "year"]).default("month"),
  /** The last day that is known; a period that has not ended by then is left out. */
  asOf: LocalDate,
});
/** How to cut time, with defaults left out. */
export type TrianglePolicyInput = Readonly<z.input<typeof TrianglePolicy>>;

/** Points that were earned, or of those, points that were redeemed. */
export const PointMovement = z
  .strictObject({
    /** The day on which they were earned. */
    earnedOn: LocalDate,
    /** The day on which they were redeemed; left out, these are points earned. */
    redeemedOn: LocalDate.optional(),
    /** How many. */
    points: z.int().nonnegative(),
  })
  .refine(({ earnedOn, redeemedOn = earnedOn }) => earnedOn <= redeemedOn, {
    path: ["redeemedOn"],
    message: "must not lie before earnedOn",
  });
/** Points that were earned or redeemed, see the schema of the same name. */
export type PointMovement = Readonly<z.input<typeof PointMovement>>;

/**
 * How many points of each month's, quarter's or year's earning were redeemed by each age, cumulated: the table that
 * {@link chainLadder} projects.
 *
 * @returns an accumulator over lists of {@link PointMovement}; `finish` gives the cohorts, oldest first, each called by the first
 *   month of its period
 * @throws `InvalidInputError` when an argument has not its shape, and for cohorts older than 600 periods
 *
 * @example
 * ```ts
 * import { redemptionTriangle } from "@kefu/loyalty";
 *
 * const monthly = redemptionTriangle({ asOf: "2026-02-28" });
 * const sum = monthly.add(monthly.create(), [
 *   { earnedOn: "2026-01-07", points: 500 },
 *   { earnedOn: "2026-01-07", redeemedOn: "2026-01-30", points: 100 },
 *   { earnedOn: "2026-01-07", redeemedOn: "2026-02-11", points: 150 },
 *   { earnedOn: "2026-02-02", points: 300 },
 * ]);
 * const [january, february] = monthly.finish(sum);
 * january; // => { cohort: "2026-01", earnedPoints: 500, redeemedPoints: [100, 250] }
 * february; // => { cohort: "2026-02", earnedPoints: 300, redeemedPoints: [0] }
 * ```
 */
export function redemptionTriangle(
  policy: TrianglePolicyInput,
): Accumulator<readonly PointMovement[], Tally, readonly RedemptionCohort[]> {
  const { period, asOf } = parseInput(TrianglePolicy, "triangle policy", policy);
  const months = MONTHS[period];
  const latest = periodOf(Date.parse(asOf) + 86_400_000, months) - 1;
  return tallyOf({
    of: `redemptions by ${period}`,
    key: /^\d{1,6} (\d{1,6}|earned)$/,
    input: PointMovement,
    rowOf: ({ earnedOn, redeemedOn, points }) => {
      const cohort = periodOf(Date.parse(earnedOn), months);
      const age = redeemedOn ? periodOf(Date.parse(redeemedOn), months) - cohort : "earned";
      return [`${cohort} ${age}`, BigInt(points)];
    },
    finish: (rows) => cohortsOf(rows, months, latest),
  });
}

function periodOf(at: number, months: number): number {
  const date = new Date(at);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months);
}

function cohortsOf(rows: readonly TallyRow[], months: number, latest: number): RedemptionCohort[] {
  const counts = new Map(rows.map(([key, count = 0n]) => [key, count]));
  const cohorts = [...new Set(rows.map(([key]) => Number(key.split(" ")[0])))];
  return cohorts
    .filter((cohort) => cohort <= latest)
    .sort((one, other) => one - other)
    .map((cohort) => {
      let redeemed = 0n;
      const redeemedPoints = Array.from({ length: agesOf(latest - cohort + 1) }, (_, age) => {
        redeemed += counts.get(`${cohort} ${age}`) ?? 0n;
        return exactNumber(redeemed);
      });
      const earnedPoints = exactNumber(counts.get(`${cohort} earned`) ?? 0n);
      return { cohort: nameOf(cohort * months), earnedPoints, redeemedPoints };
    });
}

function agesOf(periods: number): number {
  if (periods <= MOST_PERIODS) return periods;
  const message = `must not reach back further than ${MOST_PERIODS} periods`;
  throw new InvalidInputError("redemption triangle", [{ path: [], message }]);
}

function nameOf(months: number): string {
  const month = String((months % 12) + 1).padStart(2, "0");
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${month}`;
}

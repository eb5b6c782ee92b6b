import {
  type Accumulator,
  Currency,
  InvalidInputError,
  type Money,
  money,
  parseInput,
  Rounding,
} from "@kefu/core";
import { z } from "zod";
import {
  divideRounded,
  ExactRate,
  ExactShare,
  exactNumber,
  type Quotient,
  ratioOf,
  sumOf,
  wholeParts,
} from "./exact-rate.ts";
import { type Tally, type TallyRow, tallyOf } from "./tally.ts";
import { unitsIn } from "./value-of-points.ts";

/** How to price outstanding points. */
export const LiabilityPolicy = z.strictObject({
  /** The currency of the books. */
  currency: Currency,
  /** What a redeemed point costs, in units of the currency: `"0.008"` EUR. */
  costPerPoint: ExactRate,
  /** Which share of the outstanding points will be redeemed in the end; holds for cohorts that are not listed. */
  redemptionRate: ExactShare,
  /** The share of single cohorts: points that are older have been left lying for longer. */
  cohorts: z
    .array(z.strictObject({ cohort: z.string(), redemptionRate: ExactShare }))
    .max(600)
    .readonly()
    .default([]),
  /** Where fractions of a point and of the smallest unit go. */
  rounding: Rounding.default("half-even"),
});
/** How to price outstanding points, with defaults left out. */
export type LiabilityPolicyInput = Readonly<z.input<typeof LiabilityPolicy>>;

/** Points that are out. */
export const OutstandingPoints = z.strictObject({
  /** When they were earned, as in `"2026-01"`. */
  cohort: z.string().default(""),
  /** How many; negative for points that are no longer out. */
  points: z.int(),
});
/** Points that are out, with defaults left out. */
export type OutstandingPointsInput = Readonly<z.input<typeof OutstandingPoints>>;

/** What outstanding points owe. `expectedPoints + breakagePoints = outstandingPoints`. */
export interface PointsOwed {
  /** How many points are out. */
  readonly outstandingPoints: number;
  /** How many of them will be redeemed. */
  readonly expectedPoints: number;
  /** How many will never be. */
  readonly breakagePoints: number;
  /** What the expected ones will cost. */
  readonly liability: Money;
  /** What the others would have cost. */
  readonly breakage: Money;
}

/** What outstanding points owe, in all and by cohort; the cohorts add up to the whole. */
export interface Liability extends PointsOwed {
  /** In the order of their names. */
  readonly cohorts: readonly (PointsOwed & { readonly cohort: string })[];
}

/**
 * What the outstanding points owe. The exact whole is rounded once; the cohorts get their exact shares of it by largest remainder,
 * so that no report is a cent apart from its rows.
 *
 * @returns an accumulator over lists of {@link OutstandingPoints}; `finish` gives a {@link Liability}
 * @throws `InvalidInputError` when an argument has not its shape, or a cohort ends below zero
 * @throws `AmountOverflowError` when a result is beyond 2^53 − 1
 *
 * @example
 * ```ts
 * import { money } from "@kefu/core";
 * import { liability } from "@kefu/loyalty";
 *
 * const owed = liability({ currency: "EUR", costPerPoint: "0.008", redemptionRate: "0.78" });
 * const books = owed.finish(owed.add(owed.create(), [{ points: 1_200_000 }]));
 * [books.expectedPoints, books.breakagePoints]; // => [936_000, 264_000]
 * [books.liability, books.breakage]; // => [money(748_800, "EUR"), money(211_200, "EUR")]
 * ```
 */
export function liability(
  policy: LiabilityPolicyInput,
): Accumulator<readonly OutstandingPointsInput[], Tally, Liability> {
  const parsed = parseInput(LiabilityPolicy, "liability policy", policy);
  return tallyOf({
    of: "outstanding points",
    input: OutstandingPoints,
    rowOf: ({ cohort, points }) => [cohort, BigInt(points)],
    finish: (rows) => liabilityOf(parsed, rows),
  });
}

function liabilityOf(
  policy: z.output<typeof LiabilityPolicy>,
  rows: readonly TallyRow[],
): Liability {
  const { currency, costPerPoint, rounding } = policy;
  const rates = new Map(policy.cohorts.map((one) => [one.cohort, ratioOf(one.redemptionRate)]));
  const rateOf = (cohort: string) => rates.get(cohort) ?? ratioOf(policy.redemptionRate);
  const denominators = new Set(rows.map(([cohort]) => rateOf(cohort)[1]));
  const whole = [...denominators].reduce((product, one) => product * one, 1n);
  const out = rows.map(([cohort, points = 0n]) => requireNonNegative(cohort, points));
  const expected = rows.map(([cohort], at) => {
    const [numerator, denominator] = rateOf(cohort);
    return ((out[at] ?? 0n) * numerator * whole) / denominator;
  });
  const lost = out.map((points, at) => points * whole - (expected[at] ?? 0n));
  const [cost, per] = ratioOf(costPerPoint);
  const split = (
    parts: readonly bigint[],
    price: Quotient,
  ): readonly [bigint, readonly bigint[]] => {
    const dividends = parts.map((part) => part * price[0]);
    const divisor = whole * price[1];
    const total = divideRounded([sumOf(dividends), divisor], rounding);
    return [total, wholeParts(total, dividends, divisor)];
  };
  const price = [cost * unitsIn(currency), per] as const;
  const columns = [split(expected, [1n, 1n]), split(expected, price), split(lost, price)];
  const owed = (outstanding: bigint, [points, liability, breakage]: readonly bigint[]) => ({
    outstandingPoints: exactNumber(outstanding),
    expectedPoints: exactNumber(points ?? 0n),
    breakagePoints: exactNumber(outstanding - (points ?? 0n)),
    liability: money(exactNumber(liability ?? 0n), currency),
    breakage: money(exactNumber(breakage ?? 0n), currency),
  });
  return {
    ...owed(
      sumOf(out),
      columns.map(([total]) => total),
    ),
    cohorts: rows.map(([cohort], at) => ({
      cohort,
      ...owed(
        out[at] ?? 0n,
        columns.map(([, parts]) => parts[at] ?? 0n),
      ),
    })),
  };
}

function requireNonNegative(cohort: string, points: bigint): bigint {
  if (points >= 0n) return points;
  const message = `more points of "${cohort}" are gone than were ever out`;
  throw new InvalidInputError("outstanding points", [{ path: [], message }]);
}

import { type Accumulator, InvalidInputError, LocalDate, parseInput } from "@kefu/core";
import { z } from "zod";
import { EstimateOptions } from "../estimate.ts";
import { exactSum } from "../exact-sum.ts";
import { type HistorySum, historyRows } from "../histories/customer-histories.ts";
import { dayOf } from "../histories/day-number.ts";
import { netReturns } from "../histories/net-returns.ts";
import { addRun, mergeRuns, type RowKind, type Runs, requireRuns, rowsOf } from "../sorted-runs.ts";
import { periodOf } from "./cohort-period.ts";
import type { CohortTable } from "./cohort-table.ts";
import { cohortTableOf } from "./cohort-table-of.ts";

/** How to follow cohorts. */
export const CohortPolicy = z.strictObject({
  ...EstimateOptions.shape,
  /** The last day of which is told; a period that has not ended by then is not known yet. */
  asOf: LocalDate,
  /** How time is cut. Weeks begin on Monday. */
  period: z.enum(["day", "week", "month", "quarter", "year"]).default("month"),
});
/** How to follow cohorts, with defaults filled in. */
export interface CohortPolicy extends Readonly<z.output<typeof CohortPolicy>> {}
/** How to follow cohorts, with defaults left out. */
export type CohortPolicyInput = Readonly<z.input<typeof CohortPolicy>>;

/** When customers were active: one customer, or `count` customers alike. */
export const CohortCustomer = z.strictObject({
  /** What they did, in any order; the first makes the cohort. */
  activity: z
    .array(
      z.strictObject({
        /** The day. */
        date: LocalDate,
        /** What each spent, less what was paid back. */
        amountMinor: z.int().nonnegative().default(0),
      }),
    )
    .readonly(),
  /** How many customers. */
  count: z.int().positive().max(1e9).default(1),
});
/** When customers were active, with defaults left out. */
export type CohortCustomerInput = Readonly<z.input<typeof CohortCustomer>>;

/** `kept` is revenue of which nobody counts for more than he spent in the first period. */
export type CohortCount = readonly [
  cohort: number,
  age: number,
  active: number,
  revenue: number,
  kept: number,
];

/** How many customers of each cohort were active at each age, a sum in plain JSON. */
export interface CohortSum {
  /** How time is cut. */
  readonly period: CohortPolicy["period"];
  /** Sorted rows of cohort, age, active customers, revenue, revenue kept. */
  readonly runs: Runs<CohortCount>;
}

/** Sums up cohorts, also those of histories. */
export interface CohortAccumulator
  extends Accumulator<CohortCustomerInput, CohortSum, CohortTable> {
  /** The sum with all customers of histories. They must be whole: a customer in two such sums would count twice. */
  readonly addHistories: (sum: CohortSum, histories: HistorySum) => CohortSum;
}

/**
 * Who stays, by when they came: for each cohort and age, how many were active, and what they spent. Activity after `asOf` does
 * not count.
 *
 * @returns an accumulator; `finish` gives a {@link CohortTable}
 * @throws `InvalidInputError` when the policy, a customer or a sum has not its shape, and for tables with more than a million
 *   cells
 * @throws `AmountOverflowError` when amounts or customers add up to more than 2^53 − 1
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { cohorts } from "@kefu/retention";
 *
 * const monthly = cohorts({ asOf: "2026-02-28" });
 * const table = monthly.finish(
 *   accumulate(monthly, [
 *     { activity: [{ date: "2026-01-07" }, { date: "2026-02-01" }] },
 *     { activity: [{ date: "2026-01-30" }] },
 *     { activity: [{ date: "2026-02-11" }] },
 *   ]),
 * );
 * table.rows.map(({ cohort, cells }) => [cohort, cells.map((cell) => cell && cell.retention)]);
 * // => [["2026-01", [1, 0.5]], ["2026-02", [1, null]]]
 * ```
 */
export function cohorts(policy: CohortPolicyInput): CohortAccumulator {
  const parsed = parseInput(CohortPolicy, "cohort policy", policy);
  const { period } = parsed;
  const asOf = dayOf(parsed.asOf) as number;
  const runsOf = (sum: CohortSum): Runs<CohortCount> => {
    if (sum?.period === period) return requireRuns(COHORTS, sum.runs);
    const message = `must be ${period}: sums of other periods are other sums`;
    throw new InvalidInputError(COHORTS.subject, [{ path: ["period"], message }]);
  };
  return {
    create: () => ({ period, runs: [] }),
    add: (sum, input) => {
      const runs = runsOf(sum);
      const { activity, count } = parseInput(CohortCustomer, "cohort customer", input);
      const spent = new Map<number, number>();
      for (const { date, amountMinor } of activity) {
        const day = dayOf(date) as number;
        if (day <= asOf) plus(spent, periodOf(day, period), amountMinor);
      }
      return { period, runs: addRun(COHORTS, runs, countsOf(spent, count)) };
    },
    addHistories: (sum, histories) => {
      const counts = new Map<string, CohortCount>();
      const runs = runsOf(sum);
      const rows = historyRows(histories);
      for (const at of rows.customerIds.keys()) {
        const slice = [rows.starts[at] as number, rows.starts[at + 1] as number] as const;
        const { days, amounts } = netReturns(rows, slice, asOf);
        const spent = new Map<number, number>();
        for (const [index, day] of days.entries()) {
          plus(spent, periodOf(day, period), amounts[index] as number);
        }
        for (const count of countsOf(spent, 1)) joinInto(counts, count);
      }
      const run = [...counts.values()].sort(COHORTS.compare);
      return { period, runs: addRun(COHORTS, runs, run) };
    },
    merge: (one, other) => ({ period, runs: mergeRuns(COHORTS, runsOf(one), runsOf(other)) }),
    finish: (sum) => cohortTableOf(rowsOf(COHORTS, runsOf(sum)), parsed),
  };
}

const COHORTS: RowKind<CohortCount> = {
  subject: "cohort sum",
  isRow: (row): row is CohortCount =>
    Array.isArray(row) &&
    row.length === 5 &&
    row.every(Number.isSafeInteger) &&
    Math.abs(row[0]) < 4e6 &&
    row[1] < 4e6 &&
    row.slice(1).every((count) => count >= 0),
  compare: (one, other) => one[0] - other[0] || one[1] - other[1],
  join: (one, other) => [
    one[0],
    one[1],
    exact(one[2] + other[2]),
    exact(one[3] + other[3]),
    exact(one[4] + other[4]),
  ],
};

const exact = (sum: number): number => exactSum(COHORTS.subject, sum);

function plus(sums: Map<number, number>, key: number, amount: number): void {
  sums.set(key, exact((sums.get(key) ?? 0) + amount));
}

/** A row for each period in which customers were active. */
function countsOf(spent: ReadonlyMap<number, number>, count: number): CohortCount[] {
  const periods = [...spent].sort(([one], [other]) => one - other);
  const [cohort, first] = periods[0] ?? [0, 0];
  return periods.map(([period, revenue]) => [
    cohort,
    period - cohort,
    count,
    exact(count * revenue),
    count * Math.min(revenue, first),
  ]);
}

function joinInto(counts: Map<string, CohortCount>, count: CohortCount): void {
  const key = `${count[0]} ${count[1]}`;
  const known = counts.get(key);
  counts.set(key, known === undefined ? count : COHORTS.join(known, count));
}

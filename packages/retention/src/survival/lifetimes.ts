import { type Accumulator, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { addRun, mergeRuns, type RowKind, type Runs, rowsOf } from "../sorted-runs.ts";

/** Longer lasts nothing, in whatever unit: squares of it are still numbers. */
export const LONGEST = 1e15;

/** How long contracts lasted: of one customer, or of `count` customers alike. */
export const Lifetime = z
  .strictObject({
    /** From the beginning of the contract to its end, or to the last day it is known to run. */
    time: z.number().nonnegative().max(LONGEST),
    /** Whether it ended then; `false` where it ran on, or was lost sight of. */
    ended: z.boolean(),
    /** Where it came into sight later than it began: how long it had run by then. Those who left before are not in the data. */
    entry: z.number().nonnegative().max(LONGEST).optional(),
    /** How many customers. */
    count: z.int().positive().default(1),
  })
  .refine(({ time, entry = -1 }) => entry < time, {
    path: ["entry"],
    message: "must be before `time`",
  });
/** How long contracts lasted, with defaults left out. */
export type LifetimeInput = Readonly<z.input<typeof Lifetime>>;

/** Customers who came into sight and left it alike: `entry` is −1 for those who were in sight from the beginning. */
export type LifetimeRow = readonly [time: number, entry: number, ended: number, censored: number];

/** How many customers there are of each time, a sum in plain JSON. */
export interface LifetimeSum {
  /** Contracts have an end that is seen; customers without contract have none, and are summed up by `customerHistories`. */
  readonly kind: "contractual";
  /** Sorted rows of time, entry, ended, censored. */
  readonly runs: Runs<LifetimeRow>;
}

/** What happened at one time. */
export interface RiskRow {
  /** The time. */
  readonly time: number;
  /** How many could have left just then: in sight before, and not gone. */
  readonly atRisk: number;
  /** How many left. */
  readonly ended: number;
  /** How many were seen no longer, though they had not left. */
  readonly censored: number;
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const LIFETIMES: RowKind<LifetimeRow> = {
  subject: "lifetime sum",
  isRow: (row): row is LifetimeRow =>
    Array.isArray(row) &&
    row.length === 4 &&
    Number.isFinite(row[0]) &&
    row[0] <= LONGEST &&
    Number.isFinite(row[1]) &&
    row[1] < row[0] &&
    isCount(row[2]) &&
    isCount(row[3]),
  compare: (one, other) => one[0] - other[0] || one[1] - other[1],
  join: (one, other) => [one[0], one[1], one[2] + other[2], one[3] + other[3]],
};

function runsOf(sum: LifetimeSum): Runs<LifetimeRow> {
  if (sum?.kind === "contractual") return sum.runs;
  const message = 'must be "contractual": without contract nobody is seen to leave';
  throw new InvalidInputError(LIFETIMES.subject, [{ path: ["kind"], message }]);
}

/**
 * Sums up how long contracts last, those that still run included. `finish` tells who was at risk and who left at each
 * time; {@link kaplanMeier}, {@link nelsonAalen} and {@link logRank} read the sum itself.
 *
 * `add` and `merge` throw an `InvalidInputError` for what is no {@link Lifetime} or no such sum.
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { lifetimes } from "@kefu/retention";
 *
 * const sum = accumulate(lifetimes, [
 *   { time: 6, ended: true, count: 3 },
 *   { time: 6, ended: false },
 *   { time: 7, ended: true },
 * ]);
 * lifetimes.finish(sum)[0]; // => { time: 6, atRisk: 5, ended: 3, censored: 1 }
 * ```
 */
export const lifetimes: Accumulator<LifetimeInput, LifetimeSum, readonly RiskRow[]> = {
  create: () => ({ kind: "contractual", runs: [] }),
  add: (sum, input) => {
    const runs = runsOf(sum);
    const { time, ended, entry = -1, count } = parseInput(Lifetime, "lifetime", input);
    const row: LifetimeRow = [time, entry, ended ? count : 0, ended ? 0 : count];
    return { kind: "contractual", runs: addRun(LIFETIMES, runs, [row]) };
  },
  merge: (one, other) => ({
    kind: "contractual",
    runs: mergeRuns(LIFETIMES, runsOf(one), runsOf(other)),
  }),
  finish: (sum) => riskAt(sum, []),
};

/**
 * What happened at each time of a sum, and at further times at which nothing did. At risk at a time are those who entered
 * before it and did not leave before it.
 */
export function riskAt(sum: LifetimeSum, further: readonly number[]): RiskRow[] {
  const rows = rowsOf(LIFETIMES, runsOf(sum));
  const times = [...new Set([...rows.map(([time]) => time), ...further])];
  const entries = rows.toSorted((one, other) => one[1] - other[1]);
  let [entered, gone, next, place] = [0, 0, 0, 0];
  return times
    .sort((one, other) => one - other)
    .map((time) => {
      for (; (entries[next]?.[1] ?? time) < time; next++)
        entered += sizeOf(entries[next] as LifetimeRow);
      const atRisk = entered - gone;
      let [ended, censored] = [0, 0];
      for (; rows[place]?.[0] === time; place++) {
        ended += (rows[place] as LifetimeRow)[2];
        censored += (rows[place] as LifetimeRow)[3];
      }
      gone += ended + censored;
      return { time, atRisk, ended, censored };
    });
}

const sizeOf = (row: LifetimeRow): number => row[2] + row[3];

import { type Accumulator, type Because, Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { TicketOutcome, type TicketOutcomeInput } from "./ticket-outcome.ts";

const HOUR = 3_600_000;
const count = z.int().nonnegative();

const Options = z.strictObject({
  at: Instant,
  edgesHours: z
    .array(z.number().positive().max(1e6))
    .min(1)
    .max(100)
    .refine((edges) => edges.every((edge, i) => i === 0 || edge > (edges[i - 1] as number)), {
      message: "must rise",
    })
    .default([4, 24, 72, 168]),
});

/** When the backlog is looked at, and how it is cut by age. */
export interface BacklogAgeingOptions {
  /** The moment. */
  readonly at: Instant;
  /** Where one age group ends and the next begins, rising, in hours on the wall; `[4, 24, 72, 168]` by default. */
  readonly edgesHours?: readonly number[];
}

/** The sum of {@link backlogAgeing}: plain counts. */
export interface BacklogSum {
  /** Open tickets in each age group. */
  readonly counts: readonly number[];
  /** The age of the oldest open ticket; 0 when there is none. */
  readonly oldestMilliseconds: number;
  /** Tickets that were not open at the moment, by the reason why. */
  readonly excluded: { readonly later: number; readonly solved: number };
}

/** The backlog by age. */
export interface BacklogResult {
  /** How many tickets were open. */
  readonly value: number;
  /** Always `null`: every ticket was looked at, nothing is estimated. */
  readonly interval: null;
  /** How many tickets count: the same as `value`. */
  readonly n: number;
  /** The age groups, youngest first: from `fromHours` on, up to but not including `toHours`; `null` is without end. */
  readonly groups: readonly {
    readonly fromHours: number;
    readonly toHours: number | null;
    readonly count: number;
  }[];
  /** The age of the oldest open ticket, in milliseconds; `null` when there is none. */
  readonly oldestMilliseconds: number | null;
  /** Tickets that came `later`, or were `solved` by then. */
  readonly excluded: BacklogSum["excluded"];
  /** What is measured here; `reportMessages` has the sentences. */
  readonly definition: Because;
}

/**
 * How old the tickets were that were open at a moment. A ticket is open from `openedAt` on, up to but not including
 * `solvedAt`; an age that meets an edge belongs to the older group.
 *
 * @throws `InvalidInputError` for malformed options
 *
 * @example
 * ```ts
 * import { accumulate, instant } from "@kefu/core";
 * import { backlogAgeing } from "@kefu/escalation";
 *
 * const backlog = backlogAgeing({ at: instant("2026-11-24T12:00:00Z"), edgesHours: [24] });
 * const tickets = [
 *   { ticketId: "t1", openedAt: instant("2026-11-24T11:00:00Z") },
 *   { ticketId: "t2", openedAt: instant("2026-11-23T12:00:00Z") },
 * ];
 * backlog.finish(accumulate(backlog, tickets)).groups.map(({ count }) => count); // => [1, 1]
 * ```
 */
export function backlogAgeing(
  options: BacklogAgeingOptions,
): Accumulator<TicketOutcomeInput, BacklogSum, BacklogResult> {
  const { at, edgesHours } = parseInput(Options, "options", options);
  const Sum = z.strictObject({
    counts: z.array(count).length(edgesHours.length + 1),
    oldestMilliseconds: z.number().nonnegative(),
    excluded: z.strictObject({ later: count, solved: count }),
  });
  const checked = (sum: BacklogSum) => parseInput(Sum, "sum", sum);
  return {
    create: () => emptySum(edgesHours),
    add: (sum, input) => {
      const row = parseInput(TicketOutcome, "row", input);
      return mergeSums(checked(sum), sumOf(row, at, edgesHours));
    },
    merge: (one, other) => mergeSums(checked(one), checked(other)),
    finish: (sum) => resultOf(checked(sum), edgesHours),
  };
}

function emptySum(edgesHours: readonly number[]): BacklogSum {
  const counts = [0, ...edgesHours.map(() => 0)];
  return { counts, oldestMilliseconds: 0, excluded: { later: 0, solved: 0 } };
}

function sumOf(
  { openedAt, solvedAt }: TicketOutcome,
  at: Instant,
  edgesHours: readonly number[],
): BacklogSum {
  const none = emptySum(edgesHours);
  if (openedAt > at) return { ...none, excluded: { later: 1, solved: 0 } };
  if (solvedAt !== undefined && solvedAt <= at) {
    return { ...none, excluded: { later: 0, solved: 1 } };
  }
  const age = at - openedAt;
  const group = edgesHours.filter((edge) => edge * HOUR <= age).length;
  return { ...none, counts: none.counts.with(group, 1), oldestMilliseconds: age };
}

function mergeSums(a: BacklogSum, b: BacklogSum): BacklogSum {
  return {
    counts: a.counts.map((one, i) => one + (b.counts[i] ?? 0)),
    oldestMilliseconds: Math.max(a.oldestMilliseconds, b.oldestMilliseconds),
    excluded: {
      later: a.excluded.later + b.excluded.later,
      solved: a.excluded.solved + b.excluded.solved,
    },
  };
}

function resultOf(sum: BacklogSum, edgesHours: readonly number[]): BacklogResult {
  const value = sum.counts.reduce((total, one) => total + one, 0);
  return {
    value,
    interval: null,
    n: value,
    groups: sum.counts.map((one, i) => ({
      fromHours: edgesHours[i - 1] ?? 0,
      toHours: edgesHours[i] ?? null,
      count: one,
    })),
    oldestMilliseconds: value === 0 ? null : sum.oldestMilliseconds,
    excluded: sum.excluded,
    definition: { code: "backlog", facts: { n: value } },
  };
}

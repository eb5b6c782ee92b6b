import {
  type Accumulator,
  type Because,
  type Interval,
  InvalidInputError,
  parseInput,
} from "@kefu/core";
import { z } from "zod";
import { TargetOutcome, type TargetOutcomeInput } from "./target-outcome.ts";
import {
  emptySketch,
  isCount,
  isTimeSketch,
  mergeSketches,
  sketchOf,
  type TimeSketch,
} from "./time-sketch.ts";
import { meanInterval, type Percentile, percentileOf, timesIn } from "./time-statistics.ts";

const Options = z.strictObject({
  clock: z.enum(["working", "elapsed"]).default("working"),
  percentiles: z.array(z.number().gt(0).lt(1)).max(20).default([0.5, 0.9, 0.95]),
});

/** Which time a report is about. */
export interface TimeReportOptions {
  /** `"working"` time, pauses and closed hours taken off (the default), or `"elapsed"` time on the wall. */
  readonly clock?: "working" | "elapsed";
  /** Which percentiles, each between 0 and 1; `[0.5, 0.9, 0.95]` by default. */
  readonly percentiles?: readonly number[];
}

/** The sum of a {@link timeReport}. */
export interface TimeSum {
  /** The times of the rows that count. */
  readonly sketch: TimeSketch;
  /** How many rows do not count, by the reason why. */
  readonly excluded: { readonly running: number; readonly cancelled: number };
}

/** How long it took. */
export interface TimeResult {
  /** The mean, in milliseconds, exact; `null` when no row counts. */
  readonly value: number | null;
  /** Where the true mean lies with 95 % confidence, for many rows; `null` with fewer than two. */
  readonly interval: Interval | null;
  /** How many rows count. */
  readonly n: number;
  /** The percentiles asked for, in that order; none when no row counts. */
  readonly percentiles: readonly Percentile[];
  /** How many rows do not count, by the reason why. */
  readonly excluded: TimeSum["excluded"];
  /** What is measured here; `reportMessages` has the sentences. */
  readonly definition: Because;
}

/**
 * How long clocks took until they were fulfilled: mean and percentiles. With rows of first responses it is the time to
 * acknowledge, with rows of resolutions the time to resolve; {@link groupedBy} `["target"]` tells them apart. Clocks that
 * have no `endedAt`, late or not, and cancelled ones, breached before or not, do not count.
 *
 * @throws `InvalidInputError` for malformed options
 * @see G. J. Hahn, W. Q. Meeker: Statistical Intervals, 1991, section 5.2, for intervals of percentiles by ranks (here with
 *   the normal approximation of the binomial)
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { timeReport } from "@kefu/escalation";
 *
 * const report = timeReport({ clock: "elapsed", percentiles: [0.5] });
 * const clocks = [10, 20, 90].map((milliseconds) => ({
 *   ticketId: "t1",
 *   target: "first-response",
 *   verdict: "met" as const,
 *   elapsedMilliseconds: milliseconds,
 *   workingMilliseconds: milliseconds,
 *   endedAt: 1_000,
 * }));
 * const { value, percentiles } = report.finish(accumulate(report, clocks));
 * [value, percentiles[0]?.milliseconds]; // => [40, 20]
 * ```
 */
export function timeReport(
  options?: TimeReportOptions,
): Accumulator<TargetOutcomeInput, TimeSum, TimeResult> {
  const { clock, percentiles } = parseInput(Options, "options", options ?? {});
  return {
    create: () => ({ sketch: emptySketch, excluded: { running: 0, cancelled: 0 } }),
    add: (sum, input) => {
      const { sketch, excluded } = checked(sum);
      const row = parseInput(TargetOutcome, "row", input);
      const reason = reasonAgainst(row);
      if (reason !== undefined) {
        return { sketch, excluded: { ...excluded, [reason]: excluded[reason] + 1 } };
      }
      const time = clock === "working" ? row.workingMilliseconds : row.elapsedMilliseconds;
      return { sketch: mergeSketches(sketch, sketchOf(time)), excluded };
    },
    merge: (one, other) => {
      const [a, b] = [checked(one), checked(other)];
      return {
        sketch: mergeSketches(a.sketch, b.sketch),
        excluded: {
          running: a.excluded.running + b.excluded.running,
          cancelled: a.excluded.cancelled + b.excluded.cancelled,
        },
      };
    },
    finish: (sum) => resultOf(checked(sum), clock, percentiles),
  };
}

function checked(sum: TimeSum): TimeSum {
  const { running, cancelled } = sum?.excluded ?? {};
  if (isTimeSketch(sum?.sketch) && isCount(running) && isCount(cancelled)) return sum;
  throw new InvalidInputError("sum", [{ path: [], message: "must be the sum of a time report" }]);
}

function reasonAgainst({
  verdict,
  endedAt,
  ending,
}: TargetOutcome): keyof TimeSum["excluded"] | undefined {
  if (verdict === "cancelled" || ending === "cancelled") return "cancelled";
  return verdict === "running" || verdict === "never-due" || endedAt === undefined
    ? "running"
    : undefined;
}

function resultOf(
  { sketch, excluded }: TimeSum,
  clock: "working" | "elapsed",
  shares: readonly number[],
): TimeResult {
  const n = timesIn(sketch);
  return {
    value: n === 0 ? null : sketch.totalMilliseconds / n,
    interval: meanInterval(sketch, n),
    n,
    percentiles: n === 0 ? [] : shares.map((share) => percentileOf(sketch, n, share)),
    excluded,
    definition: { code: `${clock}-time`, facts: { n } },
  };
}

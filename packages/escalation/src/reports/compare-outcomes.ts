import { accumulate, type Interval, parseInput } from "@kefu/core";
import { z } from "zod";
import { attainment } from "./attainment.ts";
import { DEVIATIONS_95 } from "./deviations.ts";
import { TargetOutcome, type TargetOutcomeInput } from "./target-outcome.ts";

const Rows = z.array(TargetOutcome).readonly();
type AttainmentResult = ReturnType<typeof attainment.finish>;

/** A clock that another policy would have ended otherwise. */
export interface ChangedOutcome {
  /** On which ticket. */
  readonly ticketId: string;
  /** Which target. */
  readonly target: string;
  /** The how-manieth time it ran. */
  readonly cycle: number;
  /** How it ended. */
  readonly before: TargetOutcome["verdict"];
  /** How it would have ended. */
  readonly after: TargetOutcome["verdict"];
}

/** What another policy or calendar would have made of the same facts. */
export interface OutcomeComparison {
  /** The attainment as it was. */
  readonly before: AttainmentResult;
  /** The attainment as it would have been. */
  readonly after: AttainmentResult;
  /** By how much attainment rises, −1 to 1, over the clocks that are decided in both; `null` when there are none. */
  readonly value: number | null;
  /** Where the true rise lies with 95 % confidence; `null` when no clock is decided in both. */
  readonly interval: Interval | null;
  /** How many clocks are decided in both. */
  readonly n: number;
  /** Every clock of both whose verdict changes, by ticket, target and cycle. */
  readonly changed: readonly ChangedOutcome[];
  /** How many clocks are only in one of the lists, or not decided in one of them. */
  readonly excluded: {
    readonly onlyBefore: number;
    readonly onlyAfter: number;
    readonly undecided: number;
  };
}

/**
 * Sets the outcomes of the same facts under two policies or calendars side by side, clock by clock. Where a clock is
 * listed twice, the later row counts.
 *
 * @param before - how the clocks ended
 * @param after - how they would have ended
 * @throws `InvalidInputError` when a row is malformed
 * @see A. Agresti, Y. Min: Simple improved confidence intervals for comparing matched proportions, Statistics in Medicine
 *   24 (2005), 729–740
 *
 * @example
 * ```ts
 * import { compareOutcomes } from "@kefu/escalation";
 *
 * const spent = { elapsedMilliseconds: 60_000, workingMilliseconds: 60_000 };
 * const clock = { ticketId: "t1", target: "first-response", ...spent };
 * const { value, changed } = compareOutcomes([{ ...clock, verdict: "breached" }], [{ ...clock, verdict: "met" }]);
 * value; // => 1
 * changed.map(({ ticketId, after }) => `${ticketId} ${after}`); // => ["t1 met"]
 * ```
 */
export function compareOutcomes(
  before: readonly TargetOutcomeInput[],
  after: readonly TargetOutcomeInput[],
): OutcomeComparison {
  const [was, would] = [clocksOf("before", before), clocksOf("after", after)];
  const pairs = [...was].flatMap(([key, one]) => {
    const other = would.get(key);
    return other === undefined ? [] : [{ key, before: one, after: other }];
  });
  const decided = pairs.filter((pair) => isDecided(pair.before) && isDecided(pair.after));
  return {
    before: attainment.finish(accumulate(attainment, [...was.values()])),
    after: attainment.finish(accumulate(attainment, [...would.values()])),
    ...riseOf(decided),
    changed: pairs
      .filter((pair) => pair.before.verdict !== pair.after.verdict)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(changeOf),
    excluded: {
      onlyBefore: was.size - pairs.length,
      onlyAfter: would.size - pairs.length,
      undecided: pairs.length - decided.length,
    },
  };
}

interface Pair {
  readonly before: TargetOutcome;
  readonly after: TargetOutcome;
}

function clocksOf(
  subject: string,
  rows: readonly TargetOutcomeInput[],
): ReadonlyMap<string, TargetOutcome> {
  return new Map(
    parseInput(Rows, subject, rows).map((row) => [
      JSON.stringify([row.ticketId, row.target, row.cycle]),
      row,
    ]),
  );
}

function isDecided({ verdict }: TargetOutcome): boolean {
  return verdict === "met" || verdict === "breached";
}

function changeOf({ before, after }: Pair): ChangedOutcome {
  const { ticketId, target, cycle } = before;
  return { ticketId, target, cycle, before: before.verdict, after: after.verdict };
}

/** Half a clock is added to each of the four ways in which a pair can end, so that few pairs do not look certain. */
function riseOf(pairs: readonly Pair[]): Pick<OutcomeComparison, "value" | "interval" | "n"> {
  const n = pairs.length;
  if (n === 0) return { value: null, interval: null, n };
  const changed = pairs.filter(({ before, after }) => before.verdict !== after.verdict);
  const better = changed.filter(({ after }) => after.verdict === "met").length;
  const worse = changed.length - better;
  const rise = (better - worse) / (n + 2);
  const variance = ((better + worse + 1) / (n + 2) - rise * rise) / (n + 2);
  const half = DEVIATIONS_95 * Math.sqrt(variance);
  const interval = { lower: Math.max(-1, rise - half), upper: Math.min(1, rise + half) };
  return { value: (better - worse) / n, interval, n };
}

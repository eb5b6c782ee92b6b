import type { Instant } from "@kefu/core";
import type { Calendar } from "./calendar.ts";
import {
  type Interval,
  intervalsOf,
  openBetween,
  spansBetween,
  timelineBetween,
} from "./open-intervals.ts";
import { pausedSpans, type WorkingTimeOptions } from "./pauses.ts";
import { bothOf, combineSpans, firstOnly, lengthOf } from "./spans.ts";

/** A stretch that does not count, and why. */
export interface ExcludedInterval extends Interval {
  /**
   * `"closed"`: outside the planned hours. `"holiday"`: planned, but the date is closed. `"break"`:
   * planned, but a break lies there. `"paused"`: open, but the clock stood still.
   */
  readonly why: "closed" | "holiday" | "break" | "paused";
}

/** How working time came about: plain JSON, fit to be stored beside a deadline. */
export interface WorkingTimeExplanation {
  /** Milliseconds that counted; as {@link workingTimeBetween} has it. */
  readonly workingMilliseconds: number;
  /** What counted, in order. */
  readonly counted: readonly Interval[];
  /** What did not, in order; together with `counted` it fills the whole stretch without gap. */
  readonly excluded: readonly ExcludedInterval[];
}

/**
 * Which parts of a stretch of time count as working time, and why the others do not.
 *
 * @param options - pauses that do not count
 * @throws `InvalidInputError` when `to` lies before `from`, and for malformed pauses
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileCalendar, explainWorkingTime } from "@kefu/calendar";
 *
 * const desk = compileCalendar({
 *   timeZone: "UTC",
 *   weekly: { daily: [["09:00", "17:00"]] },
 *   holidays: ["*-12-25"],
 * });
 * const [from, to] = [instant("2026-12-24T16:00:00Z"), instant("2026-12-26T00:00:00Z")];
 * explainWorkingTime(desk, from, to).excluded.map(({ why }) => why); // => ["closed", "holiday", "closed"]
 * ```
 */
export function explainWorkingTime(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  options?: WorkingTimeOptions,
): WorkingTimeExplanation {
  const timeline = timelineBetween(calendar, from, to);
  const paused = pausedSpans(options);
  const planned = spansBetween(timeline, from, to, "planned");
  const unbroken = spansBetween(timeline, from, to, "unbroken");
  const open = openBetween(timeline, from, to);
  const counted = combineSpans(open, paused, firstOnly);
  const whole = from < to ? [from, to] : [];
  const missing = combineSpans(whole, open, firstOnly);
  const broken = combineSpans(missing, unbroken, bothOf);
  const rest = combineSpans(missing, unbroken, firstOnly);
  const reasons = {
    paused: combineSpans(open, paused, bothOf),
    break: broken,
    holiday: combineSpans(rest, planned, bothOf),
    closed: combineSpans(rest, planned, firstOnly),
  };
  const excluded = (["paused", "break", "holiday", "closed"] as const)
    .flatMap((why) => intervalsOf(reasons[why]).map((interval) => ({ ...interval, why })))
    .sort((a, b) => a.from - b.from);
  return { workingMilliseconds: lengthOf(counted), counted: intervalsOf(counted), excluded };
}

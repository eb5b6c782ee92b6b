import { type Duration, type Instant, InvalidInputError, millisecondsIn } from "@kefu/core";
import { type Calendar, timelineFor } from "./calendar.ts";
import { pausedSpans, type WorkingTimeOptions } from "./pauses.ts";
import type { Spans } from "./spans.ts";
import { checkInstant, yearOf } from "./supported-years.ts";
import { earliestAfter, earliestWith, latestWith, openBefore, type Timeline } from "./timeline.ts";

/**
 * The moment at which an amount of working time is used up.
 *
 * Forward: the earliest moment not before `at` with at least that much open time between. An amount that
 * exactly fills a window therefore ends *at the closing instant*, not at the next opening. Backward (a
 * negative amount): the latest moment not after `at` with at least that much open time between; an exact
 * fill ends at the opening instant. Zero gives `at`, open or closed.
 *
 * @param amount - whole milliseconds, or a duration of fixed parts, where a day is 24 hours *of working
 *   time*
 * @param options - pauses that do not count
 * @returns `null` when the calendar does not have that much working time left within its years
 * @throws `InvalidInputError` for an amount that is neither, and for malformed pauses
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { addWorkingTime, compileCalendar } from "@kefu/calendar";
 *
 * const desk = compileCalendar({ timeZone: "UTC", weekly: { daily: [["09:00", "17:00"]] } });
 * const due = addWorkingTime(desk, instant("2026-11-24T15:00:00Z"), { hours: 2 });
 * due && isoOf(due); // => "2026-11-24T17:00:00.000Z"
 * ```
 */
export function addWorkingTime(
  calendar: Calendar,
  at: Instant,
  amount: number | Duration,
  options?: WorkingTimeOptions,
): Instant | null {
  const timeline = timelineFor(calendar, at);
  const milliseconds = typeof amount === "number" ? amount : millisecondsIn(amount);
  if (!Number.isSafeInteger(milliseconds)) {
    const message = "must be whole milliseconds or a duration of fixed parts";
    throw new InvalidInputError("amount", [{ path: [], message }]);
  }
  if (options === undefined) return movedBy(timeline, at, milliseconds) as Instant | null;
  const paused = pausedSpans(options);
  if (milliseconds === 0) return at;
  const moved =
    milliseconds > 0
      ? forward(timeline, at, milliseconds, paused)
      : backward(timeline, at, -milliseconds, paused);
  return moved as Instant | null;
}

/** Without pauses there is nothing to go through: a look-up or two, however far. */
function movedBy(timeline: Timeline, at: number, amount: number): number | null {
  if (amount === 0) return at;
  if (amount > 0) return earliestAfter(timeline, at, amount);
  return latestWith(timeline, openBefore(timeline, at) + amount, at);
}

/**
 * How long the calendar is open between two moments, in milliseconds; negative when `to` lies before
 * `from`.
 *
 * @param options - pauses that do not count
 * @throws `InvalidInputError` for malformed pauses
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileCalendar, workingTimeBetween } from "@kefu/calendar";
 *
 * const desk = compileCalendar({ timeZone: "UTC", weekly: { daily: [["09:00", "17:00"]] } });
 * const [from, to] = [instant("2026-11-24T08:00:00Z"), instant("2026-11-24T16:00:00Z")];
 * workingTimeBetween(desk, from, to); // => 25_200_000
 * const lunch = { from: instant("2026-11-24T12:00:00Z"), to: instant("2026-11-24T13:00:00Z") };
 * workingTimeBetween(desk, from, to, { pauses: [lunch] }); // => 21_600_000
 * ```
 */
export function workingTimeBetween(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  options?: WorkingTimeOptions,
): number {
  const timeline = timelineFor(calendar, from, "from");
  checkInstant(to, "to", timeline);
  const whole = openBefore(timeline, to) - openBefore(timeline, from);
  if (options === undefined) return whole;
  const paused = pausedSpans(options);
  if (to < from) return whole + openWithin(timeline, paused, to, from);
  return whole - openWithin(timeline, paused, from, to);
}

/** Open time of the pauses between two moments. */
function openWithin(timeline: Timeline, paused: Spans, from: number, to: number): number {
  let open = 0;
  for (let i = 0; i < paused.length; i += 2) {
    const start = Math.max(from, paused[i] as number);
    const end = Math.min(to, paused[i + 1] as number);
    if (start < end) open += openBefore(timeline, end) - openBefore(timeline, start);
  }
  return open;
}

/** Uses the amount up stretch by stretch between the pauses. */
function forward(timeline: Timeline, at: number, amount: number, paused: Spans): number | null {
  let from = at;
  let target = openBefore(timeline, at) + amount;
  for (let i = 0; i < paused.length; i += 2) {
    const [start, end] = [paused[i] as number, paused[i + 1] as number];
    if (end <= from) continue;
    if (start > from) {
      if (openBefore(timeline, Math.min(start, timeline.to)) >= target) break;
    }
    if (end >= timeline.to) return null;
    const pauseStart = Math.max(start, from);
    target += openBefore(timeline, end) - openBefore(timeline, pauseStart);
    from = end;
  }
  return earliestWith(timeline, target, yearOf(from));
}

/** The mirror image of `forward`. */
function backward(timeline: Timeline, at: number, amount: number, paused: Spans): number | null {
  let to = at;
  let target = openBefore(timeline, at) - amount;
  for (let i = paused.length - 2; i >= 0; i -= 2) {
    const [start, end] = [paused[i] as number, paused[i + 1] as number];
    if (start >= to) continue;
    if (end < to) {
      if (openBefore(timeline, Math.max(end, timeline.from)) <= target) break;
    }
    if (start <= timeline.from) return null;
    const pauseEnd = Math.min(end, to);
    target -= openBefore(timeline, pauseEnd) - openBefore(timeline, start);
    to = start;
  }
  return latestWith(timeline, target, to);
}

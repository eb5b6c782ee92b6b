import { type Instant, InvalidInputError } from "@kefu/core";
import { type Calendar, timelineFor } from "./calendar.ts";
import { appendSpan, clipSpans, type Spans } from "./spans.ts";
import { checkInstant, yearOf } from "./supported-years.ts";
import { positionAt, type Timeline, tableOf } from "./timeline.ts";
import type { Layer } from "./wall-windows.ts";

/** A stretch of time from one moment on, up to but not including another. */
export interface Interval {
  /** The first moment of it. */
  readonly from: Instant;
  /** The first moment after it. */
  readonly to: Instant;
}

/**
 * When the calendar is open from one moment to another, as a list in order; the outermost intervals are cut
 * at `from` and `to`. Touching windows are one interval.
 *
 * @throws `InvalidInputError` when `to` lies before `from`
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { compileCalendar, openIntervals } from "@kefu/calendar";
 *
 * const desk = compileCalendar({ timeZone: "UTC", weekly: { tue: [["09:00", "12:00"], ["13:00", "17:00"]] } });
 * const open = openIntervals(desk, instant("2026-11-24T10:00:00Z"), instant("2026-11-25T00:00:00Z"));
 * open.map(({ from }) => isoOf(from)); // => ["2026-11-24T10:00:00.000Z", "2026-11-24T13:00:00.000Z"]
 * ```
 */
export function openIntervals(calendar: Calendar, from: Instant, to: Instant): readonly Interval[] {
  return intervalsOf(openBetween(timelineBetween(calendar, from, to), from, to));
}

/**
 * Opens a calendar up for a question about a stretch of time.
 *
 * @throws `InvalidInputError` when the stretch runs backwards
 */
export function timelineBetween(calendar: Calendar, from: Instant, to: Instant): Timeline {
  const timeline = timelineFor(calendar, from, "from");
  checkInstant(to, "to", timeline);
  if (from <= to) return timeline;
  throw new InvalidInputError("to", [{ path: [], message: "must not lie before from" }]);
}

/** The open spans between two moments, read from the tables. */
export function openBetween(timeline: Timeline, from: number, to: number): Spans {
  const open: number[] = [];
  const firstYear = yearOf(from);
  for (let year = firstYear; year <= yearOf(to); year++) {
    const table = tableOf(timeline, year);
    const { starts, ends, size } = table;
    let i = year === firstYear ? positionAt(table, from) : 0;
    for (; i < size && (starts[i] as number) < to; i++) {
      appendSpan(open, Math.max(starts[i] as number, from), Math.min(ends[i] as number, to));
    }
  }
  return open;
}

/** The spans of one layer between two moments, joined over the years. */
export function spansBetween(timeline: Timeline, from: number, to: number, layer: Layer): Spans {
  const joined: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const spans = clipSpans(timeline.spansIn(year, layer), from, to);
    for (let i = 0; i < spans.length; i += 2) {
      appendSpan(joined, spans[i] as number, spans[i + 1] as number);
    }
  }
  return joined;
}

/** The spans as plain JSON. */
export function intervalsOf(spans: Spans): Interval[] {
  const intervals: Interval[] = [];
  for (let i = 0; i < spans.length; i += 2) {
    intervals.push({ from: spans[i] as Instant, to: spans[i + 1] as Instant });
  }
  return intervals;
}

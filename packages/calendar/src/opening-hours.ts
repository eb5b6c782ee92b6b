import type { Instant } from "@kefu/core";
import { type Calendar, timelineFor } from "./calendar.ts";
import { startOfYear, YEARS, yearOf } from "./supported-years.ts";
import { positionAt, reach, type Timeline, tableOf } from "./timeline.ts";

/**
 * Whether the calendar is open at a moment. The opening instant is open, the closing instant is closed.
 *
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileCalendar, isOpen } from "@kefu/calendar";
 *
 * const desk = compileCalendar({ timeZone: "Asia/Tokyo", weekly: { tue: [["09:00", "17:00"]] } });
 * isOpen(desk, instant("2026-11-24T09:00:00+09:00")); // => true
 * isOpen(desk, instant("2026-11-24T17:00:00+09:00")); // => false
 * ```
 */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  const timeline = timelineFor(calendar, at);
  const year = yearOf(at);
  const table = tableOf(timeline, year);
  return (table.starts[positionAt(table, at)] as number) <= at;
}

/**
 * The first open moment at or after `at`; `at` itself when it is open.
 *
 * @returns `null` when the calendar does not open again before the end of its years
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 */
export function nextOpenInstant(calendar: Calendar, at: Instant): Instant | null {
  return openFrom(timelineFor(calendar, at), at) as Instant | null;
}

/**
 * The latest moment at or before `at` such that the calendar was open just before it: `at` itself within
 * open time and at a closing instant, else the last closing instant.
 *
 * @returns `null` when the calendar was never open before
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 */
export function previousOpenInstant(calendar: Calendar, at: Instant): Instant | null {
  return openUntil(timelineFor(calendar, at), at) as Instant | null;
}

/**
 * The first change from closed to open strictly after `at`. Touching windows are one: 24×7 never opens.
 *
 * @returns `null` when there is none before the end of the calendar's years
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { compileCalendar, nextOpening } from "@kefu/calendar";
 *
 * const desk = compileCalendar({ timeZone: "UTC", weekly: { tue: [["09:00", "17:00"]] } });
 * const opening = nextOpening(desk, instant("2026-11-24T09:00:00Z"));
 * opening && isoOf(opening); // => "2026-12-01T09:00:00.000Z"
 * ```
 */
export function nextOpening(calendar: Calendar, at: Instant): Instant | null {
  const timeline = timelineFor(calendar, at);
  const next = openFrom(timeline, at);
  if (next !== at) return next as Instant | null;
  const closing = closingAfter(timeline, at);
  return closing === null ? null : (openFrom(timeline, closing) as Instant | null);
}

/**
 * The first change from open to closed strictly after `at`. Touching windows are one: 24×7 never closes.
 *
 * @returns `null` when there is none before the end of the calendar's years
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 */
export function nextClosing(calendar: Calendar, at: Instant): Instant | null {
  const timeline = timelineFor(calendar, at);
  const open = openFrom(timeline, at);
  return open === null ? null : (closingAfter(timeline, open) as Instant | null);
}

/**
 * The last change from closed to open strictly before `at`. Touching windows are one: 24×7 never opened.
 *
 * @returns `null` when there is none after the start of the calendar's years
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 */
export function previousOpening(calendar: Calendar, at: Instant): Instant | null {
  const timeline = timelineFor(calendar, at);
  const open = openUntil(timeline, at);
  return open === null ? null : (openingBefore(timeline, open) as Instant | null);
}

/**
 * The last change from open to closed strictly before `at`. Touching windows are one: 24×7 never closed.
 *
 * @returns `null` when there is none after the start of the calendar's years
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 */
export function previousClosing(calendar: Calendar, at: Instant): Instant | null {
  const timeline = timelineFor(calendar, at);
  const last = openUntil(timeline, at);
  if (last !== at) return last as Instant | null;
  const opening = openingBefore(timeline, at);
  return opening === null ? null : (openUntil(timeline, opening) as Instant | null);
}

/** The first open moment at or after `at`. */
export function openFrom(timeline: Timeline, at: number): number | null {
  const year = yearOf(at);
  const table = tableOf(timeline, year);
  const i = positionAt(table, at);
  if (i < table.size) return Math.max(at, table.starts[i] as number);
  for (let later = year + 1; later < YEARS; later++) {
    if (isOpenIn(timeline, later)) return tableOf(timeline, later).starts[0] as number;
  }
  return null;
}

/** The latest moment at or before `at` such that it was open just before it. */
export function openUntil(timeline: Timeline, at: number): number | null {
  const year = yearOf(at);
  const table = tableOf(timeline, year);
  const i = positionAt(table, at);
  if ((table.starts[i] as number) < at) return at;
  if (i > 0) return table.ends[i - 1] as number;
  for (let earlier = year - 1; earlier >= 0; earlier--) {
    if (!isOpenIn(timeline, earlier)) continue;
    const { ends, size } = tableOf(timeline, earlier);
    return ends[size - 1] as number;
  }
  return null;
}

/** The closing of the span that is open at `at`. */
function closingAfter(timeline: Timeline, at: number): number | null {
  let year = yearOf(at);
  const table = tableOf(timeline, year);
  let end = table.ends[positionAt(table, at)] as number;
  while (end === startOfYear(year + 1) && ++year < YEARS) {
    const next = tableOf(timeline, year);
    if (next.starts[0] !== end) break;
    end = next.ends[0] as number;
  }
  return end === timeline.to ? null : end;
}

/** The opening of the span that is open just before `at`. */
function openingBefore(timeline: Timeline, at: number): number | null {
  let year = yearOf(at - 1);
  const table = tableOf(timeline, year);
  let start = table.starts[positionAt(table, at - 1)] as number;
  while (start === startOfYear(year) && --year >= 0) {
    const { starts, ends, size } = tableOf(timeline, year);
    if (size === 0 || ends[size - 1] !== start) break;
    start = starts[size - 1] as number;
  }
  return start === timeline.from ? null : start;
}

/** Looks at sums only: a calendar that never opens must not cost a table for every year. */
function isOpenIn(timeline: Timeline, year: number): boolean {
  reach(timeline, year);
  reach(timeline, year + 1);
  return (timeline.before[year + 1] as number) > (timeline.before[year] as number);
}

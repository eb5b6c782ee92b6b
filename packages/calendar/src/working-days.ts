import { type Instant, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { type Calendar, timelineFor } from "./calendar.ts";
import { instantOfWall, wallOf } from "./local-time.ts";
import { openFrom, openUntil } from "./opening-hours.ts";
import { DAY } from "./supported-years.ts";
import type { Timeline } from "./timeline.ts";

/** Where on the last working day a budget in working days ends. */
export const Landing = z.enum(["close", "sameTime"]);
/** Where on the last working day a budget in working days ends, see the schema of the same name. */
export type Landing = z.output<typeof Landing>;

const Options = z.strictObject({ land: Landing });

/** Where counting in working days ends. */
export interface AddWorkingDaysOptions {
  /**
   * `"close"`: when the calendar closes for the last time on that date (at midnight when it is open over
   * midnight). `"sameTime"`: at the wall time at which counting began, or when that is closed on that date,
   * at the last closing before it, else at the first opening.
   */
  readonly land: Landing;
}

/**
 * The moment that lies a number of working days ahead. A working day is a local date on which the calendar
 * is open at all, however briefly. Counting begins at the first open moment at or after `at`; its date is
 * day 0, so that a request of Saturday counts from Monday.
 *
 * @param days - whole, 0 or more; 0 with `"close"` is the closing of day 0
 * @returns `null` when the calendar has not that many working days left within its years
 * @throws `InvalidInputError` for days that are not whole, negative ones, and an unknown landing
 * @throws {@link OutOfRangeError} for moments outside the years that the calendar can answer for
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { addWorkingDays, compileCalendar } from "@kefu/calendar";
 *
 * const desk = compileCalendar({
 *   timeZone: "UTC",
 *   weekly: { daily: [["09:00", "17:00"]], sat: [], sun: [] },
 * });
 * const friday = instant("2026-11-27T10:30:00Z");
 * const close = addWorkingDays(desk, friday, 2, { land: "close" });
 * close && isoOf(close); // => "2026-12-01T17:00:00.000Z"
 * const same = addWorkingDays(desk, friday, 2, { land: "sameTime" });
 * same && isoOf(same); // => "2026-12-01T10:30:00.000Z"
 * ```
 */
export function addWorkingDays(
  calendar: Calendar,
  at: Instant,
  days: number,
  options: AddWorkingDaysOptions,
): Instant | null {
  const timeline = timelineFor(calendar, at);
  checkDays(days);
  const { land } = parseInput(Options, "options", options);
  const start = openFrom(timeline, at);
  const opening = start === null ? null : openingAfterDays(timeline, start, days);
  if (start === null || opening === null) return null;
  const { zone } = timeline;
  const date = midnightBefore(wallOf(zone, opening));
  const midnight = instantOfWall(zone, date + DAY);
  if (land === "close") return openUntil(timeline, Math.min(midnight, timeline.to)) as Instant;
  const wall = wallOf(zone, start);
  const same = Math.min(instantOfWall(zone, date + wall - midnightBefore(wall)), timeline.to);
  if (openFrom(timeline, same) === same) return same as Instant;
  return Math.max(opening, openUntil(timeline, same) ?? opening) as Instant;
}

/** The first open moment of the date that lies so many working days after the date of `start`. */
function openingAfterDays(timeline: Timeline, start: number, days: number): number | null {
  let opening = start;
  for (let count = 0; count < days; count++) {
    const date = midnightBefore(wallOf(timeline.zone, opening));
    const nextDate = instantOfWall(timeline.zone, date + DAY);
    const next = nextDate > timeline.to ? null : openFrom(timeline, nextDate);
    if (next === null) return null;
    opening = next;
  }
  return opening;
}

const midnightBefore = (wall: number): number => Math.floor(wall / DAY) * DAY;

function checkDays(days: number): void {
  if (Number.isSafeInteger(days) && days >= 0) return;
  const message = "must be a whole number, 0 or more";
  throw new InvalidInputError("days", [{ path: [], message }]);
}

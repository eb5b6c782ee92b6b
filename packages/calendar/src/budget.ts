import { Duration, type Instant, InvalidInputError, millisecondsIn, parseInput } from "@kefu/core";
import { z } from "zod";
import { type Calendar, timelineFor } from "./calendar.ts";
import { instantOfWall, wallOf } from "./local-time.ts";
import { DAY } from "./supported-years.ts";
import type { Timeline } from "./timeline.ts";
import { addWorkingDays, Landing } from "./working-days.ts";
import { addWorkingTime } from "./working-time.ts";

/**
 * How much time there is for something, as plain JSON: `{ working: { hours: 4 } }` counts open hours only,
 * `{ elapsed: { days: 14 } }` all time, `{ workingDays: 3, land: "close" }` dates on which the calendar is
 * open.
 */
export const Budget = z.union([
  z.strictObject({
    /** Open time; a day is 24 open hours. No years or months, they have no fixed length. */
    working: Duration,
  }),
  z.strictObject({
    /**
     * Time on the wall: years, months, weeks and days on the calendar's wall calendar, hours and less
     * exactly.
     */
    elapsed: Duration,
  }),
  z.strictObject({
    /** How many working days after the first; see {@link addWorkingDays}. */
    workingDays: z.int().nonnegative(),
    /** Where on the last of them the budget ends. */
    land: Landing,
  }),
]);
/** How much time there is for something, see the schema of the same name. */
export type Budget = Readonly<z.output<typeof Budget>>;

/**
 * The moment at which a budget that starts to run at `start` is used up.
 *
 * Elapsed years, months, weeks and days are counted on the wall calendar of the calendar's zone: a day
 * later is the same wall time, also when that is 23 or 25 hours away; a month after 31 January is the last
 * of February; a wall time that does not exist moves forward by the gap. Hours, minutes and seconds come
 * after that, on the absolute time line.
 *
 * @returns `null` when it lies beyond the calendar's years
 * @throws `InvalidInputError` for a malformed budget, for years or months of working time, and for
 *   fractions of elapsed years or months
 * @throws {@link OutOfRangeError} for a start outside the years that the calendar can answer for
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { compileCalendar, dueAt } from "@kefu/calendar";
 *
 * const desk = compileCalendar({ timeZone: "Europe/Berlin", weekly: { daily: [["09:00", "17:00"]] } });
 * const start = instant("2026-10-24T15:00:00+02:00");
 * const answer = dueAt(desk, start, { working: { hours: 4 } });
 * answer && isoOf(answer); // => "2026-10-25T10:00:00.000Z"
 * const withdrawal = dueAt(desk, start, { elapsed: { days: 14 } });
 * withdrawal && isoOf(withdrawal); // => "2026-11-07T14:00:00.000Z"
 * ```
 */
export function dueAt(calendar: Calendar, start: Instant, budget: Budget): Instant | null {
  const timeline = timelineFor(calendar, start, "start");
  const parsed = parseInput(Budget, "budget", budget);
  if ("working" in parsed) return addWorkingTime(calendar, start, parsed.working);
  if ("elapsed" in parsed) return addElapsed(timeline, start, parsed.elapsed);
  return addWorkingDays(calendar, start, parsed.workingDays, { land: parsed.land });
}

function addElapsed(timeline: Timeline, start: Instant, elapsed: Duration): Instant | null {
  const { years = 0, months = 0, weeks = 0, days = 0, ...exact } = elapsed;
  const wholeDays = Math.floor(weeks * 7 + days);
  const rest = millisecondsIn({ ...exact, days: weeks * 7 + days - wholeDays });
  const moved = addDates(timeline, start, wholeMonths(years, months), wholeDays) + rest;
  // Not "moved > to": a date that no calendar has is not a number.
  return moved <= timeline.to ? (moved as Instant) : null;
}

function addDates(timeline: Timeline, start: Instant, months: number, days: number): number {
  if (months === 0 && days === 0) return start;
  const wall = new Date(wallOf(timeline.zone, start));
  const dayOfMonth = wall.getUTCDate();
  wall.setUTCMonth(wall.getUTCMonth() + months);
  // 31 January and a month overflow into March; the zeroth day of March is the last of February.
  if (wall.getUTCDate() !== dayOfMonth) wall.setUTCDate(0);
  wall.setUTCDate(wall.getUTCDate() + days);
  const reading = wall.getTime();
  return reading <= timeline.to + DAY ? instantOfWall(timeline.zone, reading) : Number.NaN;
}

function wholeMonths(years: number, months: number): number {
  if (Number.isInteger(years) && Number.isInteger(months)) return years * 12 + months;
  const path = [Number.isInteger(years) ? "months" : "years"];
  throw new InvalidInputError("elapsed", [{ path, message: "must be whole" }]);
}

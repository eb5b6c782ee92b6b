import type { Duration, Instant } from "@kefu/core";
import type { Period } from "./period.ts";

/** What a wall clock shows, in milliseconds as if it were UTC. */
type Wall = number;

/** The moment that never comes: the last that ECMAScript's `Date` can hold. */
export const NEVER = 8.64e15 as Instant;

const QUARTER_HOUR = 900_000;
const DAY = 86_400_000;

/** Answers stay the same whether or not an offset is found here: asking `Intl` takes microseconds. */
const offsets = new Map<string, Map<number, number>>();
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Whether the runtime knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  // Offsets such as "+08:00" pass on some runtimes only.
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(timeZone)) return false;
  try {
    return clockOf(timeZone) !== undefined;
  } catch {
    return false;
  }
}

/** What the wall clock of a zone shows. */
export function wallOf(at: number, timeZone: string): Wall {
  return at + offsetAt(at, timeZone);
}

/** The moment at which a wall clock shows a time: the earlier one of two, and where there is none, as long after the gap. */
export function momentAt(wall: Wall, timeZone: string): Instant {
  if (!(wall < NEVER - DAY)) return NEVER;
  const before = offsetAt(wall - DAY, timeZone);
  const after = offsetAt(wall + DAY, timeZone);
  const early = wall - before;
  return (
    offsetAt(early, timeZone) === before
      ? early
      : wall - (offsetAt(wall - after, timeZone) === after ? after : before)
  ) as Instant;
}

/** A moment later by calendar units in a zone; a missing day is the month's last. */
export function later(at: number, by: Duration, timeZone: string): Instant {
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
  const wall = addMonths(wallOf(at, timeZone), years * 12 + months) + (weeks * 7 + days) * DAY;
  const moment = momentAt(wall, timeZone);
  const rest = Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
  return Math.min(NEVER, moment + rest) as Instant;
}

function addMonths(wall: Wall, months: number): Wall {
  if (months === 0) return wall;
  const date = new Date(wall);
  const month = date.getUTCMonth() + Math.round(months);
  const first = Date.UTC(date.getUTCFullYear(), month, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return first + (Math.min(date.getUTCDate(), lastDay) - 1) * DAY + (wall - startOfDay(wall));
}

/** Where a period begins on the wall, and where the next one does. */
export function periodAround(wall: Wall, period: Period): readonly [Wall, Wall] {
  const day = startOfDay(wall);
  if (period === "day") return [day, day + DAY];
  if (period === "week") {
    const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
    return [monday, monday + 7 * DAY];
  }
  const length = { month: 1, quarter: 3, half: 6, year: 12 }[period];
  const date = new Date(day);
  const month = date.getUTCMonth() - (date.getUTCMonth() % length);
  const year = date.getUTCFullYear();
  return [Date.UTC(year, month, 1), Date.UTC(year, month + length, 1)];
}

/** The first moment after the period in which a moment lies. */
export function endOf(period: Period, at: number, timeZone: string): Instant {
  return momentAt(periodAround(wallOf(at, timeZone), period)[1], timeZone);
}

/** The first midnight after a day of the year that is not past yet, some of them passed over. */
export function afterDayOfYear(
  at: number,
  { month, day, skip }: { month: number; day: number; skip: number },
  timeZone: string,
): Instant {
  const wall = wallOf(at, timeZone);
  const ending = (year: number) => {
    const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return Date.UTC(year, month - 1, Math.min(day, lastDay) + 1);
  };
  const year = new Date(wall).getUTCFullYear() + skip;
  return momentAt(ending(ending(year - skip) > wall ? year : year + 1), timeZone);
}

const startOfDay = (wall: Wall) => Math.floor(wall / DAY) * DAY;

function offsetAt(at: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  if (known.size === 0) offsets.set(timeZone, known);
  if (known.size > 20_000) known.clear();
  // Clocks are put forward and back at whole quarters of an hour.
  const quarter = Math.floor(at / QUARTER_HOUR);
  const offset = known.get(quarter) ?? readOffset(quarter * QUARTER_HOUR, timeZone);
  known.set(quarter, offset);
  return offset;
}

function readOffset(at: number, timeZone: string): number {
  const [month = 0, day, year = 0, hour, minute, second] = (
    clockOf(timeZone).format(at).match(/\d+/g) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (clock !== undefined) return clock;
  const numeric = "numeric";
  clock = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: numeric, month: numeric, day: numeric },
    ...{ hour: numeric, minute: numeric, second: numeric },
  });
  clocks.set(timeZone, clock);
  return clock;
}

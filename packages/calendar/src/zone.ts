import { DAY, FIRST, LAST, startOfYear, YEARS, yearOf } from "./supported-years.ts";

/**
 * Offsets from UTC as one flat list `[from, offset, from, offset, …]`, all in milliseconds; the first holds
 * at the start.
 */
export type Offsets = readonly number[];

/** How the wall clocks of a zone stand, year by year. */
export interface Zone {
  readonly name: string;
  /** The first moment for which the zone can answer. */
  readonly from: number;
  /** The last moment for which the zone can answer. */
  readonly to: number;
  /** The offsets within a table year. */
  readonly offsetsIn: (year: number) => Offsets;
}

/**
 * Answers stay the same whether or not a zone is found here: it only saves reading the runtime's data
 * again.
 */
const known = new Map<string, Zone>();

/** The zone of that IANA name after the runtime's own data, or nothing when it knows none. */
export function findZone(name: string): Zone | undefined {
  const key = name.toLowerCase();
  const found = known.get(key) ?? openZone(name);
  if (found === undefined) return undefined;
  known.set(key, found);
  return found.name === name ? found : { ...found, name };
}

/** What a wall clock adds to UTC at a moment. */
export function offsetAt(zone: Zone, at: number): number {
  const offsets = zone.offsetsIn(yearOf(at));
  let i = offsets.length - 2;
  while (i > 0 && (offsets[i] as number) > at) i -= 2;
  return offsets[i + 1] as number;
}

function openZone(name: string): Zone | undefined {
  const read = openClock(name);
  if (read === undefined) return undefined;
  const years: Offsets[] = new Array(YEARS);
  const offsetsIn = (year: number) => {
    years[year] ??= scanYear(read, startOfYear(year), startOfYear(year + 1));
    return years[year];
  };
  return { name, from: FIRST, to: LAST, offsetsIn };
}

type Clock = (at: number) => number;

/**
 * Reads an offset as the difference of wall clock and UTC, because that is exact to the second; the offset
 * that `Intl` spells out loses its sign or its seconds in some readers (Africa/Monrovia before 1972).
 */
function openClock(timeZone: string): Clock | undefined {
  // Offsets such as "+08:00" pass on some runtimes only.
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(timeZone)) return undefined;
  try {
    const numeric = "numeric";
    const { format } = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    return (at) => {
      const [month, day, year, hour, minute, second] = numbersIn(format(at));
      return Date.UTC(year, month - 1, day, hour, minute, second) - at;
    };
  } catch {
    return undefined;
  }
}

type Reading = [
  month: number,
  day: number,
  year: number,
  hour: number,
  minute: number,
  second: number,
];

const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number) as Reading;

/** Since 1880 no zone has kept an offset for less than 7 days (America/Recife, October 2000). */
const STEP = 2 * DAY;

function scanYear(read: Clock, from: number, to: number): Offsets {
  const offsets = [from, read(from)];
  for (let at = from; at < to; at += STEP) {
    const next = Math.min(at + STEP, to);
    const offset = read(next);
    for (let start = at; offsets.at(-1) !== offset; ) {
      start = changeBetween(read, start, next);
      if (start >= to) break;
      offsets.push(start, read(start));
    }
  }
  return offsets;
}

/** The first moment after which the offset of `early` is no longer seen, to the second. */
function changeBetween(read: Clock, early: number, late: number): number {
  const offset = read(early);
  let before = early;
  let after = late;
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (read(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

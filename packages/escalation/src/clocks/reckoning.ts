import { type Calendar, type Interval, openIntervals } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import type { PausedSpan } from "../tickets/course.ts";

/** Which time counted towards a deadline, and which did not. Plain JSON. */
export interface Reckoning {
  /** The calendars by which it was counted, with their versions, as in `"desk@2"`. */
  readonly calendars: readonly string[];
  /** `"working"`: only open time counts. `"wall"`: all time does. */
  readonly measure: "working" | "wall";
  /** Open time used up, in milliseconds; time before a reopening included. */
  readonly workedMilliseconds: number;
  /** Time on the wall used up, in milliseconds; time before a reopening included. */
  readonly elapsedMilliseconds: number;
  /** What counted in this cycle, in order. */
  readonly counted: readonly Interval[];
  /** What did not; with `counted` it fills the cycle without gap. `viewTicket` tells holidays from closed hours. */
  readonly excluded: readonly (Interval & { readonly why: "closed" | "paused" })[];
}

/** The stretches of a cycle that counted and that did not. */
export function spansOf(
  calendar: Calendar | null,
  from: Instant,
  to: Instant,
  pauses: readonly PausedSpan[],
): Pick<Reckoning, "counted" | "excluded"> {
  const counted: Interval[] = [];
  const excluded: Reckoning["excluded"][number][] = [];
  let at = from;
  for (const [start, end] of pauses) {
    if (start >= to) break;
    split(calendar, at, start, counted, excluded);
    at = end === null || end > to ? to : end;
    if (start < at) excluded.push({ from: start, to: at, why: "paused" });
  }
  split(calendar, at, to, counted, excluded);
  return { counted, excluded };
}

/** Open and closed stretches between two moments; without a calendar all is open. */
function split(
  calendar: Calendar | null,
  from: Instant,
  to: Instant,
  counted: Interval[],
  excluded: Reckoning["excluded"][number][],
): void {
  if (from >= to) return;
  let at = from;
  for (const open of calendar === null ? [{ from, to }] : openIntervals(calendar, from, to)) {
    if (at < open.from) excluded.push({ from: at, to: open.from, why: "closed" });
    counted.push(open);
    at = open.to;
  }
  if (at < to) excluded.push({ from: at, to, why: "closed" });
}

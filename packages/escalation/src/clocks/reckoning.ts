import {
  type Calendar,
  type Interval,
  nextClosing,
  nextOpenInstant,
  workingTimeBetween,
} from "@kefu/calendar";
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
  for (let at = from; at < to; ) {
    const opening = calendar === null ? at : firstOpen(calendar, at, to);
    if (at < opening) excluded.push({ from: at, to: opening, why: "closed" });
    if (opening === to) return;
    at = calendar === null ? to : firstClosed(calendar, opening, to);
    counted.push({ from: opening, to: at });
  }
}

function firstOpen(calendar: Calendar, from: Instant, to: Instant): Instant {
  // Asked first: what never opens again is looked for as far as calendars reach.
  if (workingTimeBetween(calendar, from, to) === 0) return to;
  const opening = nextOpenInstant(calendar, from);
  return opening === null || opening > to ? to : opening;
}

function firstClosed(calendar: Calendar, from: Instant, to: Instant): Instant {
  // Asked first: what is always open has no next closing, however far one looks.
  if (workingTimeBetween(calendar, from, to) === to - from) return to;
  const closing = nextClosing(calendar, from);
  return closing === null || closing > to ? to : closing;
}

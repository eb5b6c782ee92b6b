import { Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { checked } from "./checked.ts";
import { QuietHours } from "./contact-policy.ts";
import { DAY, firstShown, lastShown, type Offsets, offsetsAround, wallAt } from "./wall-clock.ts";

/**
 * When quiet hours that hold at a moment are over.
 *
 * They are laid out on the absolute time line: an hour that the clock shows twice is quiet from its first pass when it
 * begins them, and up to its second when it ends them; a time that the clock skips is the first moment after the gap.
 *
 * @param timeZone - IANA name of the zone that the customer lives in
 * @returns `undefined` when the moment is not quiet
 * @throws `InvalidInputError` (`invalid-input`) for an unknown zone and hours that no clock shows;
 *   `OutOfRangeError` (`out-of-range`) outside the years 1800 to 2199
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { quietUntil } from "@kefu/personalization";
 *
 * const night = { start: "21:00", end: "08:00" };
 * quietUntil("Asia/Shanghai", night, instant("2026-03-01T21:00:00+08:00")) === instant("2026-03-02T08:00:00+08:00"); // => true
 * quietUntil("Asia/Shanghai", night, instant("2026-03-02T08:00:00+08:00")); // => undefined
 * ```
 */
export function quietUntil(
  timeZone: string,
  quietHours: QuietHours,
  at: Instant,
): Instant | undefined {
  const zone = parseInput(z.string(), "time zone", timeZone);
  const hours = checked(QuietHours, "quiet hours", quietHours);
  const moment = checked(Instant, "at", at);
  const end = endOfQuiet(offsetsAround(zone, moment), quietSpan(hours), moment);
  return end === moment ? undefined : (end as Instant);
}

/** Quiet hours in milliseconds from midnight; `end` is the greater one also where they run over midnight. */
export interface QuietSpan {
  readonly start: number;
  readonly end: number;
}

/** The span of quiet hours; nothing where there are none. */
export function quietSpan(hours: QuietHours | undefined): QuietSpan | undefined {
  if (hours === undefined || hours.start === hours.end) return undefined;
  const [start, end] = [millisecondsOf(hours.start), millisecondsOf(hours.end)];
  return { start, end: end < start ? end + DAY : end };
}

/** The first moment from `at` on that is not quiet: `at` itself where it is not. */
export function endOfQuiet(offsets: Offsets, quiet: QuietSpan | undefined, at: number): number {
  if (quiet === undefined) return at;
  const today = Math.floor(wallAt(offsets, at) / DAY) * DAY;
  let until = at;
  // A clock that is put back over midnight lets tomorrow begin early; days that a zone left out end in the same moment.
  for (let day = today - 2 * DAY; day <= today + 2 * DAY; day += DAY) {
    if (firstShown(offsets, day + quiet.start) > until) continue;
    until = Math.max(until, lastShown(offsets, day + quiet.end));
  }
  return until;
}

function millisecondsOf(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}

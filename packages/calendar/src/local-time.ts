import { type Instant, LocalDate, parseInput } from "@kefu/core";
import { z } from "zod";
import { checkInstant, DAY } from "./supported-years.ts";
import { dateOfWall, dayNumber, millisecondOfDay, TIME_OR_MIDNIGHT } from "./wall-clock.ts";
import { offsetAt, type Zone } from "./zone.ts";
import { zoneNamed } from "./zone-rules.ts";

const LocalTime = z.string().regex(TIME_OR_MIDNIGHT, "must be HH:MM or HH:MM:SS, up to 24:00");

const Options = z.strictObject({
  disambiguation: z.enum(["compatible", "earlier", "later"]).default("compatible"),
});
type Disambiguation = z.output<typeof Options>["disambiguation"];

/** Which moment a wall time names that happens twice, or never. */
export interface LocalToInstantOptions {
  /**
   * `"earlier"`: the first of two; a skipped time moves back by the length of the gap. `"later"`: the
   * second of two; a skipped time moves forward by the length of the gap. `"compatible"`, the default, as
   * RFC 5545 and Temporal have it: the first of two, forward over a gap.
   */
  readonly disambiguation?: "compatible" | "earlier" | "later";
}

/**
 * The moment at which the wall clocks of a zone show a date and time: a promise "by 17:00 tomorrow, your
 * time".
 *
 * @param date - `"2026-11-24"`
 * @param time - `"17:00"`, `"17:00:30"`, or `"24:00"` for the end of the day
 * @throws `InvalidInputError` when zone, date or time is malformed
 * @throws {@link OutOfRangeError} when it lies outside the years 1800 to 2199
 *
 * @example
 * ```ts
 * import { isoOf } from "@kefu/core";
 * import { localToInstant } from "@kefu/calendar";
 *
 * isoOf(localToInstant("Asia/Kolkata", "2026-06-04", "17:00")); // => "2026-06-04T11:30:00.000Z"
 * isoOf(localToInstant("Europe/Berlin", "2026-03-29", "02:30")); // => "2026-03-29T01:30:00.000Z"
 * ```
 */
export function localToInstant(
  timeZone: string,
  date: string,
  time: string,
  options?: LocalToInstantOptions,
): Instant {
  const zone = zoneNamed(timeZone);
  const day = dayNumber(parseInput(LocalDate, "date", date));
  const wall = day * DAY + millisecondOfDay(parseInput(LocalTime, "time", time));
  const { disambiguation } = parseInput(Options, "options", options ?? {});
  const at = instantOfWall(zone, wall, disambiguation);
  checkInstant(at, "local time", zone);
  return at;
}

/**
 * The date that the wall calendars of a zone show at a moment.
 *
 * @throws `InvalidInputError` when the zone is unknown
 * @throws {@link OutOfRangeError} for moments outside the years 1800 to 2199
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { localDateOf } from "@kefu/calendar";
 *
 * localDateOf("Pacific/Apia", instant("2011-12-30T10:00:00Z")); // => "2011-12-31"
 * ```
 */
export function localDateOf(timeZone: string, at: Instant): LocalDate {
  const zone = zoneNamed(timeZone);
  checkInstant(at, "at", zone);
  return dateOfWall(wallOf(zone, at)) as LocalDate;
}

/** What the wall clock shows, as if it were UTC. */
export const wallOf = (zone: Zone, at: number): number => at + offsetAt(zone, at);

/** The moment at which the wall clock shows a reading, which is given as if it were UTC. */
export function instantOfWall(
  zone: Zone,
  wall: number,
  disambiguation: Disambiguation = "compatible",
): Instant {
  // A day to either side lies beyond any offset, and no zone changes its clocks twice within two days.
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  const shown = [wall - before, wall - after].filter((at) => wallOf(zone, at) === wall);
  const [earlier, later] = shown.length > 0 ? shown : [wall - after, wall - before];
  const skipped = shown.length === 0;
  const takesLater = disambiguation === "later" || (disambiguation === "compatible" && skipped);
  return (takesLater ? (later ?? earlier) : earlier) as Instant;
}

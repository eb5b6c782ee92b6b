import { z } from "zod";
import { invalidInput } from "./parse-input.ts";

/** The furthest moment that ECMAScript's own `Date` can hold, in milliseconds from the epoch. */
const LIMIT = 8.64e15;

/**
 * A moment on the absolute time line: whole milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
 * A plain number at run time; the brand keeps durations and moments apart at compile time. Make one with {@link instant}.
 */
export const Instant = z.int().min(-LIMIT).max(LIMIT).brand<"Instant">();
/** A moment on the absolute time line, see the schema of the same name. */
export type Instant = z.output<typeof Instant>;

/** Captures the day, hour and minute, second, fraction, and the hours and minutes of the offset. */
const ISO_8601 =
  /^((?:\d{4}|[+-]\d{6})-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(?:Z|([+-](?:[01]\d|2[0-3])):?([0-5]\d)?)$/i;

/**
 * Reads a moment.
 *
 * @param from - a `Date`, milliseconds since the epoch, or an ISO 8601 date and time *with* its offset
 *   (`"2026-03-29T02:30:00+01:00"`, `…Z`). A text without offset is refused: it names no moment.
 *   Digits below the millisecond are cut off.
 * @returns the moment
 * @throws {@link InvalidInputError} for anything else, for days and hours that no calendar has
 *   (`24:00` included), and for moments further than ±8.64e15 ms from the epoch
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 *
 * instant("1970-01-01T01:00:01+01:00"); // => 1000
 * ```
 */
export function instant(from: Date | string | number): Instant {
  const at = typeof from === "string" ? millisecondsOf(from) : Number(dateOrNumber(from));
  if (Number.isInteger(at) && Math.abs(at) <= LIMIT) return (at + 0) as Instant;
  const message = "must be a Date, an ISO 8601 date and time with offset, or whole milliseconds";
  throw invalidInput("instant", message);
}

/**
 * Writes a moment as ISO 8601 in UTC, with milliseconds: `"2026-11-24T06:00:00.000Z"`.
 *
 * @throws {@link InvalidInputError} when `at` is no moment
 */
export function isoOf(at: Instant): string {
  return new Date(instant(at)).toISOString();
}

function dateOrNumber(from: unknown): unknown {
  return typeof from === "number" || from instanceof Date ? from : Number.NaN;
}

/** Runtimes agree on how to read ISO 8601 only when it is written out in full and the day exists. */
function millisecondsOf(text: string): number {
  const match = ISO_8601.exec(text) ?? [];
  const [, day = "", minute, second = "00", fraction = "", hours = "+00", minutes = "00"] = match;
  const midnight = new Date(`${day}T00:00Z`).toJSON();
  if (!midnight?.includes(`${day.slice(-6)}T`)) return Number.NaN;
  const milliseconds = fraction.padEnd(3, "0").slice(0, 3);
  return Date.parse(`${day}T${minute}:${second}.${milliseconds}${hours}:${minutes}`);
}

import { z } from "zod";
import { InvalidInputError } from "./errors.ts";

/** The furthest moment that ECMAScript's own `Date` can hold, in milliseconds from the epoch. */
const LIMIT = 8.64e15;

/**
 * A moment on the absolute time line: whole milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
 * A plain number at run time; the brand keeps durations and moments apart at compile time. Make one with {@link instant}.
 */
export const Instant = z.int().min(-LIMIT).max(LIMIT).brand<"Instant">();
/** A moment on the absolute time line, see the schema of the same name. */
export type Instant = z.output<typeof Instant>;

const ISO_8601 =
  /^(?<year>\d{4}|[+-]\d{6})-(?<month>\d\d)-(?<day>\d\d)T(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?<offset>Z|[+-]\d\d(?::?\d\d)?)$/i;

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
  throw new InvalidInputError("instant", [{ path: [], message }]);
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

function millisecondsOf(text: string): number {
  const match = ISO_8601.exec(text)?.groups;
  if (match === undefined) return Number.NaN;
  const field = (name: string) => Number(match[name] ?? 0);
  const [year, month, day] = [field("year"), field("month"), field("day")];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isRealDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isRealTime = field("hour") < 24 && field("minute") < 60 && field("second") < 60;
  if (!isRealDay || !isRealTime) return Number.NaN;
  const fraction = Number((match["fraction"] ?? "").padEnd(3, "0").slice(0, 3));
  const minutes = field("hour") * 60 + field("minute") - offsetMinutes(match["offset"] ?? "Z");
  return date.getTime() + (minutes * 60 + field("second")) * 1000 + fraction;
}

function offsetMinutes(offset: string): number {
  if (offset.toUpperCase() === "Z") return 0;
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

import { z } from "zod";
import { millisecondOfDay, TIME, TIME_OR_MIDNIGHT } from "./wall-clock.ts";
import { findZone } from "./zone.ts";
import { unknownZone } from "./zone-rules.ts";

const Window = z
  .tuple([
    z.string().regex(TIME, "must be a time of day, HH:MM from 00:00 to 23:59"),
    z.string().regex(TIME_OR_MIDNIGHT, "must be a time of day, HH:MM from 00:00 to 24:00"),
  ])
  .readonly();

const Windows = z
  .array(Window)
  .max(96)
  .refine(areApart, "windows of one day must not overlap")
  .readonly();

const DatePattern = z
  .string()
  .refine(isDatePattern, "must be a date that exists: YYYY-MM-DD, or *-MM-DD for every year");

const DatedWindows = z.record(DatePattern, Windows).readonly();

/**
 * When a desk, a team or a shop is open: plain JSON, checked by {@link compileCalendar}.
 *
 * A window is `["09:00", "17:00"]`, half open: its start is open, its end is closed. Seconds are welcome
 * (`"08:30:15"`), `"24:00"` is the end of the day, and an end at or before its start runs past midnight:
 * `["22:00", "06:00"]` belongs to the date on which it starts. Windows of one date may touch, not overlap.
 * Dates are `"2026-12-24"`, or `"*-12-24"` for every year; where both name a date, the exact one wins.
 *
 * @example
 * ```ts
 * import { CalendarPolicy } from "@kefu/calendar";
 *
 * const policy = CalendarPolicy.parse({
 *   timeZone: "Asia/Shanghai",
 *   weekly: { daily: [["09:00", "12:00"], ["13:00", "18:00"]], sun: [] },
 *   holidays: ["*-10-01"],
 *   dates: { "2026-10-11": [["09:00", "18:00"]] },
 * });
 * policy.closureScope; // => "date"
 * ```
 */
export const CalendarPolicy = z.strictObject({
  /** What the calendar is called, for records and explanations. */
  id: z.string().min(1).max(200).optional(),
  /** Which edition it is; raise it with every change. */
  version: z.int().nonnegative().optional(),
  /** The IANA name of the zone whose wall clocks the windows mean, as in `"Europe/Berlin"`. */
  timeZone: z.string().refine((name) => findZone(name) !== undefined, {
    error: ({ input }) => unknownZone(input),
  }),
  /** The windows of an ordinary week. A day that is not named is closed, or has the windows of `daily`. */
  weekly: z.strictObject({
    /** The windows of every day that is not named itself; `[["00:00", "24:00"]]` alone is 24×7. */
    daily: Windows.optional(),
    /** Monday's windows. */
    mon: Windows.optional(),
    /** Tuesday's windows. */
    tue: Windows.optional(),
    /** Wednesday's windows. */
    wed: Windows.optional(),
    /** Thursday's windows. */
    thu: Windows.optional(),
    /** Friday's windows. */
    fri: Windows.optional(),
    /** Saturday's windows. */
    sat: Windows.optional(),
    /** Sunday's windows. */
    sun: Windows.optional(),
  }),
  /** Windows that replace the weekly ones on a date: short days, days worked to make up for a bridge day. */
  dates: DatedWindows.optional(),
  /** Closed dates. They win over `dates`. */
  holidays: z.array(DatePattern).readonly().optional(),
  /**
   * Windows of a date in which it is closed all the same, such as a works meeting. They win over
   * everything. A lunch every day is two windows; breaks are for dates.
   */
  breaks: DatedWindows.optional(),
  /**
   * What a holiday closes, besides every shift that starts on it, each with its whole length. `"date"`:
   * also the tail of the night shift of the day before, so that nothing of that local date is open.
   * `"shift"`: that tail stays open.
   */
  closureScope: z.enum(["date", "shift"]).default("date"),
});
/** When a desk is open, see the schema of the same name. */
export interface CalendarPolicy extends Readonly<z.output<typeof CalendarPolicy>> {}
/** A calendar policy as it is written: defaults may be left out. */
export interface CalendarPolicyInput extends Readonly<z.input<typeof CalendarPolicy>> {}

/** Start and end in milliseconds from the midnight with which the window's date begins. */
export function windowSpan([start, end]: readonly [string, string]): [number, number] {
  const [from, to] = [millisecondOfDay(start), millisecondOfDay(end)];
  return [from, to <= from ? to + 86_400_000 : to];
}

function areApart(windows: readonly (readonly [string, string])[]): boolean {
  const spans = windows.map(windowSpan).sort(([a], [b]) => a - b);
  return spans.every(([start], i) => i === 0 || start >= (spans[i - 1]?.[1] ?? 0));
}

function isDatePattern(text: string): boolean {
  if (!/^(?:\d{4}|\*)-\d\d-\d\d$/.test(text)) return false;
  // Of every year: 2000 was a leap year, so that 29 February passes.
  const date = text.replace("*", "2000");
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

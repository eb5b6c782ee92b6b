// The desks of which the tests speak.
import { type Instant, instant, isoOf } from "@kefu/core";
import { type CalendarPolicyInput, compileCalendar } from "../src/index.ts";

const weekdays = (hours: readonly (readonly [string, string])[]) => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});

export const newYorkPolicy: CalendarPolicyInput = {
  timeZone: "America/New_York",
  weekly: weekdays([["09:00", "17:00"]]),
};

/** Monday to Friday, 09 to 17. */
export const newYork = compileCalendar(newYorkPolicy);

/** Monday to Friday, 08 to 18. */
export const berlin = compileCalendar({
  timeZone: "Europe/Berlin",
  weekly: weekdays([["08:00", "18:00"]]),
});

/** Every night from 22 to 06. */
export const nightDesk = compileCalendar({
  timeZone: "Europe/Berlin",
  weekly: { daily: [["22:00", "06:00"]] },
});

export const always = compileCalendar({
  timeZone: "Europe/Berlin",
  weekly: { daily: [["00:00", "24:00"]] },
});

export const never = compileCalendar({ timeZone: "Europe/Berlin", weekly: {} });

/** A moment as it is written; `null` stays `null`. */
export const iso = (at: Instant | null): string | null => (at === null ? null : isoOf(at));

/** Seconds may be left out: `"2026-05-04T13:00Z"`. */
export const at = (text: string): Instant => instant(text);

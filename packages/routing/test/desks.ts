// The desks and people of which the tests of routing speak.
import { compileCalendar } from "@kefu/calendar";
import { type Instant, instant } from "@kefu/core";
import type { AgentInput, WorkItemInput } from "../src/index.ts";

const weekdays = (hours: readonly (readonly [string, string])[]) => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});

/** Seconds may be left out: `"2026-05-04T13:00Z"`. */
export const at = (text: string): Instant => instant(text);

export const calendars = {
  /** Monday to Friday, 08 to 16. */
  berlin: compileCalendar({ timeZone: "Europe/Berlin", weekly: weekdays([["08:00", "16:00"]]) }),
  /** Monday to Friday, 09 to 17. */
  newYork: compileCalendar({
    timeZone: "America/New_York",
    weekly: weekdays([["09:00", "17:00"]]),
  }),
  /** Monday to Friday, 09 to 18. */
  shanghai: compileCalendar({
    timeZone: "Asia/Shanghai",
    weekly: weekdays([["09:00", "18:00"]]),
  }),
  utc: compileCalendar({ timeZone: "UTC", weekly: weekdays([["09:00", "17:00"]]) }),
  always: compileCalendar({ timeZone: "UTC", weekly: { daily: [["00:00", "24:00"]] } }),
  never: compileCalendar({ timeZone: "UTC", weekly: {} }),
};

/** Tuesday, 10:00. */
export const NOW = at("2026-11-24T10:00Z");

export const ticket = (more: Partial<WorkItemInput> = {}): WorkItemInput => ({
  id: "t1",
  openedAt: at("2026-11-24T09:30Z"),
  ...more,
});

export const person = (id: string, more: Partial<AgentInput> = {}): AgentInput => ({
  id,
  calendar: "utc",
  ...more,
});

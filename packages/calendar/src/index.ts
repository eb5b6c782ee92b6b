/**
 * Working time: business hours, holidays, time zones and deadlines, exact over clock changes.
 *
 * @packageDocumentation
 */
export { Budget, dueAt } from "./budget.ts";
export { type Calendar, isCalendar } from "./calendar.ts";
export { CalendarPolicy, type CalendarPolicyInput } from "./calendar-policy.ts";
export { intersectCalendars, subtractCalendars, unionCalendars } from "./combine-calendars.ts";
export { type CompileCalendarOptions, compileCalendar } from "./compile-calendar.ts";
export {
  type ExcludedInterval,
  explainWorkingTime,
  type WorkingTimeExplanation,
} from "./explain-working-time.ts";
export { type LocalToInstantOptions, localDateOf, localToInstant } from "./local-time.ts";
export { type Interval, openIntervals } from "./open-intervals.ts";
export {
  isOpen,
  nextClosing,
  nextOpenInstant,
  nextOpening,
  previousClosing,
  previousOpenInstant,
  previousOpening,
} from "./opening-hours.ts";
export type { Pause, WorkingTimeOptions } from "./pauses.ts";
export { FixedDuration, PositiveBudget } from "./positive-duration.ts";
export { OutOfRangeError } from "./supported-years.ts";
export { type CalendarVersion, versionedCalendar } from "./versioned-calendar.ts";
export { buildWakeIndex, type WakeIndex } from "./wake-index.ts";
export { type AddWorkingDaysOptions, addWorkingDays, Landing } from "./working-days.ts";
export { addWorkingTime, workingTimeBetween } from "./working-time.ts";
export { ZoneRules, zoneRulesOf } from "./zone-rules.ts";

import { addWorkingTime, type Calendar, dueAt, workingTimeBetween } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import type { CompiledTarget } from "../tickets/compile-policy.ts";
import type { CalendarPin } from "../tickets/course.ts";

/** The end of the years for which calendars answer. */
const LAST = Date.UTC(2200, 0, 1);

/** How the time of a target is measured. */
export interface Ruler {
  /** The target. */
  readonly compiled: CompiledTarget;
  /** Its calendar, with the changes that count for the ticket. */
  readonly calendar: Calendar;
  /** Which versions these are. */
  readonly pins: readonly CalendarPin[];
}

/** How much time there is from a start on, in the measure of the target; `null` when it never ends. */
export function budgetFrom({ compiled, calendar }: Ruler, start: Instant): number | null {
  if (compiled.fixedMilliseconds !== null) return compiled.fixedMilliseconds;
  const due = dueAt(calendar, start, compiled.target.budget);
  return due === null ? null : between(calendar, start, due, compiled.measure);
}

/** The moment at which so much more is used up, in the measure of the target; `null` when there never is as much. */
export function after(ruler: Ruler, at: Instant, milliseconds: number): Instant | null {
  return shift(ruler.calendar, at, milliseconds, ruler.compiled.measure);
}

/** Moves a moment by open time or by time on the wall. */
export function shift(
  calendar: Calendar,
  at: Instant,
  milliseconds: number,
  measure: "working" | "wall",
): Instant | null {
  if (measure === "working") return addWorkingTime(calendar, at, milliseconds);
  const moved = at + milliseconds;
  return moved <= LAST ? (moved as Instant) : null;
}

function between(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  measure: "working" | "wall",
): number {
  return measure === "wall" ? to - from : workingTimeBetween(calendar, from, to);
}

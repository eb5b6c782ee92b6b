import type { Calendar } from "@kefu/calendar";
import { InvalidInputError } from "@kefu/core";

/** Compiled calendars by the name by which agents and teams refer to them. */
export type CalendarsByName = Readonly<Record<string, Calendar>>;

/**
 * The calendar of a name.
 *
 * @throws `InvalidInputError` when there is none
 */
export function calendarNamed(calendars: CalendarsByName | undefined, name: string): Calendar {
  const isBook = typeof calendars === "object" && calendars !== null;
  const found = isBook && Object.hasOwn(calendars, name) ? calendars[name] : undefined;
  if (found !== undefined) return found;
  const message = "is missing, though someone works by it";
  throw new InvalidInputError("options", [{ path: ["calendars", name], message }]);
}

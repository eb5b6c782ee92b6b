import { type Instant, InvalidInputError } from "@kefu/core";
import { checkInstant } from "./supported-years.ts";
import { createTimeline, type Timeline, type TimelineSource } from "./timeline.ts";

const compiled = Symbol("compiled calendar");

/**
 * A calendar made ready for questions: an index, not data. Make one with {@link compileCalendar} or out of
 * others with {@link unionCalendars}, {@link intersectCalendars}, {@link subtractCalendars}, and
 * {@link versionedCalendar}. Store the policy, not this.
 *
 * It answers for the years 1800 to 2199 in UTC. Its tables grow by the year as questions come in; the order
 * of the questions never changes an answer.
 */
export interface Calendar {
  /** The IANA name of the zone in which its dates are counted. */
  readonly timeZone: string;
}

interface CompiledCalendar extends Calendar {
  readonly [compiled]: Timeline;
}

/** Closes a source up into a calendar. */
export function asCalendar(source: TimelineSource): Calendar {
  const calendar: CompiledCalendar = {
    timeZone: source.zone.name,
    [compiled]: createTimeline(source),
  };
  return calendar;
}

/**
 * Whether something is a calendar that was made by this package, and not merely looks like one.
 *
 * @example
 * ```ts
 * import { compileCalendar, isCalendar } from "@kefu/calendar";
 *
 * isCalendar(compileCalendar({ timeZone: "UTC", weekly: {} })); // => true
 * isCalendar({ timeZone: "UTC" }); // => false
 * ```
 */
export function isCalendar(value: unknown): value is Calendar {
  return (value as CompiledCalendar | null | undefined)?.[compiled] !== undefined;
}

/**
 * Opens a calendar up.
 *
 * @throws `InvalidInputError` when it is none
 */
export function timelineOf(calendar: Calendar): Timeline {
  const timeline = (calendar as CompiledCalendar | null | undefined)?.[compiled];
  if (timeline !== undefined) return timeline;
  const message = "must be a calendar made by compileCalendar";
  throw new InvalidInputError("calendar", [{ path: [], message }]);
}

/**
 * Opens a calendar up for a question about a moment.
 *
 * @throws `InvalidInputError` when either is of the wrong kind
 * @throws {@link OutOfRangeError} when the calendar cannot answer for that moment
 */
export function timelineFor(calendar: Calendar, at: Instant, name = "at"): Timeline {
  const timeline = timelineOf(calendar);
  checkInstant(at, name, timeline);
  return timeline;
}

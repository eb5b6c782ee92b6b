import { InvalidInputError } from "@kefu/core";
import { asCalendar, type Calendar, timelineOf } from "./calendar.ts";
import { bothOf, clipSpans, combineSpans, eitherOf, firstOnly, type Spans } from "./spans.ts";
import type { Timeline, TimelineSource } from "./timeline.ts";

/**
 * Open whenever at least one of the calendars is: follow-the-sun desks, a team and its stand-ins.
 *
 * @param calendars - at least one; dates are counted in the zone of the first
 * @throws `InvalidInputError` when there is none, or one is no calendar
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { compileCalendar, nextClosing, unionCalendars } from "@kefu/calendar";
 *
 * const berlin = compileCalendar({ timeZone: "Europe/Berlin", weekly: { fri: [["08:00", "16:00"]] } });
 * const newYork = compileCalendar({ timeZone: "America/New_York", weekly: { fri: [["09:00", "17:00"]] } });
 * const closing = nextClosing(unionCalendars(berlin, newYork), instant("2026-03-20T14:30:00Z"));
 * closing && isoOf(closing); // => "2026-03-20T21:00:00.000Z"
 * ```
 */
export function unionCalendars(...calendars: readonly Calendar[]): Calendar {
  return combine(calendars, eitherOf);
}

/**
 * Open only while all of the calendars are: a team within the hours of its building, a region within those
 * of the firm.
 *
 * @param calendars - at least one; dates are counted in the zone of the first
 * @throws `InvalidInputError` when there is none, or one is no calendar
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileCalendar, intersectCalendars, isOpen } from "@kefu/calendar";
 *
 * const team = compileCalendar({ timeZone: "UTC", weekly: { daily: [["06:00", "14:00"]] } });
 * const building = compileCalendar({ timeZone: "UTC", weekly: { daily: [["07:00", "22:00"]] } });
 * isOpen(intersectCalendars(team, building), instant("2026-11-24T06:30:00Z")); // => false
 * ```
 */
export function intersectCalendars(...calendars: readonly Calendar[]): Calendar {
  return combine(calendars, bothOf);
}

/**
 * Open while the first calendar is open and none of the others: a desk without its meetings.
 *
 * @param calendars - at least one; dates are counted in the zone of the first
 * @throws `InvalidInputError` when there is none, or one is no calendar
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileCalendar, isOpen, subtractCalendars } from "@kefu/calendar";
 *
 * const desk = compileCalendar({ timeZone: "UTC", weekly: { daily: [["09:00", "17:00"]] } });
 * const meetings = compileCalendar({ timeZone: "UTC", weekly: { tue: [["09:00", "10:00"]] } });
 * isOpen(subtractCalendars(desk, meetings), instant("2026-11-24T09:30:00Z")); // => false
 * ```
 */
export function subtractCalendars(...calendars: readonly Calendar[]): Calendar {
  return combine(calendars, firstOnly);
}

function combine(calendars: readonly Calendar[], rule: Parameters<typeof combineSpans>[2]) {
  const parts = calendars.map(timelineOf);
  const spansIn: TimelineSource["spansIn"] = (year, layer) =>
    parts
      // What is taken away stays away, whatever the reason why it is open.
      .map((part, i) => part.spansIn(year, rule === firstOnly && i > 0 ? "open" : layer))
      .reduce((spans: Spans, more) => combineSpans(spans, more, rule));
  return asCalendar(withinAll(parts, spansIn));
}

/** Several calendars together answer only where each of them does. */
export function withinAll(
  parts: readonly Timeline[],
  spansIn: TimelineSource["spansIn"],
): TimelineSource {
  const [first] = parts;
  if (first === undefined) {
    const message = "must be at least one";
    throw new InvalidInputError("calendars", [{ path: [], message }]);
  }
  const from = parts.reduce((latest, part) => Math.max(latest, part.from), first.from);
  const to = parts.reduce((earliest, part) => Math.min(earliest, part.to), first.to);
  const within = { from, to, zone: first.zone };
  return { ...within, spansIn: (year, layer) => clipSpans(spansIn(year, layer), from, to) };
}

import { Instant, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { asCalendar, type Calendar, timelineOf } from "./calendar.ts";
import { commonSpan } from "./combine-calendars.ts";
import { appendSpan, clipSpans } from "./spans.ts";

/** A calendar and the moment from which it is in force. */
export interface CalendarVersion {
  /** The first moment at which it counts; `null`: since ever. */
  readonly from: Instant | null;
  /** The calendar that counts from then until the next version starts. */
  readonly calendar: Calendar;
}

const Starts = z
  .array(Instant.nullable())
  .min(1)
  .refine((starts) => new Set(starts).size === starts.length, "two versions start together");

/**
 * A calendar that changes at set moments: at each moment the newest version whose start is not after it
 * wins, so that versions never overlap. Before the first start it is closed. A change of hours is announced, not rewritten: what was
 * reckoned before the new version's start stays as it was.
 *
 * @param versions - at least one, in any order, no two with the same start; dates are counted in the zone of the newest
 * @throws {@link InvalidInputError} when the versions are malformed
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileCalendar, isOpen, versionedCalendar } from "@kefu/calendar";
 *
 * const short = compileCalendar({ timeZone: "UTC", weekly: { daily: [["09:00", "17:00"]] } });
 * const long = compileCalendar({ timeZone: "UTC", weekly: { daily: [["08:00", "20:00"]] } });
 * const desk = versionedCalendar([
 *   { from: null, calendar: short },
 *   { from: instant("2027-01-01T00:00:00Z"), calendar: long },
 * ]);
 * isOpen(desk, instant("2026-12-31T18:00:00Z")); // => false
 * isOpen(desk, instant("2027-01-01T18:00:00Z")); // => true
 * ```
 */
export function versionedCalendar(versions: readonly CalendarVersion[]): Calendar {
  const newestFirst = readVersions(versions);
  const parts = newestFirst.map(({ timeline }) => timeline);
  return asCalendar({
    ...commonSpan(parts),
    spansIn: (year, layer) => {
      const spans: number[] = [];
      for (let i = newestFirst.length - 1; i >= 0; i--) {
        const { from, timeline } = newestFirst[i] as (typeof newestFirst)[number];
        const to = newestFirst[i - 1]?.from ?? Number.POSITIVE_INFINITY;
        const inForce = clipSpans(timeline.spansIn(year, layer), from, to);
        for (let k = 0; k < inForce.length; k += 2) {
          appendSpan(spans, inForce[k] as number, inForce[k + 1] as number);
        }
      }
      return spans;
    },
  });
}

function readVersions(versions: readonly CalendarVersion[]) {
  if (!Array.isArray(versions)) {
    const message = "must be a list of versions";
    throw new InvalidInputError("calendar versions", [{ path: [], message }]);
  }
  const list: readonly (CalendarVersion | null | undefined)[] = versions;
  const starts = list.map((version) => version?.from);
  return parseInput(Starts, "starts of calendar versions", starts)
    .map((from, i) => ({
      from: from ?? Number.NEGATIVE_INFINITY,
      timeline: timelineOf(list[i]?.calendar as Calendar),
    }))
    .sort((a, b) => b.from - a.from);
}

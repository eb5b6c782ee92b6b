import { Instant, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { asCalendar, type Calendar, timelineOf } from "./calendar.ts";
import { withinAll } from "./combine-calendars.ts";
import { clipSpans, combineSpans, eitherOf } from "./spans.ts";
import type { TimelineSource } from "./timeline.ts";

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
 * wins, so that versions never overlap. Before the first start it is closed. A change of hours is
 * announced, not rewritten: what was reckoned before the new version's start stays as it was.
 *
 * @param versions - at least one, in any order, no two with the same start; dates are counted in the zone
 *   of the newest
 * @throws `InvalidInputError` when the versions are malformed
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
  const spansIn: TimelineSource["spansIn"] = (year, layer) =>
    newestFirst
      .map(({ from, timeline }, i) => {
        const to = newestFirst[i - 1]?.from ?? Number.POSITIVE_INFINITY;
        return clipSpans(timeline.spansIn(year, layer), from, to);
      })
      .reduceRight((older, newer) => combineSpans(older, newer, eitherOf), []);
  return asCalendar(withinAll(parts, spansIn));
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

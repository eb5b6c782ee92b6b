import { type Calendar, nextClosing, nextOpenInstant } from "@kefu/calendar";
import { Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { type CalendarsByName, calendarNamed } from "./calendars.ts";

const word = z.string().min(1).max(128);
/** A team that works by a calendar of its own. */
export const Team = z.strictObject({
  /** Stands for the team everywhere else. */
  id: word,
  /** The name of the calendar of its working hours. */
  calendar: word,
});
/** A team that works by a calendar of its own. */
export interface Team extends Readonly<z.output<typeof Team>> {}

const Teams = z
  .array(Team)
  .refine((teams) => new Set(teams.map(({ id }) => id)).size === teams.length, {
    message: "must not name a team twice",
  });

/** Who has the ticket, and where the calendars are. */
export interface NextTeamOptions {
  /** The calendars that the teams name, compiled, by that name. */
  readonly calendars: CalendarsByName;
  /** The team that has the ticket now and keeps it while it is open. */
  readonly holder?: string;
}

/** A stretch of time for which a team has a ticket. */
export interface TeamShift {
  /** Which team. */
  readonly teamId: string;
  /** From when on. */
  readonly from: Instant;
  /** The first moment at which it is closed; `null` when it never closes. */
  readonly until: Instant | null;
}

/** Which team has a ticket now, and which takes over. */
export type NextTeamResult =
  | {
      readonly outcome: "on-duty";
      /** The team that is to have it now. */
      readonly now: TeamShift;
      /** Who takes over when that team closes; the same team where none is open before it is; `null` when none is. */
      readonly next: TeamShift | null;
    }
  | {
      readonly outcome: "nobody";
      /** Who opens first; `null` when no team opens again. */
      readonly next: TeamShift | null;
    };

/**
 * Which team has a ticket that follows the sun, and which takes it over when. Of several open teams it is the holder,
 * else the one that stays open longest, as that takes the fewest hand-overs; ties go to the id. A ticket changes hands
 * at the closing instant, to a team that is open then, or else to the first that opens.
 *
 * @param teams - in any order
 * @throws `InvalidInputError` when an argument is malformed, a team is listed twice, or a calendar is missing
 * @throws `OutOfRangeError` of `@kefu/calendar` for moments outside the years that a calendar can answer for
 *
 * @example
 * ```ts
 * import { compileCalendar } from "@kefu/calendar";
 * import { instant, isoOf } from "@kefu/core";
 * import { nextTeam } from "@kefu/routing";
 *
 * const calendars = {
 *   eu: compileCalendar({ timeZone: "Europe/Berlin", weekly: { daily: [["08:00", "16:00"]] } }),
 *   us: compileCalendar({ timeZone: "America/New_York", weekly: { daily: [["09:00", "17:00"]] } }),
 * };
 * const teams = [
 *   { id: "berlin", calendar: "eu" },
 *   { id: "new-york", calendar: "us" },
 * ];
 * const { next } = nextTeam(teams, instant("2026-03-20T14:30:00Z"), { calendars, holder: "berlin" });
 * next && `${next.teamId} ${isoOf(next.from)}`; // => "new-york 2026-03-20T15:00:00.000Z"
 * ```
 */
export function nextTeam(
  teams: readonly Team[],
  at: Instant,
  options: NextTeamOptions,
): NextTeamResult {
  const moment = parseInput(Instant, "at", at);
  const compiled = parseInput(Teams, "teams", teams).map(({ id, calendar }) => ({
    id,
    calendar: calendarNamed(options?.calendars, calendar),
  }));
  const holder = compiled.filter(({ id }) => id === options.holder);
  const held = takeOver(holder, moment);
  const first = held?.from === moment ? held : takeOver(compiled, moment);
  if (first === null || first.from > moment) return { outcome: "nobody", next: first };
  const next = first.until === null ? null : takeOver(compiled, first.until);
  return { outcome: "on-duty", now: first, next };
}

/** Who is open at a moment, or else opens first after it. */
function takeOver(
  teams: readonly { readonly id: string; readonly calendar: Calendar }[],
  at: Instant,
): TeamShift | null {
  const shifts = teams.flatMap(({ id, calendar }): TeamShift[] => {
    const from = nextOpenInstant(calendar, at);
    return from === null ? [] : [{ teamId: id, from, until: nextClosing(calendar, from) }];
  });
  const [first = null] = shifts.sort(
    (a, b) => a.from - b.from || lastOf(b) - lastOf(a) || (a.teamId < b.teamId ? -1 : 1),
  );
  return first;
}

function lastOf({ until }: TeamShift): number {
  return until ?? Number.MAX_SAFE_INTEGER;
}

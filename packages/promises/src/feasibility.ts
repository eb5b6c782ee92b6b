import { type Calendar, workingTimeBetween } from "@kefu/calendar";
import { Duration, Instant, millisecondsIn, parseInput } from "@kefu/core";
import { z } from "zod";

/** What is known of a promise before it is made. */
export const PromiseTerms = z.strictObject({
  /** When it would be made. */
  madeAt: Instant,
  /** By when it would have to be kept. */
  dueAt: Instant,
  /** How much open time the work takes, in milliseconds; 0 where nobody knows. */
  workMilliseconds: z.int().nonnegative().default(0),
  /** With less open time left over than this it is tight. */
  tightBelow: Duration.default({ hours: 2 }),
});
/** What is known of a promise before it is made, see the schema of the same name. */
export type PromiseTerms = z.input<typeof PromiseTerms>;

/** Whether a promise can be kept. */
export interface PromiseFeasibility {
  /** `"infeasible"`: there is no open time for the work. `"tight"`: hardly. `"feasible"`: as far as hours go. */
  readonly outcome: "feasible" | "tight" | "infeasible";
  /** Open time until its moment, in milliseconds. */
  readonly workingMilliseconds: number;
}

/**
 * Whether those who work by a calendar can keep a promise: to be asked before it is given. A promise itself counts time on
 * the wall, work on it does not.
 *
 * @returns infeasible when the open time until then is 0 or shorter than the work; tight when less than `tightBelow` is
 *   left over beside the work
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape, or `dueAt` lies before `madeAt`
 * @throws `OutOfRangeError` (`out-of-range`) for moments outside the calendar's years
 *
 * @example
 * ```ts
 * import { compileCalendar } from "@kefu/calendar";
 * import { instant } from "@kefu/core";
 * import { assessPromise } from "@kefu/promises";
 *
 * const desk = compileCalendar({ timeZone: "America/New_York", weekly: { daily: [["09:00", "17:00"]] } });
 * const [madeAt, dueAt] = [instant("2026-06-03T20:00:00Z"), instant("2026-06-04T17:00:00+05:30")];
 * assessPromise(desk, { madeAt, dueAt }); // => { outcome: "tight", workingMilliseconds: 3_600_000 }
 * ```
 */
export function assessPromise(calendar: Calendar, terms: PromiseTerms): PromiseFeasibility {
  const parsed = parseInput(
    PromiseTerms.refine(({ madeAt, dueAt }) => dueAt >= madeAt, "dueAt lies before madeAt"),
    "promise terms",
    terms,
  );
  const { madeAt, dueAt, workMilliseconds } = parsed;
  const workingMilliseconds = workingTimeBetween(calendar, madeAt, dueAt);
  const left = workingMilliseconds - workMilliseconds;
  if (workingMilliseconds === 0 || left < 0) return { outcome: "infeasible", workingMilliseconds };
  const tight = left < millisecondsIn(parsed.tightBelow);
  return { outcome: tight ? "tight" : "feasible", workingMilliseconds };
}

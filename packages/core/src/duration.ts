import { z } from "zod";
import { InvalidInputError } from "./errors.ts";
import { parseInput } from "./parse-input.ts";

const amount = z.number().nonnegative().max(1e9).optional();

/**
 * A length of time as people write it, in the form of a date-fns `Duration`: `{ hours: 4, minutes: 30 }`.
 * No part is negative; fractions are allowed. An empty object is a length of zero.
 */
export const Duration = z.strictObject({
  /** Calendar years: their length depends on where they start. */
  years: amount,
  /** Calendar months: their length depends on where they start. */
  months: amount,
  /** Weeks of 7 days. */
  weeks: amount,
  /** Days; 24 hours each where no calendar is at hand. */
  days: amount,
  /** Hours of 60 minutes. */
  hours: amount,
  /** Minutes of 60 seconds. */
  minutes: amount,
  /** Seconds. */
  seconds: amount,
});
/** A length of time as people write it, see the schema of the same name. */
export interface Duration extends Readonly<z.output<typeof Duration>> {}

/**
 * How many milliseconds a duration lasts on the absolute time line. A day is 24 hours, a week seven of them.
 *
 * @returns whole milliseconds, rounded to the nearest
 * @throws {@link InvalidInputError} when it is no duration, or has years or months, which have no fixed length
 *
 * @example
 * ```ts
 * import { millisecondsIn } from "@kefu/core";
 *
 * millisecondsIn({ hours: 1, minutes: 30 }); // => 5_400_000
 * ```
 */
export function millisecondsIn(duration: Duration): number {
  const parts = parseInput(Duration, "duration", duration);
  const endless = (["years", "months"] as const).find((unit) => parts[unit]);
  if (endless !== undefined) {
    const message = "has no fixed length: say weeks, days or hours";
    throw new InvalidInputError("duration", [{ path: [endless], message }]);
  }
  const { weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = parts;
  return Math.round((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000);
}

import { Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { exactNumber } from "../finance/exact-rate.ts";
import { isTimeZone, wallOf } from "../programme/wall-time.ts";
import { LAST_MOMENT, TierMoment } from "../tiers/tier-policy.ts";

const Lots = z.array(z.object({ points: z.int().nonnegative(), expiresAt: Instant }));

/** From when on, by what, and in which zone. */
export const ExpiryQuestion = z.strictObject({
  /** What has ended by then is left out. */
  asOf: TierMoment,
  /** IANA name of the programme's zone. */
  timeZone: z.string().refine(isTimeZone, "must be an IANA time zone"),
  /** How far to gather. */
  by: z.enum(["day", "month"]).default("day"),
});
/** From when on, by what, and in which zone, with defaults left out. */
export type ExpiryQuestionInput = Readonly<z.input<typeof ExpiryQuestion>>;

/** Points that end together. */
export interface UpcomingExpiry {
  /** The last day on which they can be used, `"2026-03-31"`, or the month of it, `"2026-03"`. */
  readonly last: string;
  /** How many. */
  readonly points: number;
}

/**
 * What expires when, soonest first. Points whose end is not in sight are left out, and so are lots without points.
 *
 * @param lots - any lots; of each `points` and `expiresAt`, the first moment at which they can no longer be used
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { upcomingExpiries } from "@kefu/loyalty";
 *
 * const lots = [
 *   { points: 200, expiresAt: instant("2026-04-01T00:00:00+02:00") },
 *   { points: 50, expiresAt: instant("2026-03-11T00:00:00+01:00") },
 * ];
 * const asOf = instant("2026-03-01T00:00:00Z");
 * upcomingExpiries(lots, { asOf, timeZone: "Europe/Berlin" });
 * // => [{ last: "2026-03-10", points: 50 }, { last: "2026-03-31", points: 200 }]
 * upcomingExpiries(lots, { asOf, timeZone: "Europe/Berlin", by: "month" }); // => [{ last: "2026-03", points: 250 }]
 * ```
 */
export function upcomingExpiries(
  lots: readonly { readonly points: number; readonly expiresAt: Instant }[],
  question: ExpiryQuestionInput,
): readonly UpcomingExpiry[] {
  const read = parseInput(Lots, "lots", lots);
  const { asOf, timeZone, by } = parseInput(ExpiryQuestion, "question", question);
  const sums = new Map<string, bigint>();
  for (const { points, expiresAt } of read) {
    if (points === 0 || expiresAt <= asOf || expiresAt > LAST_MOMENT) continue;
    const day = new Date(wallOf(expiresAt - 1, timeZone)).toISOString();
    const last = day.slice(0, by === "day" ? 10 : 7);
    sums.set(last, (sums.get(last) ?? 0n) + BigInt(points));
  }
  const sorted = [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([last, points]) => ({ last, points: exactNumber(points) }));
}

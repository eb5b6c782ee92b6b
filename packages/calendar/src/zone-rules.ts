import { Instant, InvalidInputError } from "@kefu/core";
import { z } from "zod";
import { checkInstant, FIRST, LAST, startOfYear, YEARS, yearOf } from "./supported-years.ts";
import { findZone, type Offsets, offsetAt, type Zone } from "./zone.ts";

/**
 * How the wall clocks of a zone stood and will stand, as plain JSON: a snapshot of time-zone data. A
 * calendar compiled with it gives the same answers on every runtime, whichever edition of the data the
 * runtime has.
 */
export const ZoneRules = z
  .strictObject({
    /** The IANA name of the zone. */
    timeZone: z.string().min(1).max(64),
    /** The first moment for which the rules are known. */
    from: Instant,
    /** The last moment for which the rules are known. */
    to: Instant,
    /** The offsets, oldest first; the first begins at `from`. */
    offsets: z
      .array(
        z.strictObject({
          /** The moment from which this offset holds. */
          from: Instant,
          /** What the wall clock adds to UTC; east is positive. */
          seconds: z.int().min(-86_400).max(86_400),
        }),
      )
      .min(1)
      .readonly(),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "must lie after from" })
  .refine(
    ({ from, offsets }) =>
      offsets.every((one, i) =>
        i === 0 ? one.from === from : one.from > (offsets[i - 1]?.from ?? from),
      ),
    { path: ["offsets"], message: "must begin at from and ascend" },
  );
/** A snapshot of a zone's offsets, see the schema of the same name. */
export interface ZoneRules extends Readonly<z.output<typeof ZoneRules>> {}

/**
 * The offsets of a zone from one moment to another, after the runtime's own time-zone data.
 *
 * Store it beside a policy and pass it to {@link compileCalendar}: the same instants come out years later,
 * and on another runtime. That calendar answers from `from` to `to` only.
 *
 * @returns plain JSON; changes exactly at `to` are left out
 * @throws `InvalidInputError` when the zone is unknown or `to` does not lie after `from`
 * @throws {@link OutOfRangeError} when a moment lies outside the years 1800 to 2199
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { zoneRulesOf } from "@kefu/calendar";
 *
 * const rules = zoneRulesOf("Europe/Berlin", instant("2026-01-01T00:00:00Z"), instant("2026-12-31T00:00:00Z"));
 * rules.offsets.map(({ seconds }) => seconds); // => [3600, 7200, 3600]
 * ```
 */
export function zoneRulesOf(timeZone: string, from: Instant, to: Instant): ZoneRules {
  const zone = zoneNamed(timeZone);
  checkInstant(from, "from", zone);
  checkInstant(to, "to", zone);
  if (to <= from) throw refusal("zone rules", ["to"], "must lie after from");
  return { timeZone, from, to, offsets: changesBetween(zone, from, to) };
}

/**
 * The offset at `from`, then those that differ from the one before. Year starts are listed in every zone,
 * changed or not.
 */
function changesBetween(zone: Zone, from: Instant, to: Instant): ZoneRules["offsets"] {
  const changes = [{ from, seconds: offsetAt(zone, from) / 1000 }];
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    for (const [start, offset] of pairsOf(zone.offsetsIn(year))) {
      const isChange = changes.at(-1)?.seconds !== offset / 1000;
      if (isChange && start > from && start < to) {
        changes.push({ from: start as Instant, seconds: offset / 1000 });
      }
    }
  }
  return changes;
}

/** The zone of that name. @throws `InvalidInputError` when the runtime knows none */
export function zoneNamed(timeZone: string): Zone {
  const zone = typeof timeZone === "string" ? findZone(timeZone) : undefined;
  if (zone === undefined) throw refusal("time zone", [], unknownZone(timeZone));
  return zone;
}

/** Says that a name is none of a zone. */
export function unknownZone(name: unknown): string {
  const quoted = typeof name === "string" ? `"${name}" ` : "";
  return `${quoted}is no known IANA time zone`;
}

/**
 * The zone that a snapshot describes. @throws `InvalidInputError` when it is the snapshot of another
 * zone
 */
export function zoneFromRules(rules: ZoneRules, timeZone: string): Zone {
  if (rules.timeZone !== timeZone) {
    throw refusal("zone rules", ["timeZone"], `must be the policy's, ${timeZone}`);
  }
  const flat = rules.offsets.flatMap(({ from, seconds }) => [from, seconds * 1000]);
  const years: Offsets[] = new Array(YEARS);
  const offsetsIn = (year: number) => {
    years[year] ??= offsetsBetween(flat, startOfYear(year), startOfYear(year + 1));
    return years[year];
  };
  const from = Math.max(rules.from, FIRST);
  return { name: timeZone, from, to: Math.min(rules.to, LAST), offsetsIn };
}

function offsetsBetween(all: Offsets, from: number, to: number): Offsets {
  const within: number[] = [from, all[1] as number];
  for (const [start, offset] of pairsOf(all)) {
    if (start <= from) within[1] = offset;
    else if (start < to) within.push(start, offset);
  }
  return within;
}

function pairsOf(offsets: Offsets): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < offsets.length; i += 2) {
    pairs.push([offsets[i] as number, offsets[i + 1] as number]);
  }
  return pairs;
}

function refusal(subject: string, path: string[], message: string): InvalidInputError {
  return new InvalidInputError(subject, [{ path, message }]);
}

// Random calendars and moments, many of them around clock changes.
import { type Instant, instant } from "@kefu/core";
import fc from "fast-check";
import { type CalendarPolicyInput, zoneRulesOf } from "../src/index.ts";

/** How often a law is tried. */
export const RUNS = Number(process.env["KEFU_FUZZ_RUNS"] ?? 100);

/** How often the reference is asked: it takes some 50 ms a time and answers a dozen questions with it. */
export const ORACLE_RUNS = Math.ceil(Number(process.env["KEFU_FUZZ_RUNS"] ?? 250) / 10);

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const ZONES = [
  "America/New_York",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Asia/Tehran",
  "America/St_Johns",
  "Europe/Dublin",
  "Asia/Shanghai",
  "Africa/Cairo",
  "Antarctica/Troll",
  "UTC",
];

/** A policy and a whole minute around which it is worth asking. */
export interface Scene {
  readonly policy: CalendarPolicyInput;
  readonly around: Instant;
}

const tick = fc.nat({ max: 95 });

const timeOf = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;

/** Windows that do not overlap; the last may run past midnight, and touch the start of the first. */
const windows = fc
  .tuple(fc.uniqueArray(tick, { maxLength: 5 }), tick, fc.boolean())
  .map(([ticks, tail, untilMidnight]) => {
    const sorted = ticks.sort((a, b) => a - b);
    const list: [string, string][] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2) {
      list.push([timeOf(sorted[i] ?? 0), timeOf(sorted[i + 1] ?? 0)]);
    }
    if (sorted.length % 2 === 1) {
      const last = sorted.at(-1) ?? 0;
      list.push([timeOf(last), untilMidnight ? "24:00" : timeOf(Math.min(last, tail))]);
    }
    return list;
  });

const whole = fc.constant<[string, string][]>([["00:00", "24:00"]]);
const office = fc.constant<[string, string][]>([["09:00", "17:00"]]);
const day = fc.oneof(windows, windows, whole, office);

const weekly = fc.record(
  { daily: day, mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
  { requiredKeys: [] },
);

/** Clock changes of a year, else its middle. */
function changesOf(zone: string, year: number): number[] {
  const [from, to] = [instant(Date.UTC(year, 0, 1)), instant(Date.UTC(year + 1, 0, 1))];
  const [, ...changes] = zoneRulesOf(zone, from, to).offsets;
  return changes.length === 0 ? [Date.UTC(year, 6, 1)] : changes.map((one) => one.from);
}

const anchored = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    year: fc.oneof(fc.integer({ min: 1986, max: 2040 }), fc.constantFrom(2011, 2026)),
    pick: fc.nat({ max: 7 }),
    shift: fc.integer({ min: -2 * 1440, max: 2 * 1440 }),
  })
  .map(({ zone, year, pick, shift }) => {
    const changes = changesOf(zone, year);
    const change = changes[pick % changes.length] ?? 0;
    return { zone, around: instant((Math.floor(change / MINUTE) + shift) * MINUTE) };
  });

/** A date near a moment, exact or of every year. */
const nearDate = (around: number) =>
  fc
    .tuple(fc.integer({ min: -4, max: 4 }), fc.boolean())
    .map(([days, yearly]) => new Date(around + days * DAY).toISOString().slice(yearly ? 4 : 0, 10))
    .map((date) => (date.startsWith("-") ? `*${date}` : date));

export const scene: fc.Arbitrary<Scene> = anchored.chain(({ zone, around }) => {
  const dates = fc.dictionary(nearDate(around), day, { maxKeys: 3 });
  const policy = fc.record(
    {
      timeZone: fc.constant(zone),
      weekly,
      dates,
      breaks: fc.dictionary(nearDate(around), windows, { maxKeys: 3 }),
      holidays: fc.array(nearDate(around), { maxLength: 2 }),
      closureScope: fc.constantFrom("date" as const, "shift" as const),
    },
    { requiredKeys: ["timeZone", "weekly"] },
  );
  return policy.map((one) => ({ policy: one, around }));
});

/** A distance in milliseconds, on whole minutes, quarters of an hour or between. */
export const distance = fc.oneof(
  fc.integer({ min: -3 * DAY, max: 3 * DAY }),
  fc.integer({ min: -3 * 96, max: 3 * 96 }).map((quarters) => quarters * 15 * MINUTE),
);

export const later = (at: Instant, milliseconds: number): Instant => instant(at + milliseconds);

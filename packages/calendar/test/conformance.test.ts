import { type Instant, instant, isoOf } from "@kefu/core";
import { expect } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import {
  addWorkingTime,
  type Calendar,
  type CalendarPolicyInput,
  compileCalendar,
  isOpen,
  localToInstant,
  nextClosing,
  nextOpenInstant,
  nextOpening,
  openIntervals,
  previousClosing,
  previousOpenInstant,
  previousOpening,
  workingTimeBetween,
} from "../src/index.ts";

interface Input {
  readonly start: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly ms: number;
  readonly pauses: readonly (readonly [string, string])[];
  readonly timeZone: string;
  readonly date: string;
  readonly time: string;
}

interface CalendarCase extends ConformanceCase {
  readonly op: keyof typeof operations;
  readonly calendar?: CalendarPolicyInput;
  readonly input: Input;
  readonly expected: unknown;
}

const pausesOf = ({ pauses }: Input) => ({
  pauses: pauses.map(([from, to]) => ({ from: instant(from), to: instant(to) })),
});

const askedAt =
  (ask: (calendar: Calendar, at: Instant) => unknown) =>
  (calendar: Calendar, { at }: Input) =>
    ask(calendar, instant(at));

const operations = {
  add: (calendar: Calendar, { start, ms }: Input) => addWorkingTime(calendar, instant(start), ms),
  subtract: (calendar: Calendar, { start, ms }: Input) =>
    addWorkingTime(calendar, instant(start), -ms),
  between: (calendar: Calendar, { from, to }: Input) =>
    workingTimeBetween(calendar, instant(from), instant(to)),
  addWithPauses: (calendar: Calendar, input: Input) =>
    addWorkingTime(calendar, instant(input.start), input.ms, pausesOf(input)),
  betweenWithPauses: (calendar: Calendar, input: Input) =>
    workingTimeBetween(calendar, instant(input.from), instant(input.to), pausesOf(input)),
  intervals: (calendar: Calendar, { from, to }: Input) =>
    openIntervals(calendar, instant(from), instant(to)).map((one) => [one.from, one.to]),
  localToInstant: (_: Calendar, { timeZone, date, time }: Input) =>
    localToInstant(timeZone, date, time),
  isOpen: askedAt(isOpen),
  nextOpenInstant: askedAt(nextOpenInstant),
  prevOpenInstant: askedAt(previousOpenInstant),
  nextOpening: askedAt(nextOpening),
  nextClosing: askedAt(nextClosing),
  previousOpening: askedAt(previousOpening),
  previousClosing: askedAt(previousClosing),
};

const anyDay: CalendarPolicyInput = { timeZone: "UTC", weekly: {} };

/** Instants of an expectation, however they are written, as `isoOf` writes them. */
function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised);
  return typeof value === "string" ? isoOf(instant(value)) : value;
}

function written(value: unknown, expected: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(expected)) {
    return value.map((one, i) => written(one, expected[i] ?? ""));
  }
  const isInstant = typeof value === "number" && typeof expected !== "number";
  return isInstant ? isoOf(value as Instant) : value;
}

for (const area of ["calendar", "calendar-fuzz"]) {
  describeConformance<CalendarCase>(area, conformanceCases(import.meta.url, area), (one) => {
    const answer = operations[one.op](compileCalendar(one.calendar ?? anyDay), one.input);
    const expected = normalised(one.expected);
    expect(written(answer, expected)).toEqual(expected);
  });
}

// Answers the conformance cases with the package's functions; used by the test and by the comparison of runtimes.
import { type Instant, instant } from "@kefu/core";
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

/** A case as it is written. */
export interface CalendarCase {
  readonly id: string;
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

/** What the package answers: instants as milliseconds. */
export function answerCalendarCase({ op, calendar = anyDay, input }: CalendarCase): unknown {
  return operations[op](compileCalendar(calendar), input);
}

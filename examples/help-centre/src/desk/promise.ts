import {
  addWorkingTime,
  isOpen,
  nextClosing,
  nextOpening,
  openIntervals,
  workingTimeBetween,
} from "@kefu/calendar";
import { type Instant, millisecondsIn } from "@kefu/core";
import type { Locale } from "../locales.ts";
import { textsOf } from "../texts/texts-of.ts";
import { deskCalendar as calendar, deskPolicyAt } from "./desk-policy.ts";
import type { TicketKind } from "./ticket-life.ts";
import { momentWords } from "./time-words.ts";

/** Which target of the policy says how soon the desk answers. */
const ANSWER: Readonly<Record<TicketKind, string>> = {
  question: "first-answer",
  complaint: "first-answer-complaint",
};

/** Within how many working hours the desk answers what arrives at `at`. */
function workingHours(kind: TicketKind, at: Instant): number {
  const target = deskPolicyAt(at).targets?.find(({ id }) => id === ANSWER[kind]);
  return workingHoursOf(target?.budget);
}

/** The hours of a budget of working time. */
export function workingHoursOf(budget: object | undefined): number {
  const { working } = { working: {}, ...budget };
  return millisecondsIn(working) / 3_600_000;
}

/** Whether the desk is open, and when that changes. */
export type DeskState =
  | { readonly status: "open"; readonly until: Instant }
  | { readonly status: "closed"; readonly until: Instant };

export function deskState(at: Instant): DeskState {
  return isOpen(calendar, at)
    ? { status: "open", until: sure(nextClosing(calendar, at)) }
    : { status: "closed", until: sure(nextOpening(calendar, at)) };
}

/** Milliseconds of working time until a moment; negative when it is past. */
export function workingTimeLeft(now: Instant, until: Instant): number {
  return workingTimeBetween(calendar, now, until);
}

/** The desk's open hours of the next two days, as a script in a page reads them. */
export function openHoursFrom(now: Instant): string {
  const spans = openIntervals(calendar, now, (now + 2 * 86_400_000) as Instant);
  return spans.map(({ from, to }) => `${from}-${to}`).join(",");
}

/** Why the answer is promised for that moment, as a sentence. `now` only decides what "today" means. */
export function promiseReason(kind: TicketKind, askedAt: Instant, now: Instant, locale: Locale) {
  const { promise } = textsOf(locale);
  const hours = workingHours(kind, askedAt);
  const state = deskState(askedAt);
  const words = (at: Instant) => momentWords(at, now, locale);
  if (state.status === "closed") return promise.startsLater(hours, words(state.until));
  if (sure(addWorkingTime(calendar, askedAt, { hours })) <= state.until) {
    return promise.fitsToday(hours, words(state.until));
  }
  const reopens = sure(nextOpening(calendar, state.until));
  return promise.runsOver(hours, words(state.until), words(reopens));
}

/** The desk has hours in every week, so that there is always a next opening. */
function sure(at: Instant | null): Instant {
  if (at === null) throw new Error("the desk's hours never open");
  return at;
}

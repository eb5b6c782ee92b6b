import {
  addWorkingTime,
  compileCalendar,
  isOpen,
  nextClosing,
  nextOpening,
  workingTimeBetween,
} from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import type { Locale } from "../locales.ts";
import { textsOf } from "../texts/texts-of.ts";
import { DESK_HOURS } from "./desk-hours.ts";
import type { TicketKind } from "./ticket-life.ts";
import { momentWords } from "./time-words.ts";

const calendar = compileCalendar(DESK_HOURS);

/** Within how many working hours the desk answers. */
const WORKING_HOURS: Readonly<Record<TicketKind, number>> = { question: 4, complaint: 2 };

/** Whether the desk is open, and when that changes. */
export type DeskState =
  | { readonly status: "open"; readonly until: Instant }
  | { readonly status: "closed"; readonly until: Instant };

export function deskState(at: Instant): DeskState {
  return isOpen(calendar, at)
    ? { status: "open", until: sure(nextClosing(calendar, at)) }
    : { status: "closed", until: sure(nextOpening(calendar, at)) };
}

/** The moment by which the desk promises to answer what arrives at `at`. */
export function promisedAt(kind: TicketKind, at: Instant): Instant {
  return sure(addWorkingTime(calendar, at, { hours: WORKING_HOURS[kind] }));
}

/** Milliseconds of working time until a moment; negative when it is past. */
export function workingTimeLeft(now: Instant, until: Instant): number {
  return workingTimeBetween(calendar, now, until);
}

/** Why the answer is promised for that moment, as a sentence. `now` only decides what "today" means. */
export function promiseReason(kind: TicketKind, askedAt: Instant, now: Instant, locale: Locale) {
  const { promise } = textsOf(locale);
  const hours = WORKING_HOURS[kind];
  const state = deskState(askedAt);
  const words = (at: Instant) => momentWords(at, now, locale);
  if (state.status === "closed") return promise.startsLater(hours, words(state.until));
  if (promisedAt(kind, askedAt) <= state.until) {
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

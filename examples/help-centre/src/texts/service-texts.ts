import type { Remedy, Symptom } from "../desk/complaint-words.ts";
import type { DeskPromise } from "../desk/duty.ts";
import type { Happened } from "../desk/happenings.ts";
import type { AfterAnswer } from "../desk/ticket-course.ts";

/** Sentences about what the desk owes: clocks, promises, complaints, the policy. */
export interface ServiceTexts {
  readonly tabs: Readonly<Record<"waiting" | "answered" | "closed", string>>;
  /** Targets of the policy by their ids. */
  readonly targets: Readonly<Record<string, string>>;
  /** Rules of the policy by their ids. */
  readonly rules: Readonly<Record<string, string>>;
  readonly clocks: ClockTexts;
  readonly after: Readonly<Record<AfterAnswer, string>> & { readonly legend: string };
  readonly promises: PromiseTexts;
  /** What became of promises and complaints, as the customer reads it; each with its own words. */
  readonly happened: Readonly<Record<Happened, (text: string) => string>>;
  readonly complaint: ComplaintTexts;
  readonly policy: PolicyTexts;
  /** What the customer reads while we work on it. */
  readonly solvedBy: string;
  readonly workingOn: string;
  readonly policyLink: string;
}

interface ClockTexts {
  readonly title: string;
  readonly why: string;
  readonly pausedFor: string;
  readonly met: string;
  readonly missed: string;
  readonly cancelled: string;
  readonly neverDue: string;
  readonly badNews: string;
  readonly promise: string;
  readonly history: string;
  readonly level: string;
}

interface PromiseTexts {
  readonly title: string;
  readonly make: string;
  readonly text: string;
  readonly textHint: string;
  readonly day: string;
  readonly time: string;
  readonly submit: string;
  readonly dateWrong: string;
  readonly datePast: string;
  readonly status: Readonly<Record<DeskPromise["status"], string>>;
  readonly by: string;
  readonly keep: string;
  readonly later: string;
  readonly laterHint: string;
  readonly expected: string;
  readonly sayLater: string;
  readonly tellTitle: string;
  readonly tellHint: string;
  readonly news: string;
  readonly stopGap: string;
  readonly tell: string;
  readonly renew: string;
  readonly renewHint: string;
  readonly agreed: string;
  readonly proposed: string;
  readonly newDate: string;
  readonly agree: string;
  readonly withdraw: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly renewSubmit: string;
  readonly told: string;
  readonly untilThen: string;
  readonly keptLate: string;
  readonly yours: string;
}

interface ComplaintTexts {
  readonly title: string;
  readonly start: string;
  readonly startHint: string;
  readonly symptom: string;
  readonly symptoms: Readonly<Record<Symptom, string>>;
  readonly wish: string;
  readonly wishes: Readonly<Record<Remedy, string>>;
  readonly detail: string;
  readonly detailHint: string;
  readonly submit: string;
  readonly symptomMissing: string;
  readonly wishMissing: string;
  /** The message that the form makes. */
  readonly message: (symptom: string, wish: string, detail: string) => string;
  readonly waiting: string;
  readonly remedies: string;
  readonly remedyStatus: Readonly<Record<"offered" | "accepted" | "declined", string>>;
  readonly accept: string;
  readonly decline: string;
  readonly offer: string;
  readonly offerHint: string;
  readonly sendOffer: string;
  readonly settled: string;
  readonly confirm: string;
  readonly closesBy: string;
  readonly closed: string;
  readonly recurred: (times: number) => string;
  readonly holdsOpen: string;
}

interface PolicyTexts {
  readonly title: string;
  readonly lead: string;
  readonly version: (label: string) => string;
  readonly owed: string;
  readonly hours: (count: number) => string;
  readonly what: string;
  readonly within: string;
  readonly counted: string;
  readonly standsStill: string;
  /** From which signal a clock counts, and which one ends it. */
  readonly starts: Readonly<Record<string, string>>;
  readonly ends: Readonly<Record<string, string>>;
  readonly fromTo: (start: string, end: string) => string;
  readonly never: string;
  readonly states: Readonly<Record<string, string>>;
  readonly calendar: string;
  readonly calendarLead: string;
  readonly day: string;
  readonly open: string;
  readonly closedDay: string;
  readonly holidays: string;
  readonly reminders: string;
  readonly before: (duration: string) => string;
  readonly afterwards: (duration: string) => string;
  readonly actions: Readonly<Record<string, string>>;
  readonly inHours: string;
  readonly promises: string;
  readonly promisesText: (duration: string) => string;
  readonly complaints: string;
  readonly complaintsText: (silenceDays: number, windowDays: number) => string;
  readonly ladder: string;
  readonly ladderText: string;
}

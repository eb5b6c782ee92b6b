import type { Instant, Locale, ServiceLevel } from "@kefu/core";
import type { CustomerPromise } from "@kefu/promises";
import type { Attributes } from "../facts/command.ts";

/** A stretch during which a clock stood still; `null` while it still does. */
export type PausedSpan = readonly [from: Instant, to: Instant | null];

/** One clock of a ticket in its present cycle. Plain JSON. */
export interface ClockState {
  /** Which clock, as in `"SLA:resolution"`. */
  readonly clock: string;
  /** By which target it runs. */
  readonly targetId: string;
  /** Counted from 1: a reply clock starts a new cycle with each unanswered message. */
  readonly cycle: number;
  /** The fact that started the cycle. */
  readonly startedBy: string;
  /** When the cycle started. */
  readonly startedAt: Instant;
  /** `"running"`, `"paused"`, or `"ended"`. */
  readonly phase: "running" | "paused" | "ended";
  /** Since when it runs without a break; what went before is in the two sums. */
  readonly since: Instant;
  /** Open time used up before `since`, in milliseconds. */
  readonly workedMilliseconds: number;
  /** Time on the wall used up before `since`, in milliseconds. */
  readonly elapsedMilliseconds: number;
  /** How much there is, in the measure of the target. */
  readonly budgetMilliseconds: number;
  /** When it is due; `null` while it is paused, and when the calendar does not open often enough. */
  readonly dueAt: Instant | null;
  /** When it stood still. */
  readonly pauses: readonly PausedSpan[];
  /** When something comes next; `null` when nothing does by itself. */
  readonly wakeAt: Instant | null;
  /** What comes then: a threshold, or `""` for the deadline itself. */
  readonly wakeFor: string;
  /** Thresholds of this cycle that were reached. */
  readonly reached: readonly string[];
  /** When it was missed; never taken back by a later change of target. */
  readonly breachedAt: Instant | null;
  /** How the cycle ended. */
  readonly ending: { readonly at: Instant; readonly how: "fulfilled" | "cancelled" } | null;
}

/** A stay on one level of need. */
export interface LevelStay {
  /** Which level. */
  readonly level: ServiceLevel;
  /** Since when. */
  readonly enteredAt: Instant;
  /** Until when; `null` while it lasts. */
  readonly leftAt: Instant | null;
  /** How many attempts left the need unmet. */
  readonly attempts: number;
  /** When it climbs by itself; `null`: never. */
  readonly limitAt: Instant | null;
}

/** A complaint on the way to its settlement. */
export interface ComplaintState {
  /** Which product. */
  readonly productId: string | null;
  /** What is wrong. */
  readonly symptom: string;
  /** When it was made, or came back. */
  readonly openedAt: Instant;
  /** How often it has come back. */
  readonly recurrences: number;
  /** What was offered. */
  readonly remedies: readonly {
    readonly remedyId: string;
    readonly text: string;
    readonly status: "offered" | "accepted" | "declined";
  }[];
  /** When a remedy was accepted. */
  readonly settledAt: Instant | null;
  /** When it closes if the customer stays silent. */
  readonly closesAt: Instant | null;
  /** When it was closed. */
  readonly closedAt: Instant | null;
}

/** A promise, and what it hangs on. */
export interface PromiseEntry {
  /** The promise. */
  readonly promise: CustomerPromise;
  /** When it changes by itself. */
  readonly wakeAt: Instant | null;
  /** The clock whose deadline it repeats. */
  readonly clock: string | null;
}

/** Which version of a calendar counts from when on. */
export interface CalendarPin {
  readonly version: number;
  /** `null`: since ever. */
  readonly from: Instant | null;
}

/** What the facts so far have made of a ticket. Plain JSON, and the same whatever order the facts came in. */
export interface TicketCourse {
  /** When it was opened; `null` while nobody has said. */
  readonly openedAt: Instant | null;
  /** The fact that opened it. */
  readonly openedBy: string;
  /** Its state. */
  readonly state: string;
  /** What is known of it. */
  readonly attributes: Attributes;
  /** The language to speak. */
  readonly locale: Locale | null;
  /** Who looks after it. */
  readonly assignee: string | null;
  /** Which team. */
  readonly team: string | null;
  /** The policy it falls under, as it was when it was opened or last told. */
  readonly policy: { readonly id: string; readonly version: number } | null;
  /** The entitlement rule that applied. */
  readonly rule: string | null;
  /** The targets it is entitled to. */
  readonly targets: readonly string[];
  /** The versions of calendars that count for it. */
  readonly calendars: Readonly<Record<string, readonly CalendarPin[]>>;
  /** When it was last resolved; `null` while it is not. */
  readonly resolvedAt: Instant | null;
  /** Since when a customer message waits for an answer. */
  readonly waitingSince: Instant | null;
  /** The clocks, by name. */
  readonly clocks: Readonly<Record<string, ClockState>>;
  /** Levels of need, the present one last; none without a ladder. */
  readonly levels: readonly LevelStay[];
  /** Promises, by name. */
  readonly promises: Readonly<Record<string, PromiseEntry>>;
  /** The complaint, where there is one. */
  readonly complaint: ComplaintState | null;
  /** The last moment at which something came due by itself. */
  readonly reachedAt: Instant | null;
}

/** A ticket of which nothing is known. */
export const NEW_COURSE: TicketCourse = {
  openedAt: null,
  openedBy: "",
  state: "new",
  attributes: {},
  locale: null,
  assignee: null,
  team: null,
  policy: null,
  rule: null,
  targets: [],
  calendars: {},
  resolvedAt: null,
  waitingSince: null,
  clocks: {},
  levels: [],
  promises: {},
  complaint: null,
  reachedAt: null,
};

import type { Because, Instant, ServiceLevel } from "@kefu/core";
import type { CustomerPromise, PromiseFeasibility } from "@kefu/promises";
import type { Reckoning } from "../clocks/reckoning.ts";
import type { Fact } from "../facts/command.ts";
import type { HandOffPacket } from "../levels/hand-off-packet.ts";

/** Which cycle of which clock an event is about. */
export interface ClockReference {
  /** The clock, as in `"SLA:resolution"`. */
  readonly clock: string;
  /** The target by which it runs. */
  readonly targetId: string;
  /** Which run of the clock, counted from 1. */
  readonly cycle: number;
  /** When it is due; `null` while it is paused, and when it never is. */
  readonly dueAt: Instant | null;
}

/** What a verdict rests on. */
export interface Verdict extends ClockReference {
  /** Which time counted and which did not. */
  readonly reckoning: Reckoning;
}

export interface OfPromise {
  readonly promiseId: string;
}

/** What each kind of event says, beside what all say. */
export interface EventData {
  /** A fact was taken down; all else follows from the facts. */
  FactRecorded: { readonly fact: Fact };
  /** A fact changed nothing; `because` says why. */
  FactIgnored: { readonly factId: string };
  ClockStarted: ClockReference & { readonly budgetMilliseconds: number };
  /** The calendar does not open often enough: this clock has no deadline. */
  NeverDue: ClockReference;
  ClockPaused: ClockReference;
  ClockResumed: ClockReference;
  /** The target was met in time. */
  TargetMet: Verdict;
  /** What was missed is done now. */
  FulfilledLate: Verdict;
  /** The clock ended without a verdict. */
  ClockCancelled: ClockReference;
  ThresholdReached: Verdict & { readonly threshold: string; readonly actions: readonly string[] };
  Breached: Verdict & { readonly actions: readonly string[] };
  /** Another target governs the clock now. */
  Retargeted: ClockReference & {
    readonly fromTargetId: string;
    readonly previousDueAt: Instant | null;
  };
  /** A change of calendar moved the deadline. */
  DueMoved: ClockReference & { readonly previousDueAt: Instant | null };
  LevelRaised: {
    readonly from: ServiceLevel;
    readonly to: ServiceLevel;
    readonly why: "unsolved" | "limit" | "person" | "complaint" | "recurrence" | "asked";
  };
  /** Whoever takes over gets all of this, so that nobody has to say anything twice. */
  HandedOff: { readonly packet: HandOffPacket };
  /** A need was met; the customer may be shown the next level. */
  LevelInvitation: { readonly from: ServiceLevel; readonly to: ServiceLevel };
  PromiseMade: {
    readonly promise: CustomerPromise;
    readonly feasibility: PromiseFeasibility | null;
  };
  PromiseAtRisk: OfPromise & { readonly reason: "near" | "forecast" };
  /** The customer is to be told at once, with what helps until then. */
  BadNewsDue: OfPromise;
  BadNewsTold: OfPromise & { readonly withinMilliseconds: number };
  PromiseKept: OfPromise & { readonly late: boolean };
  PromiseBroken: OfPromise;
  PromiseRenegotiated: OfPromise;
  PromiseWithdrawn: OfPromise;
  ComplaintOpened: { readonly productId: string | null; readonly symptom: string };
  /** The same fault of the same product came back. */
  ComplaintRecurred: { readonly symptom: string; readonly recurrences: number };
  /** The customer took a remedy; from now on they may confirm, or stay silent. */
  ComplaintSettled: { readonly remedyId: string; readonly closesAt: Instant };
  ComplaintClosed: { readonly how: "confirmed" | "silence" };
  /** A late fact shows that a target was not missed after all; `alarms` are to be called back. */
  BreachRetracted: Correction & { readonly alarms: readonly RecalledAlarm[] };
  /** A late fact shows that a target was missed earlier. */
  BreachBackdated: Correction & { readonly previouslyAt: Instant };
  /** A late fact shows that a target was missed later. */
  BreachPostponed: Correction & { readonly previouslyAt: Instant };
  /** A late fact shows that something else that was told never was. */
  EventRetracted: Correction & { readonly retractedType: EventType };
  /** A late fact shows that something else happened at another moment. */
  EventMoved: Correction & { readonly movedType: EventType; readonly previouslyAt: Instant };
}

/** An alarm that was raised for nothing. */
export interface RecalledAlarm {
  /** What it was about: the clock's cycle, with the threshold. */
  readonly subject: string;
  /** When it was raised. */
  readonly at: Instant;
  /** What the host was told to do. */
  readonly actions: readonly string[];
}

/** Which event is corrected, by what. The subject is that of the corrected event. */
export interface Correction {
  /** The late fact. */
  readonly factId: string;
}

/** The kinds of event. */
export type EventType = keyof EventData;

/** Something that happened, before anybody has noticed. */
export type Occurrence = {
  [Type in EventType]: {
    readonly type: Type;
    /** What it is about; with the type it names the occurrence, whatever order the facts came in. */
    readonly subject: string;
    /** When it happened. */
    readonly effectiveAt: Instant;
    /** Why. */
    readonly because: Because;
  } & EventData[Type];
}[EventType];

/** Something that was noticed, in the parts from which an event is made if it is told. */
export interface Noticed {
  readonly type: EventType;
  readonly subject: string;
  readonly at: Instant;
  readonly because: Because;
  readonly data: object;
  /** Which time counted, for what needs it. */
  readonly reckon: (() => Reckoning) | null;
}

/** Something that happened to a ticket, told once. Plain JSON; store it and do what it says. */
export type EscalationEvent = Occurrence & {
  /** The same for each telling. */
  readonly id: string;
  /** When the host could know of it. */
  readonly detectedAt: Instant;
};

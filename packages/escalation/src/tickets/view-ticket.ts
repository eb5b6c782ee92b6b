import type { Instant, ServiceLevel } from "@kefu/core";
import { instant } from "@kefu/core";
import type { CustomerPromise } from "@kefu/promises";
import { resumeClock, usedUntil } from "../clocks/run-clock.ts";
import type { Metric, Target } from "../policy/target.ts";
import { type EscalationContext, indexOf } from "./context.ts";
import type { ClockState, ComplaintState, LevelStay, TicketCourse } from "./course.ts";
import { type Run, rulerOf, startRun } from "./run.ts";
import type { EscalationTicket } from "./ticket.ts";
import { historyOf, passTicket } from "./ticket-history.ts";

/** One clock as it stands. */
export interface ClockView {
  /** Which clock, as in `"SLA:resolution"`. */
  readonly clock: string;
  /** By which target it runs. */
  readonly targetId: string;
  /** What it measures. */
  readonly metric: Metric;
  /** To whom it is owed. */
  readonly agreement: Target["agreement"];
  /** Whether customers are shown it. */
  readonly published: boolean;
  /** Which run of the clock, counted from 1. */
  readonly cycle: number;
  /** Whether it runs. */
  readonly phase: "running" | "paused" | "ended";
  /** `"breached"` also while it runs on after its deadline; `"never-due"` when its calendar does not open often enough. */
  readonly verdict: "running" | "met" | "breached" | "cancelled" | "never-due";
  /** When it started. */
  readonly startedAt: Instant;
  /** When it is due; `null` while paused, when it has ended, when it never is, and in states that hide it. */
  readonly dueAt: Instant | null;
  /** When it would be due if a pause ended at the moment of the view; `null` unless it is paused. */
  readonly dueIfResumedAt: Instant | null;
  /** When it was missed. */
  readonly breachedAt: Instant | null;
  /** When it ended. */
  readonly endedAt: Instant | null;
  /** How it ended: `"cancelled"` also when it had been breached before; `null` while it has not. */
  readonly ending: "fulfilled" | "cancelled" | null;
  /** How much there is, in the measure of the target. */
  readonly budgetMilliseconds: number;
  /** Open time used up, in milliseconds. */
  readonly workedMilliseconds: number;
  /** Time on the wall used up, without pauses, in milliseconds. */
  readonly elapsedMilliseconds: number;
}

/** A ticket as it stands. Plain JSON. */
export interface TicketView {
  /** Its state; `null` while nobody has said that it was opened. */
  readonly state: string | null;
  /** On which level it is looked after; `null` without a ladder. */
  readonly level: ServiceLevel | null;
  /** The levels it went through, the present one last. */
  readonly levels: readonly LevelStay[];
  /** The policy and its version, as it fell under it when it was opened or last told. */
  readonly policy: TicketCourse["policy"];
  /** The rule that says what it is entitled to. */
  readonly rule: string | null;
  /** Who looks after it. */
  readonly assignee: string | null;
  /** Which team. */
  readonly team: string | null;
  /** Since when a customer message waits for an answer. */
  readonly waitingSince: Instant | null;
  /** Its clocks in their present cycle. */
  readonly clocks: readonly ClockView[];
  /** What was promised, oldest first. */
  readonly promises: readonly CustomerPromise[];
  /** The complaint, where there is one. */
  readonly complaint: ComplaintState | null;
  /** The earliest deadline that is shown, also one that has passed; `null` when there is none. */
  readonly nextDueAt: Instant | null;
  /** When the host is to send the next `tick`; `null` when nothing comes due by itself. May lie before the moment of the view: then it is high time. */
  readonly nextWakeAt: Instant | null;
}

/**
 * How a ticket stands at a moment: what runs, what is due when, what was promised, and when to look again.
 *
 * @param at - a moment not before its latest fact; what is due at this very moment is not missed yet
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 * @throws `OutOfRangeError` (`out-of-range`) where a calendar cannot answer
 */
export function viewTicket(
  context: EscalationContext,
  ticket: EscalationTicket,
  at: Instant,
): TicketView {
  const index = indexOf(context);
  const moment = instant(at);
  const history = historyOf(index, ticket);
  const { course } = passTicket(index, history, (moment - 1) as Instant).history;
  const run = startRun(index, course);
  const clocks = Object.values(course.clocks).flatMap((clock) => viewClock(run, clock, moment));
  const dues = clocks.flatMap(({ dueAt }) => dueAt ?? []);
  const { levels, policy, rule, assignee, team, waitingSince, complaint } = course;
  return {
    state: course.openedAt === null ? null : course.state,
    level: levels.at(-1)?.level ?? null,
    ...{ levels, policy, rule, assignee, team, waitingSince, clocks, complaint },
    promises: Object.values(course.promises).map(({ promise }) => promise),
    nextDueAt: dues.length === 0 ? null : (Math.min(...dues) as Instant),
    nextWakeAt: history.wakeAt,
  };
}

/**
 * When the host is to send a ticket the next `tick`; `null` when nothing comes due by itself. One timer a ticket is enough;
 * one that goes off late, early or twice does no harm.
 *
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 */
export function nextWakeAt(context: EscalationContext, ticket: EscalationTicket): Instant | null {
  return historyOf(indexOf(context), ticket).wakeAt;
}

/** One clock as it stands; nothing when its policy is gone. */
export function viewClock(run: Run, clock: ClockState, at: Instant): ClockView[] {
  const compiled = run.policy?.targets.get(clock.targetId);
  if (compiled === undefined) return [];
  const ruler = rulerOf(run, compiled);
  const { metric, agreement, published, pause } = compiled.target;
  const hidden = clock.phase === "ended" || pause.hideIn.includes(run.course.state);
  const paused = clock.phase === "paused";
  const until = at > clock.since ? at : clock.since;
  const { startedBy, since, pauses, reached, wakeAt, wakeFor, ending, ...shown } = clock;
  return [
    {
      ...{ ...shown, ...usedUntil(ruler, clock, until), metric, agreement, published },
      verdict: verdictOf(clock),
      dueAt: hidden ? null : clock.dueAt,
      dueIfResumedAt: paused ? resumeClock(ruler, clock, until).dueAt : null,
      endedAt: ending?.at ?? null,
      ending: ending?.how ?? null,
    },
  ];
}

function verdictOf({ breachedAt, ending, phase, dueAt }: ClockState): ClockView["verdict"] {
  if (breachedAt !== null) return "breached";
  if (ending !== null) return ending.how === "fulfilled" ? "met" : "cancelled";
  return phase === "running" && dueAt === null ? "never-due" : "running";
}

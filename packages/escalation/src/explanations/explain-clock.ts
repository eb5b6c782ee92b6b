import { explainWorkingTime, type WorkingTimeExplanation } from "@kefu/calendar";
import { Instant, identifier, parseInput } from "@kefu/core";
import { z } from "zod";
import { spansOf } from "../clocks/reckoning.ts";
import type { CompiledTarget } from "../tickets/compile-policy.ts";
import { type EscalationContext, indexOf } from "../tickets/context.ts";
import type { ClockState } from "../tickets/course.ts";
import { type Run, rulerOf, startRun } from "../tickets/run.ts";
import type { EscalationTicket } from "../tickets/ticket.ts";
import { historyOf, passTicket } from "../tickets/ticket-history.ts";
import { type ClockView, viewClock } from "../tickets/view-ticket.ts";

/** Why a clock stands as it does. Plain JSON, fit to be stored beside a deadline. */
export interface ClockExplanation {
  /** The clock as it stands. */
  readonly clock: ClockView;
  /** The policy with its version, as in `"retail@3"`. */
  readonly policy: string;
  /** The rule of the policy that applied. */
  readonly rule: string | null;
  /** The calendars by which it was counted, with their versions, as in `"desk@2"`. */
  readonly calendars: readonly string[];
  /** The zone in which people there read the time. */
  readonly timeZone: string;
  /** `"working"`: only open time counts. `"wall"`: all time does. */
  readonly measure: "working" | "wall";
  /** Until when the stretch below reaches: to the deadline, else to the end of the cycle, else to the moment asked about. */
  readonly until: Instant;
  /** What counted of the present cycle and what did not, and why; for `"wall"` only pauses are left out. */
  readonly time: WorkingTimeExplanation;
}

const Question = z.strictObject({ clock: identifier(), at: Instant });

/**
 * Why a clock is due when it is, or was met or missed when it was: the policy, its rule and version, the calendars, and
 * every stretch of time that counted or did not. {@link describeClock} makes a paragraph of it.
 *
 * @param question - `clock`: its name, as in `"SLA:resolution"`; `at`: the moment of the view
 * @returns `null` when the ticket has no such clock
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 * @throws `OutOfRangeError` (`out-of-range`) where a calendar cannot answer
 */
export function explainClock(
  context: EscalationContext,
  ticket: EscalationTicket,
  question: { readonly clock: string; readonly at: Instant },
): ClockExplanation | null {
  const index = indexOf(context);
  const { clock: name, at } = parseInput(Question, "question", question);
  const history = passTicket(index, historyOf(index, ticket), (at - 1) as Instant).history;
  const run = startRun(index, history.course);
  const state = Object.hasOwn(run.course.clocks, name) ? run.course.clocks[name] : undefined;
  const compiled = state && run.policy?.targets.get(state.targetId);
  const view = state && viewClock(run, state, at)[0];
  if (state === undefined || compiled === undefined || view === undefined) return null;
  return explanationOf(run, state, compiled, view, at);
}

function explanationOf(
  run: Run,
  state: ClockState,
  compiled: CompiledTarget,
  clock: ClockView,
  at: Instant,
): ClockExplanation {
  const { calendar, pins } = rulerOf(run, compiled);
  const until = state.ending?.at ?? state.dueAt ?? at;
  const to = Math.max(until, state.startedAt) as Instant;
  const pauses = state.pauses.map(([from, end]) => ({ from, to: end }));
  return {
    clock,
    policy: run.policy?.label ?? "",
    rule: run.course.rule,
    calendars: pins.map(({ version }) => `${compiled.target.calendar}@${version}`),
    timeZone: calendar.timeZone,
    measure: compiled.measure,
    until: to,
    time:
      compiled.measure === "working"
        ? explainWorkingTime(calendar, state.startedAt, to, { pauses })
        : wallTime(state, to),
  };
}

/** All time but the pauses. */
function wallTime({ startedAt, pauses }: ClockState, to: Instant): WorkingTimeExplanation {
  const { counted, excluded } = spansOf(null, startedAt, to, pauses);
  const workingMilliseconds = counted.reduce((sum, span) => sum + span.to - span.from, 0);
  return { workingMilliseconds, counted, excluded };
}

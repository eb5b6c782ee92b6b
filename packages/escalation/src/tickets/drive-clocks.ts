import type { Instant } from "@kefu/core";
import { changedClock } from "../clocks/changed-clock.ts";
import type { Reckoning } from "../clocks/reckoning.ts";
import {
  continueClock,
  endClock,
  passWake,
  pauseClock,
  reckoningAt,
  resumeClock,
  startClock,
} from "../clocks/run-clock.ts";
import { DEADLINE, isDeadline } from "../clocks/schedule.ts";
import type { Signal } from "../policy/trigger.ts";
import { type CompiledTarget, sounds } from "./compile-policy.ts";
import type { ClockState } from "./course.ts";
import type { EventData, EventType, Verdict } from "./occurrence.ts";
import { type Cause, isResolvedState, put, type Run, rulerOf, tell } from "./run.ts";

/** Lets all clocks hear a signal: fulfilment comes before a pause, and the end of a cycle before the next start. */
export function sound(run: Run, signal: Signal, cause: Cause): void {
  for (const compiled of activeTargets(run)) hear(run, compiled, signal, cause);
}

/** The targets that have clocks: all but what is promised, which has moments of its own. */
export function activeTargets({ course, policy }: Run): CompiledTarget[] {
  const active: CompiledTarget[] = [];
  for (const id of course.targets) {
    const compiled = policy?.targets.get(id);
    if (compiled !== undefined && compiled.target.metric !== "promise") active.push(compiled);
  }
  return active;
}

function hear(run: Run, compiled: CompiledTarget, signal: Signal, cause: Cause): void {
  const clock = run.course.clocks[compiled.clock];
  if (clock !== undefined && clock.phase !== "ended") hearEnd(run, compiled, clock, signal, cause);
  else if (clock !== undefined && signal === "reopened") reopen(run, compiled, clock, cause);
  if (mayStart(run, compiled) && sounds(compiled.start, signal, run, cause.at)) {
    begin(run, compiled, cause.at, cause);
  }
}

function hearEnd(
  run: Run,
  compiled: CompiledTarget,
  clock: ClockState,
  signal: Signal,
  cause: Cause,
): void {
  const { fulfil, cancel } = compiled;
  if (sounds(fulfil, signal, run, cause.at)) end(run, compiled, clock, cause, "fulfilled");
  else if (cancel !== null && sounds(cancel, signal, run, cause.at)) {
    end(run, compiled, clock, cause, "cancelled");
  }
}

function mayStart({ course }: Run, compiled: CompiledTarget): boolean {
  const clock = course.clocks[compiled.clock];
  return clock === undefined || (clock.phase === "ended" && compiled.repeats);
}

/** Starts a cycle at a moment that may lie before the fact that made it known. */
export function begin(run: Run, compiled: CompiledTarget, at: Instant, cause: Cause): void {
  const cycle = (run.course.clocks[compiled.clock]?.cycle ?? 0) + 1;
  const start = { at, now: cause.at, by: cause.by, cycle };
  started(run, compiled, startClock(rulerOf(run, compiled), start), cause);
}

function reopen(run: Run, compiled: CompiledTarget, clock: ClockState, cause: Cause): void {
  const { onReopen, pause } = compiled.target;
  const endedBySolution = clock.ending?.at === run.course.resolvedAt && !compiled.repeats;
  if (!endedBySolution || onReopen === "firstOnly") return;
  if (onReopen === "restart") {
    begin(run, compiled, cause.at, cause);
    return;
  }
  const counts = pause.whileResolved === "counted" ? clock.ending?.at : undefined;
  const start = { at: counts ?? cause.at, now: cause.at, by: cause.by, cycle: clock.cycle + 1 };
  started(run, compiled, continueClock(rulerOf(run, compiled), clock, start), cause);
}

function started(run: Run, compiled: CompiledTarget, clock: ClockState, cause: Cause): void {
  put(run, clock);
  const { budgetMilliseconds } = clock;
  tellClock(run, "ClockStarted", "clock-started", clock, cause, { data: { budgetMilliseconds } });
  if (clock.dueAt === null) {
    const facts = { calendar: compiled.target.calendar };
    tellClock(run, "NeverDue", "never-due", clock, cause, { facts });
  }
  if (standsStill(run, compiled)) turn(run, compiled, clock, cause, "paused");
}

/** Ends a cycle with or without a verdict. */
export function end(
  run: Run,
  compiled: CompiledTarget,
  clock: ClockState,
  cause: Cause,
  how: "fulfilled" | "cancelled",
): void {
  const ruler = rulerOf(run, compiled);
  const ended = endClock(ruler, clock, cause.at, how);
  put(run, ended);
  if (how === "cancelled") {
    tellClock(run, "ClockCancelled", "clock-cancelled", clock, cause);
    return;
  }
  const reckon = () => reckoningAt(ruler, ended, cause.at);
  const isMet = clock.breachedAt === null;
  const code = isMet ? "target-met" : "fulfilled-late";
  tellClock(run, isMet ? "TargetMet" : "FulfilledLate", code, clock, cause, { reckon });
}

/** Stops and restarts clocks as the state of the ticket asks. */
export function followState(run: Run, cause: Cause): void {
  for (const compiled of activeTargets(run)) {
    const clock = run.course.clocks[compiled.clock];
    if (clock === undefined || clock.phase === "ended") continue;
    const phase = standsStill(run, compiled) ? "paused" : "running";
    if (clock.phase !== phase) turn(run, compiled, clock, cause, phase);
  }
}

function standsStill({ course }: Run, { pauseStates, target }: CompiledTarget): boolean {
  const { state } = course;
  if (isResolvedState(state)) return target.pause.whileResolved === "paused";
  return pauseStates.includes(state);
}

function turn(
  run: Run,
  compiled: CompiledTarget,
  clock: ClockState,
  cause: Cause,
  phase: "paused" | "running",
): void {
  const still = phase === "paused";
  const ruler = rulerOf(run, compiled);
  const turned = (still ? pauseClock : resumeClock)(ruler, clock, cause.at);
  put(run, turned);
  const code = still ? "clock-paused" : "clock-resumed";
  const more = { facts: { state: run.course.state }, names: cause.by };
  tellClock(run, still ? "ClockPaused" : "ClockResumed", code, turned, cause, more);
}

/** Tells what comes first on the way of a clock. */
export function wakeClock(run: Run, clock: ClockState, at: Instant): void {
  const compiled = run.policy?.targets.get(clock.targetId);
  if (compiled === undefined) {
    put(run, changedClock(clock, { wakeAt: null }));
    return;
  }
  const ruler = rulerOf(run, compiled);
  put(run, passWake(ruler, clock, at));
  const cause = { at, by: "" };
  const reckon = () => reckoningAt(ruler, clock, at);
  const { wakeFor: threshold } = clock;
  const isDue = threshold === DEADLINE;
  const actions: string[] = [];
  for (const one of compiled.thresholds) {
    if (isDue ? isDeadline(one) : one.id === threshold) actions.push(...one.actions);
  }
  if (isDue) {
    tellClock(run, "Breached", "breached", clock, cause, { data: { actions }, reckon });
    return;
  }
  const [data, facts] = [{ threshold, actions }, { threshold }];
  const more = { data, facts, reckon, names: threshold };
  tellClock(run, "ThresholdReached", "threshold-reached", clock, cause, more);
}

/** What is told of a clock beside what is told of every one. */
interface Telling<Type extends EventType> {
  readonly facts?: Record<string, string>;
  readonly data?: Omit<EventData[Type], keyof Verdict>;
  readonly reckon?: () => Reckoning;
  /** What tells it from other events of its kind in the same cycle. */
  readonly names?: string;
}

/** Tells of a clock, which the event names by the fact that started its cycle: it stays when earlier facts turn up. */
export function tellClock<Type extends EventType>(
  run: Run,
  type: Type,
  code: string,
  clock: ClockState,
  cause: Cause,
  { facts = {}, data, reckon, names }: Telling<Type> = {},
): void {
  const { clock: name, targetId, cycle, dueAt, startedBy } = clock;
  const subject = names === undefined ? `${name}#${startedBy}` : `${name}#${startedBy}+${names}`;
  facts["target"] = targetId;
  const told = Object.assign({ clock: name, targetId, cycle, dueAt }, data);
  tell(run, type, code, subject, cause, facts, told as never, reckon);
}

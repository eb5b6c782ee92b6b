import type { Instant } from "@kefu/core";
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
import type { ClockReference } from "./occurrence.ts";
import { type Cause, isResolvedState, put, type Run, reason, rulerOf, tell } from "./run.ts";

/** Lets all clocks hear a signal: fulfilment comes before a pause, and the end of a cycle before the next start. */
export function sound(run: Run, signal: Signal, cause: Cause): void {
  for (const id of run.course.targets) {
    const compiled = run.policy?.targets.get(id);
    if (compiled !== undefined && hasClock(compiled)) hear(run, compiled, signal, cause);
  }
}

/** The targets that have clocks: all but what is promised, which has moments of its own. */
export function activeTargets({ course, policy }: Run): CompiledTarget[] {
  return course.targets
    .map((id) => policy?.targets.get(id))
    .filter((one) => one !== undefined && hasClock(one)) as CompiledTarget[];
}

const hasClock = ({ target }: CompiledTarget): boolean => target.metric !== "promise";

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
  const { clock: name, targetId, cycle, dueAt, budgetMilliseconds } = clock;
  const subject = subjectOf(clock);
  const because = reason(run, "clock-started", { target: targetId, fact: cause.by });
  const told = { clock: name, targetId, cycle, dueAt, budgetMilliseconds };
  tell(run, "ClockStarted", subject, cause.at, because, told);
  if (dueAt === null) {
    const { calendar } = compiled.target;
    const never = reason(run, "never-due", { target: targetId, calendar });
    tell(run, "NeverDue", subject, cause.at, never, referenceOf(clock));
  }
  if (standsStill(run, compiled)) pause(run, compiled, clock, cause);
}

/** Ends a cycle with or without a verdict. */
export function end(
  run: Run,
  compiled: CompiledTarget,
  clock: ClockState,
  { at, by }: Cause,
  how: "fulfilled" | "cancelled",
): void {
  const ruler = rulerOf(run, compiled);
  const ended = endClock(ruler, clock, at, how);
  put(run, ended);
  const facts = { target: clock.targetId, fact: by };
  const reference = referenceOf(clock);
  if (how === "cancelled") {
    tell(
      run,
      "ClockCancelled",
      subjectOf(clock),
      at,
      reason(run, "clock-cancelled", facts),
      reference,
    );
    return;
  }
  const met = clock.breachedAt === null;
  const because = reason(run, met ? "target-met" : "fulfilled-late", facts);
  tell(run, met ? "TargetMet" : "FulfilledLate", subjectOf(clock), at, because, reference, () =>
    reckoningAt(ruler, ended, at),
  );
}

/** Stops and restarts clocks as the state of the ticket asks. */
export function followState(run: Run, cause: Cause): void {
  for (const compiled of activeTargets(run)) {
    const clock = run.course.clocks[compiled.clock];
    if (clock === undefined || clock.phase === "ended") continue;
    const still = standsStill(run, compiled);
    if (still && clock.phase === "running") pause(run, compiled, clock, cause);
    if (!still && clock.phase === "paused") resume(run, compiled, clock, cause);
  }
}

function standsStill({ course }: Run, { pauseStates, target }: CompiledTarget): boolean {
  const { state } = course;
  if (isResolvedState(state)) return target.pause.whileResolved === "paused";
  return pauseStates.includes(state);
}

function pause(run: Run, compiled: CompiledTarget, clock: ClockState, cause: Cause): void {
  const paused = pauseClock(rulerOf(run, compiled), clock, cause.at);
  put(run, paused);
  const because = reason(run, "clock-paused", { state: run.course.state, fact: cause.by });
  tell(
    run,
    "ClockPaused",
    `${subjectOf(clock)}+${cause.by}`,
    cause.at,
    because,
    referenceOf(paused),
  );
}

function resume(run: Run, compiled: CompiledTarget, clock: ClockState, cause: Cause): void {
  const resumed = resumeClock(rulerOf(run, compiled), clock, cause.at);
  put(run, resumed);
  const because = reason(run, "clock-resumed", { state: run.course.state, fact: cause.by });
  tell(
    run,
    "ClockResumed",
    `${subjectOf(clock)}+${cause.by}`,
    cause.at,
    because,
    referenceOf(resumed),
  );
}

/** Tells what comes first on the way of a clock. */
export function wakeClock(run: Run, clock: ClockState, at: Instant): void {
  const compiled = run.policy?.targets.get(clock.targetId);
  if (compiled === undefined) {
    put(run, { ...clock, wakeAt: null });
    return;
  }
  const ruler = rulerOf(run, compiled);
  put(run, passWake(ruler, clock, at));
  const { clock: name, targetId, cycle, dueAt, wakeFor: threshold } = clock;
  const subject = subjectOf(clock);
  const reckon = () => reckoningAt(ruler, clock, at);
  if (threshold === DEADLINE) {
    const actions = compiled.thresholds.filter(isDeadline).flatMap((one) => one.actions);
    const because = reason(run, "breached", { target: targetId });
    const told = { clock: name, targetId, cycle, dueAt, actions };
    tell(run, "Breached", subject, at, because, told, reckon);
    return;
  }
  const actions = compiled.thresholds.find(({ id }) => id === threshold)?.actions ?? [];
  const because = reason(run, "threshold-reached", { target: targetId, threshold });
  const told = { clock: name, targetId, cycle, dueAt, threshold, actions };
  tell(run, "ThresholdReached", `${subject}+${threshold}`, at, because, told, reckon);
}

/** Which cycle of which clock. */
export function referenceOf({ clock, targetId, cycle, dueAt }: ClockState): ClockReference {
  return { clock, targetId, cycle, dueAt };
}

/** Names a cycle by the fact that started it, which stays the same when earlier facts turn up. */
export function subjectOf({ clock, startedBy }: ClockState): string {
  return `${clock}#${startedBy}`;
}

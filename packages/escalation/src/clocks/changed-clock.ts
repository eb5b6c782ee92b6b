import type { ClockState } from "../tickets/course.ts";

/** A clock that nobody else has seen yet, so that it may be filled in. */
export type FreshClock = { -readonly [Key in keyof ClockState]: ClockState[Key] };

/** A copy of a clock with some parts changed. */
export function changedClock(clock: ClockState, parts: Partial<ClockState>): FreshClock {
  // Each part is named, as V8 gives what a literal spreads a shape of its own: whatever reads it would look up by name.
  const copy = {
    clock: clock.clock,
    targetId: clock.targetId,
    cycle: clock.cycle,
    startedBy: clock.startedBy,
    startedAt: clock.startedAt,
    phase: clock.phase,
    since: clock.since,
    workedMilliseconds: clock.workedMilliseconds,
    elapsedMilliseconds: clock.elapsedMilliseconds,
    budgetMilliseconds: clock.budgetMilliseconds,
    dueAt: clock.dueAt,
    pauses: clock.pauses,
    wakeAt: clock.wakeAt,
    wakeFor: clock.wakeFor,
    reached: clock.reached,
    breachedAt: clock.breachedAt,
    ending: clock.ending,
  };
  return Object.assign(copy, parts);
}

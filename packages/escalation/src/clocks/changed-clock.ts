import type { Instant } from "@kefu/core";
import type { ClockState } from "../tickets/course.ts";

/** A clock that nobody else has seen yet, so that it may be filled in. */
export type FreshClock = { -readonly [Key in keyof ClockState]: ClockState[Key] };

/** A clock that has not begun. Most clocks are never paused, so that they share the empty lists. */
export const NEW_CLOCK: ClockState = {
  clock: "",
  targetId: "",
  cycle: 0,
  startedBy: "",
  startedAt: 0 as Instant,
  phase: "running",
  since: 0 as Instant,
  workedMilliseconds: 0,
  elapsedMilliseconds: 0,
  budgetMilliseconds: 0,
  dueAt: null,
  pauses: [],
  wakeAt: null,
  wakeFor: "",
  reached: [],
  breachedAt: null,
  ending: null,
};

/** A copy of a clock with some parts changed. */
export function changedClock(clock: ClockState, parts: Partial<ClockState>): FreshClock {
  // Poured into a copy of always the same: V8 gives what is spread out of a copy a shape of its own, which is slow to read.
  return Object.assign({ ...NEW_CLOCK }, clock, parts);
}

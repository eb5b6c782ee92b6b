import { nextOpenInstant } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import type { CompiledThreshold } from "../tickets/compile-policy.ts";
import type { ClockState } from "../tickets/course.ts";
import type { FreshClock } from "./changed-clock.ts";
import { after, type Ruler, shift } from "./ruler.ts";

/** Stands for the deadline itself among the thresholds. */
export const DEADLINE = "";

/**
 * Fills in the deadline of a fresh clock and what comes first on the way, as they are from `at` on. A clock that runs past its
 * deadline keeps it.
 */
export function schedule(ruler: Ruler, clock: FreshClock, at: Instant): ClockState {
  if (clock.breachedAt !== null) return clock;
  const used = usedBefore(ruler, clock);
  clock.dueAt = after(ruler, clock.since, Math.max(0, clock.budgetMilliseconds - used));
  return withWake(ruler, clock, at);
}

/** What the clock had used up before it last began to run, in the measure of its target. */
export function usedBefore(
  { compiled }: Ruler,
  clock: Pick<ClockState, "workedMilliseconds" | "elapsedMilliseconds">,
): number {
  return compiled.measure === "wall" ? clock.elapsedMilliseconds : clock.workedMilliseconds;
}

/**
 * Fills in what comes first of a fresh clock, none of it before `at`. At the same moment the deadline comes first, then
 * thresholds as they are listed. Only one is kept: all of them would make up a third of a ticket in memory.
 */
export function withWake(ruler: Ruler, clock: FreshClock, at: Instant): ClockState {
  const { dueAt, breachedAt } = clock;
  clock.wakeAt = dueAt === null || breachedAt !== null ? null : notBefore(at, dueAt);
  clock.wakeFor = DEADLINE;
  if (dueAt === null) return clock;
  for (const threshold of ruler.compiled.thresholds) {
    const told = toldAt(ruler, clock, threshold, { at, dueAt });
    if (told === null || (clock.wakeAt ?? Number.POSITIVE_INFINITY) <= told) continue;
    clock.wakeAt = told;
    clock.wakeFor = threshold.id;
  }
  return clock;
}

interface Course {
  readonly at: Instant;
  readonly dueAt: Instant;
}

function toldAt(
  ruler: Ruler,
  clock: ClockState,
  threshold: CompiledThreshold,
  course: Course,
): Instant | null {
  if (isDeadline(threshold) || clock.reached.includes(threshold.id)) return null;
  const moment = momentOf(ruler, clock, threshold, course);
  if (moment === null) return null;
  const at = notBefore(course.at, moment);
  return threshold.inHours ? nextOpenInstant(ruler.calendar, at) : at;
}

/** What a change has put into the past is told with the change. */
function notBefore(change: Instant, moment: Instant): Instant {
  return Math.max(change, moment) as Instant;
}

/** All of the budget is the deadline itself, told as the breach. */
export function isDeadline({ where, amount }: CompiledThreshold): boolean {
  return where === "ratio" && amount === 1;
}

function momentOf(
  ruler: Ruler,
  clock: ClockState,
  { where, amount, measure }: CompiledThreshold,
  { dueAt }: Course,
): Instant | null {
  const { calendar } = ruler;
  if (where === "after") return shift(calendar, dueAt, amount, measure);
  if (where === "before") return shift(calendar, dueAt, -amount, measure) ?? clock.startedAt;
  const share = Math.round(amount * clock.budgetMilliseconds);
  return after(ruler, clock.since, Math.max(0, share - usedBefore(ruler, clock)));
}

import { nextOpenInstant } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import type { CompiledThreshold } from "../tickets/compile-policy.ts";
import type { ClockState, ClockWake } from "../tickets/course.ts";
import { after, type Ruler, shift } from "./ruler.ts";

/** Stands for the deadline itself among the thresholds. */
export const DEADLINE = "";

/**
 * The clock with its deadline and all that lies on the way, as they are from `at` on. A clock that runs past its deadline keeps it.
 */
export function schedule(ruler: Ruler, clock: ClockState, at: Instant): ClockState {
  if (clock.breachedAt !== null) return clock;
  const used = usedBefore(ruler, clock);
  const dueAt = after(ruler, clock.since, Math.max(0, clock.budgetMilliseconds - used));
  return {
    ...clock,
    dueAt,
    wakes: dueAt === null ? [] : wakesOf(ruler, clock, { at, dueAt, used }),
  };
}

/** What the clock had used up before it last began to run, in the measure of its target. */
export function usedBefore({ compiled }: Ruler, clock: ClockState): number {
  return compiled.measure === "wall" ? clock.elapsedMilliseconds : clock.workedMilliseconds;
}

interface Course {
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly used: number;
}

function wakesOf(ruler: Ruler, clock: ClockState, course: Course): ClockWake[] {
  const deadline = { threshold: DEADLINE, at: notBefore(course.at, course.dueAt) };
  const wakes: ClockWake[] = [deadline];
  for (const threshold of ruler.compiled.thresholds) {
    if (clock.reached.includes(threshold.id) || isDeadline(threshold)) continue;
    const at = toldAt(ruler, clock, threshold, course);
    if (at !== null) wakes.push({ threshold: threshold.id, at });
  }
  return wakes.sort((one, other) => one.at - other.at);
}

function toldAt(
  ruler: Ruler,
  clock: ClockState,
  threshold: CompiledThreshold,
  course: Course,
): Instant | null {
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
  { dueAt, used }: Course,
): Instant | null {
  const { calendar } = ruler;
  if (where === "after") return shift(calendar, dueAt, amount, measure);
  if (where === "before") return shift(calendar, dueAt, -amount, measure) ?? clock.startedAt;
  const share = Math.round(amount * clock.budgetMilliseconds);
  return after(ruler, clock.since, Math.max(0, share - used));
}

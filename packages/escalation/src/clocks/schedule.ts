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
    wake: dueAt === null ? null : firstWake(ruler, clock, { at, dueAt, used }),
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

/** At the same moment the deadline comes first, then thresholds as they are listed. */
function firstWake(ruler: Ruler, clock: ClockState, course: Course): ClockWake {
  const { thresholds } = ruler.compiled;
  let first: OpenWake | null = null;
  for (let i = thresholds.length - 1; i >= 0; i--) {
    const threshold = thresholds[i] as CompiledThreshold;
    if (clock.reached.includes(threshold.id) || isDeadline(threshold)) continue;
    const at = toldAt(ruler, clock, threshold, course);
    if (at !== null) first = insert(first, { threshold: threshold.id, at, next: null });
  }
  const at = notBefore(course.at, course.dueAt);
  return insert(first, { threshold: DEADLINE, at, next: null });
}

type OpenWake = {
  -readonly [Key in keyof ClockWake]: Key extends "next" ? OpenWake | null : ClockWake[Key];
};

/** Puts a wake into a chain, before those of the same moment. */
function insert(first: OpenWake | null, wake: OpenWake): OpenWake {
  if (first === null || wake.at <= first.at) {
    wake.next = first;
    return wake;
  }
  let before = first;
  while (before.next !== null && before.next.at < wake.at) before = before.next;
  wake.next = before.next;
  before.next = wake;
  return first;
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

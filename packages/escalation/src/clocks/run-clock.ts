import { workingTimeBetween } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import type { ClockState } from "../tickets/course.ts";
import { changedClock, NEW_CLOCK } from "./changed-clock.ts";
import { type Reckoning, spansOf } from "./reckoning.ts";
import { budgetFrom, type Ruler } from "./ruler.ts";
import { DEADLINE, schedule, usedBefore, withWake } from "./schedule.ts";

/** When and why a cycle begins. */
export interface CycleStart {
  /** When it begins to count. */
  readonly at: Instant;
  /** When this became known; nothing can come due before. */
  readonly now: Instant;
  /** The fact that started it. */
  readonly by: string;
  /** The number of the cycle. */
  readonly cycle: number;
}

/** A cycle that begins from zero. */
export function startClock(ruler: Ruler, start: CycleStart): ClockState {
  const { at, now, by, cycle } = start;
  const budget = budgetFrom(ruler, at);
  const clock = changedClock(NEW_CLOCK, {
    clock: ruler.compiled.clock,
    targetId: ruler.compiled.target.id,
    cycle,
    startedBy: by,
    startedAt: at,
    since: at,
    budgetMilliseconds: budget ?? 0,
  });
  if (budget === null) return clock;
  if (at === now) return schedule(ruler, clock, now);
  const used = usedBefore(ruler, usedUntil(ruler, clock, now));
  const least = used + Math.min(budget, ruler.compiled.graceMilliseconds);
  clock.budgetMilliseconds = Math.max(budget, least);
  return schedule(ruler, clock, now);
}

/** A cycle that goes on where the one before it ended; what was missed stays missed. */
export function continueClock(
  ruler: Ruler,
  previous: ClockState,
  { at, now, by, cycle }: CycleStart,
): ClockState {
  const clock = changedClock(previous, {
    cycle,
    startedBy: by,
    startedAt: at,
    phase: "running",
    since: at,
    pauses: NEW_CLOCK.pauses,
    ending: null,
  });
  return clock.budgetMilliseconds === 0 ? clock : schedule(ruler, clock, now);
}

/** The clock stands still from now on. */
export function pauseClock(ruler: Ruler, clock: ClockState, at: Instant): ClockState {
  const standing = changedClock(clock, usedUntil(ruler, clock, at));
  standing.phase = "paused";
  standing.since = at;
  standing.pauses = [...clock.pauses, [at, null]];
  if (clock.breachedAt === null) standing.dueAt = standing.wakeAt = null;
  return standing;
}

/** The clock runs again. */
export function resumeClock(ruler: Ruler, clock: ClockState, at: Instant): ClockState {
  const [from] = clock.pauses.at(-1) ?? [at];
  const pauses = [...clock.pauses.slice(0, -1), [from, at] as const];
  return schedule(ruler, changedClock(clock, { phase: "running", since: at, pauses }), at);
}

/** The cycle is over. */
export function endClock(
  ruler: Ruler,
  clock: ClockState,
  at: Instant,
  how: "fulfilled" | "cancelled",
): ClockState {
  const ended = changedClock(clock, usedUntil(ruler, clock, at));
  ended.phase = "ended";
  ended.since = at;
  ended.pauses = clock.pauses.map(([from, to]) => [from, to ?? at] as const);
  ended.wakeAt = null;
  ended.ending = { at, how };
  return ended;
}

/** The clock once what was to come has come. */
export function passWake(ruler: Ruler, clock: ClockState, at: Instant): ClockState {
  const { wakeFor, reached } = clock;
  const parts = wakeFor === DEADLINE ? { breachedAt: at } : { reached: [...reached, wakeFor] };
  return withWake(ruler, changedClock(clock, parts), at);
}

/** The clock by another target. What has been missed stays missed, by the target that it had. */
export function retargetClock(from: Ruler, to: Ruler, clock: ClockState, at: Instant): ClockState {
  const { compiled } = to;
  const renamed = changedClock(clock, { targetId: compiled.target.id });
  if (clock.breachedAt !== null || clock.phase === "ended") return renamed;
  const budget = budgetFrom(to, clock.startedAt);
  if (budget === null) {
    return Object.assign(renamed, { budgetMilliseconds: 0, dueAt: null, wakeAt: null });
  }
  const used = usedUntil(from, clock, at);
  const before = changedClock(clock, used);
  const left = Math.max(0, clock.budgetMilliseconds - usedBefore(from, before));
  const fresh = adopt(to, before, { budget, left });
  if (fresh === null) return clock;
  const retargeted = Object.assign(renamed, fresh, { since: at });
  return clock.phase === "running" ? schedule(to, retargeted, at) : retargeted;
}

/** How much of the new budget counts as used up; nothing where the old target stays. */
function adopt(
  to: Ruler,
  clock: ClockState,
  { budget, left }: { readonly budget: number; readonly left: number },
): Pick<ClockState, "budgetMilliseconds" | "workedMilliseconds" | "elapsedMilliseconds"> | null {
  const { onRetarget } = to.compiled.target;
  const { workedMilliseconds: worked, elapsedMilliseconds: elapsed } = clock;
  if (onRetarget === "fromChange" || onRetarget === "keepRatio") {
    const keeps = onRetarget === "keepRatio" && clock.budgetMilliseconds > 0;
    const used = keeps ? Math.round(budget * (1 - left / clock.budgetMilliseconds)) : 0;
    return { budgetMilliseconds: budget, workedMilliseconds: used, elapsedMilliseconds: used };
  }
  const used = to.compiled.measure === "wall" ? elapsed : worked;
  const newLeft = budget - used;
  if (onRetarget === "tightenOnly" && newLeft >= left) return null;
  const leastLeft = Math.min(left, to.compiled.graceMilliseconds);
  return {
    workedMilliseconds: worked,
    elapsedMilliseconds: elapsed,
    budgetMilliseconds: newLeft < leastLeft ? used + leastLeft : budget,
  };
}

/** What the clock has used up by a moment, in both measures. */
export function usedUntil(
  { calendar }: Ruler,
  clock: ClockState,
  at: Instant,
): Pick<ClockState, "workedMilliseconds" | "elapsedMilliseconds"> {
  const { workedMilliseconds, elapsedMilliseconds, since } = clock;
  if (clock.phase !== "running") return { workedMilliseconds, elapsedMilliseconds };
  return {
    workedMilliseconds: workedMilliseconds + workingTimeBetween(calendar, since, at),
    elapsedMilliseconds: elapsedMilliseconds + at - since,
  };
}

/** What a verdict at a moment rests on. */
export function reckoningAt(ruler: Ruler, clock: ClockState, at: Instant): Reckoning {
  const { calendar, pins, compiled } = ruler;
  const { measure, target } = compiled;
  const { workedMilliseconds, elapsedMilliseconds } = usedUntil(ruler, clock, at);
  const { startedAt, pauses } = clock;
  const { counted, excluded } = spansOf(
    measure === "wall" ? null : calendar,
    startedAt,
    at,
    pauses,
  );
  const calendars = pins.map(({ version }) => `${target.calendar}@${version}`);
  return { calendars, measure, workedMilliseconds, elapsedMilliseconds, counted, excluded };
}

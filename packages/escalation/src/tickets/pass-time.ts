import type { Instant } from "@kefu/core";
import type { ClockState, TicketCourse } from "./course.ts";
import { wakeClock } from "./drive-clocks.ts";
import { closeComplaint } from "./drive-complaint.ts";
import { passLimit } from "./drive-levels.ts";
import { tellPromise } from "./drive-promises.ts";
import { change, type Run } from "./run.ts";

const NEVER = Number.POSITIVE_INFINITY;

/** The next moment at which something comes due by itself; `null` when nothing ever does. */
function nextWakeOf({ clocks, promises, levels, complaint }: TicketCourse): Instant | null {
  let next = Math.min(levels.at(-1)?.limitAt ?? NEVER, complaint?.closesAt ?? NEVER);
  for (const name in clocks) next = Math.min(next, clocks[name]?.wakeAt ?? NEVER);
  for (const name in promises) next = Math.min(next, promises[name]?.wakeAt ?? NEVER);
  return next === NEVER ? null : (next as Instant);
}

/**
 * Lets all that comes due up to a moment, itself included, come due at its own moment and in order.
 *
 * @returns what comes due next after it
 */
export function passTime(run: Run, until: number): Instant | null {
  let at = nextWakeOf(run.course);
  for (; at !== null && at <= until; at = nextWakeOf(run.course)) {
    wakeFirst(run, at);
    change(run, { reachedAt: at });
  }
  return at;
}

function wakeFirst(run: Run, at: Instant): void {
  const { clocks, promises, levels, complaint } = run.course;
  for (const name in clocks) {
    const clock = clocks[name] as ClockState;
    if (clock.wakeAt !== at) continue;
    wakeClock(run, clock, at);
    return;
  }
  const promise = Object.values(promises).find(({ wakeAt }) => wakeAt === at)?.promise;
  if (promise !== undefined) {
    tellPromise(run, promise.id, { type: "timePassed", at }, "");
  } else if (levels.at(-1)?.limitAt === at) {
    passLimit(run, at);
  } else if (complaint?.closesAt === at) {
    closeComplaint(run, "silence", { at, by: "" });
  }
}

import type { Instant } from "@kefu/core";
import type { ClockState, TicketCourse } from "./course.ts";
import { wakeClock } from "./drive-clocks.ts";
import { closeComplaint } from "./drive-complaint.ts";
import { passLimit } from "./drive-levels.ts";
import { tellPromise } from "./drive-promises.ts";
import { change, type Run } from "./run.ts";

/** The next moment at which something comes due by itself; `null` when nothing ever does. */
export function nextWakeOf(course: TicketCourse): Instant | null {
  const { clocks, promises, levels, complaint } = course;
  let next = earlier(levels.at(-1)?.limitAt ?? null, complaint?.closesAt ?? null);
  for (const name in clocks) next = earlier(next, clocks[name]?.wake?.at ?? null);
  for (const name in promises) next = earlier(next, promises[name]?.wakeAt ?? null);
  return next;
}

/** Lets all that comes due up to a moment, itself included, come due at its own moment and in order. */
export function passTime(run: Run, until: number): void {
  for (let at = nextWakeOf(run.course); at !== null && at <= until; at = nextWakeOf(run.course)) {
    wakeFirst(run, at);
    change(run, { reachedAt: at });
  }
}

function wakeFirst(run: Run, at: Instant): void {
  const { clocks, promises, levels, complaint } = run.course;
  for (const name in clocks) {
    const clock = clocks[name] as ClockState;
    if (clock.wake?.at !== at) continue;
    wakeClock(run, clock, clock.wake);
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

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

import { type Calendar, nextOpenInstant } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import type { Agent } from "./agent.ts";

/** When an agent is on duty next, at `at` or later; `null` when their calendar does not open again. */
export function nextOnDuty(agent: Agent, calendar: Calendar, at: Instant): Instant | null {
  const absences = [...agent.absences].sort((a, b) => a.from - b.from);
  let next = nextOpenInstant(calendar, at);
  for (const { from, to } of absences) {
    if (next === null) return null;
    if (from <= next && next < to) next = nextOpenInstant(calendar, to);
  }
  return next;
}

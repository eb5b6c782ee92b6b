import type { Because, Instant } from "@kefu/core";
import type { Ruler } from "../clocks/ruler.ts";
import type { CompiledPolicy, CompiledTarget } from "./compile-policy.ts";
import type { ContextIndex } from "./context.ts";
import type { TicketCourse } from "./course.ts";
import type { EventData, EventType, Occurrence } from "./occurrence.ts";

/** A walk over the facts: the course so far, replaced part by part, and what was noticed on the way. */
export interface Run {
  readonly index: ContextIndex;
  course: TicketCourse;
  policy: CompiledPolicy | null;
  readonly noticed: Occurrence[];
}

/** Why and by what something is told. */
export interface Cause {
  /** When. */
  readonly at: Instant;
  /** The fact behind it; `""` when time alone is. */
  readonly by: string;
}

/** A walk that starts at a course. */
export function startRun(index: ContextIndex, course: TicketCourse): Run {
  const { policy } = course;
  const compiled = policy === null ? null : (index.policy(policy.id, policy.version) ?? null);
  return { index, course, policy: compiled, noticed: [] };
}

/** Replaces parts of the course. */
export function change(run: Run, parts: Partial<TicketCourse>): void {
  run.course = { ...run.course, ...parts };
}

/** Notices something. */
export function tell<Type extends EventType>(
  run: Run,
  type: Type,
  subject: string,
  at: Instant,
  because: Because,
  data: EventData[Type],
): void {
  run.noticed.push({ type, subject, effectiveAt: at, because, ...data } as unknown as Occurrence);
}

/** A reason with the policy and the rule it comes from. */
export function reason(run: Run, code: string, facts: Because["facts"] = {}): Because {
  return {
    code,
    facts: { policy: run.policy?.label ?? "", rule: run.course.rule ?? "", ...facts },
  };
}

/** How the time of a target is measured on this ticket. */
export function rulerOf({ index, course }: Run, compiled: CompiledTarget): Ruler {
  const id = compiled.target.calendar;
  const pins = course.calendars[id] ?? [];
  return { compiled, calendar: index.calendar(id, pins), pins };
}

/** What conditions are asked of. */
export function conditionData({ course }: Run): unknown {
  const { attributes, state, team, assignee, levels } = course;
  return { ...attributes, state, team, assignee, level: levels.at(-1)?.level ?? null };
}

/** Whether a state is one in which the need counts as met. */
export function isResolvedState(state: string): boolean {
  return state === "solved" || state === "closed";
}

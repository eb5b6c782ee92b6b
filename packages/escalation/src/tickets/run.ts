import type { Instant } from "@kefu/core";
import type { Ruler } from "../clocks/ruler.ts";
import type { CompiledPolicy, CompiledTarget } from "./compile-policy.ts";
import type { ContextIndex } from "./context.ts";
import { type ClockState, NEW_COURSE, type TicketCourse } from "./course.ts";
import type { EventData, EventType, Noticed } from "./occurrence.ts";

/** A walk over the facts: the course so far, a copy that is the walk's own, and what was noticed on the way. */
export interface Run {
  readonly index: ContextIndex;
  readonly course: TicketCourse;
  policy: CompiledPolicy | null;
  readonly noticed: Noticed[];
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
  return { index, course: copyOf(course), policy: compiled, noticed: [] };
}

/** A course that does not change when the walk goes on. */
export function copyOf(course: TicketCourse): TicketCourse {
  // Poured into a copy of always the same: V8 gives what is spread out of a copy a shape of its own, which is slow to read.
  return Object.assign({ ...NEW_COURSE }, course, { clocks: Object.assign({}, course.clocks) });
}

/** Replaces parts of the course. */
export function change({ course }: Run, parts: Partial<TicketCourse>): void {
  Object.assign(course, parts);
}

/** Keeps a clock. */
export function put({ course }: Run, clock: ClockState): void {
  (course.clocks as Record<string, ClockState>)[clock.clock] = clock;
}

/** Notices something. The reason names the policy, the rule and the fact behind it, added to the facts that are given. */
export function tell<Type extends EventType>(
  run: Run,
  type: Type,
  code: string,
  subject: string,
  { at, by }: Cause,
  facts: Record<string, string>,
  data: Omit<EventData[Type], "reckoning">,
  reckon: Noticed["reckon"] = null,
): void {
  facts["policy"] = run.policy?.label ?? "";
  facts["rule"] = run.course.rule ?? "";
  if (by !== "") facts["fact"] = by;
  run.noticed.push({ type, subject, at, because: { code, facts }, data, reckon });
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
  const level = levels.at(-1)?.level ?? null;
  return Object.assign({}, attributes, { state, team, assignee, level });
}

/** Whether a state is one in which the need counts as met. */
export function isResolvedState(state: string): boolean {
  return state === "solved" || state === "closed";
}

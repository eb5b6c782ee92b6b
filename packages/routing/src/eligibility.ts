import { type Calendar, isOpen } from "@kefu/calendar";
import { type Because, type Instant, isoOf } from "@kefu/core";
import type { Agent } from "./agent.ts";
import { serves } from "./spoken-language.ts";
import type { WorkItem } from "./work-item.ts";

/** Why an agent cannot take a ticket; `routingMessages` has the sentences. */
export type ExclusionCode =
  | "skill-missing"
  | "language-missing"
  | "declined"
  | "hours-closed"
  | "absent"
  | "capacity-full";

type Reason = Because<ExclusionCode>;

/** What stays as it is however long one waits: skills, language, having declined. */
export function reasonsAgainstForGood(agent: Agent, item: WorkItem): readonly Reason[] {
  const skills = Object.entries(item.skills).flatMap(([skill, needed]) => {
    const level = Object.hasOwn(agent.skills, skill) ? (agent.skills[skill] ?? 0) : 0;
    return level >= needed ? [] : [reason("skill-missing", { skill, needed, level })];
  });
  const { language } = item;
  const isUnderstood =
    language === undefined || agent.languages.some((written) => serves(written, language));
  return [
    ...skills,
    ...(isUnderstood ? [] : [reason("language-missing", { language })]),
    ...(item.declinedBy.includes(agent.id) ? [reason("declined")] : []),
  ];
}

/** What time alone changes: working hours and absences. */
export function reasonsOffDuty(agent: Agent, calendar: Calendar, at: Instant): readonly Reason[] {
  const absence = agent.absences.find(({ from, to }) => from <= at && at < to);
  return [
    ...(isOpen(calendar, at) ? [] : [reason("hours-closed", { calendar: agent.calendar })]),
    ...(absence === undefined ? [] : [reason("absent", { until: isoOf(absence.to) })]),
  ];
}

/** What changes when the agent is done with something else. */
export function reasonsOfCapacity(agent: Agent, item: WorkItem): readonly Reason[] {
  const { load, capacity } = agent;
  const isFull = load + item.size > capacity;
  return isFull ? [reason("capacity-full", { load, capacity, size: item.size })] : [];
}

function reason(code: ExclusionCode, facts: Because["facts"] = {}): Reason {
  return { code, facts };
}

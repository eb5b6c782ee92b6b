import { compileCalendar } from "@kefu/calendar";
import type { Instant } from "@kefu/core";
import { compileEscalation, type EscalationPolicyInput } from "@kefu/escalation";
import { DESK_HOURS } from "./desk-hours.ts";

/** The name of the policy over its versions. */
export const POLICY_ID = "maplewick-desk";

const owed = {
  calendar: "desk",
  published: true,
  thresholds: [
    { id: "soon", at: { before: { minutes: 30 } }, actions: ["remind-agent"] },
    { id: "late", at: { after: { hours: 1 } }, actions: ["tell-lead"], deliver: "inHours" },
  ],
} as const;

/** The first answer is counted by the clock of its own; only what the customer writes later starts this one. */
const laterMessages = {
  signals: ["customerMessage"],
  when: { field: "state", op: "ne", value: "new" },
} as const;

const FIRST: EscalationPolicyInput = {
  id: POLICY_ID,
  version: 1,
  targets: [
    {
      ...{ id: "first-answer", metric: "firstResponse", ...owed },
      budget: { working: { hours: 4 } },
    },
    {
      ...{ id: "first-answer-complaint", metric: "firstResponse", ...owed },
      budget: { working: { hours: 2 } },
    },
    {
      ...{ id: "next-answer", metric: "nextReply", start: laterMessages, ...owed },
      budget: { working: { hours: 4 } },
    },
    {
      ...{ id: "next-answer-complaint", metric: "nextReply", start: laterMessages, ...owed },
      budget: { working: { hours: 2 } },
    },
    {
      ...{ id: "solution", metric: "resolution", ...owed },
      budget: { working: { hours: 36 } },
      pause: { states: ["pending"] },
    },
    {
      ...{ id: "settlement", metric: "resolution", clock: "complaint", ...owed },
      budget: { working: { hours: 24 } },
      start: { signals: ["complaint"] },
      fulfil: { signals: ["settled"] },
      pause: { states: [] },
    },
  ],
  rules: [
    {
      id: "complaints",
      when: { field: "kind", op: "eq", value: "complaint" },
      targets: ["first-answer-complaint", "next-answer-complaint", "solution"],
    },
    { id: "everybody", targets: ["first-answer", "next-answer", "solution"] },
  ],
  ladder: {
    rungs: [
      { level: "information", unmetTo: "help" },
      { level: "help", unmetTo: "contact" },
      { level: "contact", unmetTo: "participation" },
      { level: "participation" },
    ],
  },
  complaint: { targets: ["settlement"], silence: { days: 7 }, recurrenceWindow: { days: 90 } },
  promises: { atRiskBefore: { hours: 2 }, calendar: "desk" },
};

/**
 * What the desk owes, as data. A version in use never changes: what is owed from some day on is a new version with a
 * `from`; tickets keep the one under which they were opened.
 */
const DESK_POLICIES: readonly EscalationPolicyInput[] = [FIRST];

export const deskCalendar = compileCalendar(DESK_HOURS);

/** The version that a ticket opened at `at` falls under. */
export function deskPolicyAt(at: Instant): EscalationPolicyInput {
  return DESK_POLICIES.findLast(({ from }) => from == null || from <= at) ?? FIRST;
}

/** What every ticket goes by. */
export const deskContext = compileEscalation({
  policies: DESK_POLICIES,
  calendars: { desk: [{ version: DESK_HOURS.version ?? 1, calendar: deskCalendar }] },
});

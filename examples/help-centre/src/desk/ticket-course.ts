import type { Instant, Message, ServiceLevel } from "@kefu/core";
import {
  type EscalationCommandInput,
  type EscalationEvent,
  type EscalationTicket,
  escalation,
  type TicketView,
  viewTicket,
} from "@kefu/escalation";
import { deskContext, POLICY_ID } from "./desk-policy.ts";
import type { Journey } from "./journey.ts";
import type { TicketKind } from "./ticket-life.ts";

const tickets = escalation(deskContext);

/** A ticket of which nothing is known yet. */
export const UNTOLD: EscalationTicket = tickets.initial;

/** What came of it when a ticket was told something. */
export interface Told {
  readonly state: EscalationTicket;
  readonly events: readonly EscalationEvent[];
}

/** Tells a ticket what happened, one after another, and what follows from that at this desk. */
export function tell(before: EscalationTicket, commands: readonly EscalationCommandInput[]): Told {
  const open = [...commands];
  const events: EscalationEvent[] = [];
  let state = before;
  for (const command of open) {
    const decision = tickets.decide(undefined, state, command);
    if (decision.outcome === "refused") throw new Error(decision.because.code);
    state = decision.events.reduce(tickets.evolve, state);
    events.push(...decision.events);
    open.push(...decision.events.flatMap(consequenceOf));
  }
  return { state, events };
}

/** A settled complaint waits for the customer's word; a closed one has solved its ticket. */
function consequenceOf({ type, effectiveAt: at }: EscalationEvent): EscalationCommandInput[] {
  if (type === "ComplaintSettled") {
    return [{ type: "setState", state: "pending", id: `settled-${at}`, at }];
  }
  return type === "ComplaintClosed" ? [{ type: "resolve", id: `settled-for-good-${at}`, at }] : [];
}

/** How a ticket stands. A clock of the machine that was set back does not unmake what is known. */
export function viewAt(state: EscalationTicket, now: Instant): TicketView {
  return viewTicket(deskContext, state, Math.max(now, state.heardUntil ?? now) as Instant);
}

interface Opening {
  readonly key: string;
  readonly kind: TicketKind;
  readonly at: Instant;
  readonly journey: Journey;
}

/** The facts of a question: it climbs to a person with what was tried before; a complaint is made one. */
export function openingFacts({ key, kind, at, journey }: Opening): EscalationCommandInput[] {
  const level: ServiceLevel = journey.steps.length > 0 ? "information" : "contact";
  const facts: EscalationCommandInput[] = [
    { type: "open", id: `open-${key}`, at, policy: POLICY_ID, level, attributes: { kind } },
  ];
  const query = journey.steps.findLast((step) => step.query !== "")?.query;
  for (const { entryId } of journey.verdicts.filter(({ helpful }) => !helpful)) {
    const tried = { entryId, ...(query !== undefined && { query }) };
    facts.push({
      ...{ type: "levelOutcome", id: `tried-${key}-${entryId}`, at, outcome: "unsolved" },
      ...tried,
    });
  }
  if (level !== "contact") facts.push({ type: "wishForPerson", id: `person-${key}`, at });
  if (kind === "complaint") facts.push(complaintFact(`complaint-${key}`, at, "unspecified"));
  return facts;
}

/** That something went wrong, by the desk's own word for it. */
export function complaintFact(id: string, at: Instant, symptom: string): EscalationCommandInput {
  return { type: "complain", id, at, symptom };
}

/** What becomes of a ticket with an answer: we work on, wait for the customer, think it solved, or close it. */
export const AFTER_ANSWER = ["open", "pending", "solved", "closed"] as const;
export type AfterAnswer = (typeof AFTER_ANSWER)[number];

/** The facts of an answer. */
export function answerFacts(id: string, at: Instant, after: AfterAnswer): EscalationCommandInput[] {
  return [
    { type: "agentMessage", id: `answer-${id}`, messageId: id, at },
    { type: "setState", id: `after-${id}`, state: after, at },
  ];
}

/** The fact of a message of the customer. */
export function messageFacts(id: string, at: Instant): EscalationCommandInput[] {
  return [{ type: "customerMessage", id: `message-${id}`, messageId: id, at }];
}

interface Past extends Opening {
  readonly messages: readonly Message[];
  readonly status: string;
}

/** The facts of a ticket from before there were events: what was written, and how it stands. */
export function pastFacts({ messages, status, ...opening }: Past): EscalationCommandInput[] {
  const later = messages.slice(1).map(({ id, direction, sentAt: at }): EscalationCommandInput => {
    return direction === "inbound"
      ? { type: "customerMessage", id: `message-${id}`, messageId: id, at }
      : { type: "agentMessage", id: `answer-${id}`, messageId: id, at };
  });
  const facts = [...openingFacts(opening), ...later];
  if (status === "new") return facts;
  const at = messages.at(-1)?.sentAt ?? opening.at;
  return [...facts, { type: "setState", id: `state-${opening.key}`, state: status, at }];
}

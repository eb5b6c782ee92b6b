import type { Instant } from "@kefu/core";
import {
  type EscalationCommandInput,
  type EscalationDecider,
  type EscalationEvent,
  type EscalationTicket,
  type EventType,
  nextWakeAt,
} from "@kefu/escalation";
import { context } from "../desk/policy.ts";

/** What a ticket was told, and what came of it. */
export interface Told {
  readonly ticket: EscalationTicket;
  readonly events: readonly EscalationEvent[];
}

/** The log that one process writes, told the same as a log says, one after another. */
export function retell(tickets: EscalationDecider, log: readonly EscalationEvent[]): Told {
  const events: EscalationEvent[] = [];
  let ticket = tickets.initial;
  for (let number = 0; number < log.length; ) {
    const event = log[number] as EscalationEvent;
    const command =
      event.type === "FactRecorded" ? event.fact : { type: "tick" as const, at: event.detectedAt };
    const told = tell(tickets, ticket, command);
    events.push(...told.events);
    ticket = told.ticket;
    number += Math.max(told.events.length, 1);
  }
  return { ticket, events };
}

/** What is told of a life that the shop hears of at once, while time passes as it does on a clock on the wall. */
export function liveOnTime(
  tickets: EscalationDecider,
  facts: readonly EscalationCommandInput[],
): Told {
  const events: EscalationEvent[] = [];
  let ticket = tickets.initial;
  const tellNext = (command: EscalationCommandInput) => {
    const told = tell(tickets, ticket, command);
    events.push(...told.events);
    ticket = told.ticket;
  };
  const pass = (until: number) => {
    for (let at = nextWakeAt(context, ticket); at !== null && at < until; ) {
      tellNext({ type: "tick", at });
      at = nextWakeAt(context, ticket);
    }
  };
  for (const fact of facts) {
    pass(fact.at);
    tellNext(fact);
  }
  pass(Number.POSITIVE_INFINITY);
  return { ticket, events };
}

function tell(
  tickets: EscalationDecider,
  ticket: EscalationTicket,
  command: EscalationCommandInput,
): Told {
  const decision = tickets.decide(undefined, ticket, command);
  if (decision.outcome === "refused") throw new Error(decision.because.code);
  const { events } = decision;
  return { events, ticket: events.reduce(tickets.evolve, ticket) };
}

/**
 * What a log says in the end: everything that was told and not taken back, with the moment at which it happened as the
 * last word has it.
 */
export function standing(log: readonly EscalationEvent[]): ReadonlyMap<string, Instant> {
  const stands = new Map<string, Instant>();
  for (const event of log) {
    const told = `${toldBy(event)} ${event.subject}`;
    if (event.type.endsWith("Retracted")) stands.delete(told);
    else stands.set(told, event.effectiveAt);
  }
  return stands;
}

/** What kind of event this one is or corrects. */
function toldBy(event: EscalationEvent): EventType {
  switch (event.type) {
    case "BreachRetracted":
    case "BreachBackdated":
    case "BreachPostponed":
      return "Breached";
    case "EventRetracted":
      return event.retractedType;
    case "EventMoved":
      return event.movedType;
    default:
      return event.type;
  }
}

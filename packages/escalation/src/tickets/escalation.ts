import { type Because, type Decider, type Instant, instant, parseInput } from "@kefu/core";
import type { Reckoning } from "../clocks/reckoning.ts";
import {
  detectedAt,
  EscalationCommand,
  type EscalationCommandInput,
  Fact,
  plainTickAt,
} from "../facts/command.ts";
import { withFacts } from "../levels/hand-off-packet.ts";
import { type ContextIndex, type EscalationContext, indexOf } from "./context.ts";
import { correctionsOf } from "./corrections.ts";
import type { EscalationEvent, Noticed } from "./occurrence.ts";
import { rememberHistory } from "./remembered-history.ts";
import { type EscalationTicket, NEW_TICKET } from "./ticket.ts";
import {
  historyOf,
  knowsFact,
  passTicket,
  recordFact,
  type TicketHistory,
} from "./ticket-history.ts";

/** Why a command is refused: it names a policy or calendar version that the context does not have. */
export type EscalationRefusal = Because<"unknown-policy" | "unknown-calendar">;

/** The life of a ticket. Its policies are those of the context, so that `decide` takes none. */
export type EscalationDecider = Decider<
  void,
  EscalationTicket,
  EscalationCommandInput,
  EscalationEvent,
  EscalationRefusal
>;

/**
 * The life of a ticket as a decider: which clocks run, what is met, missed and due, where a need climbs, what was
 * promised.
 *
 * Facts decide, in the order in which they happened, never the moment at which somebody asks. A fact that comes late, or out
 * of order, leaves the ticket as if it had come in order, and tells what had been told wrongly: `BreachRetracted`,
 * `BreachBackdated`, `EventRetracted` … A fact whose `id` is known, and a `tick` when nothing is due, have no events.
 *
 * A fact fulfils at its deadline: met at the very moment is met. Within a millisecond `sequence` decides, then words come
 * before changes of state. Facts from before the ticket was opened, and such as are not allowed then, are kept, change nothing and are told as
 * `FactIgnored`.
 *
 * @param context - the policies and calendars
 * @returns a decider for `handle` and `replay` of `@kefu/core`. Its functions throw `InvalidInputError` (`invalid-input`) for a command or a
 *   ticket that has not its shape, and `OutOfRangeError` (`out-of-range`) where a calendar cannot answer for a moment
 * @throws `InvalidInputError` (`invalid-input`) when the context is none
 *
 * @example
 * ```ts
 * import { compileCalendar } from "@kefu/calendar";
 * import { handle, instant, isoOf, replay } from "@kefu/core";
 * import { compileEscalation, escalation } from "@kefu/escalation";
 *
 * const desk = compileCalendar({ timeZone: "Europe/Berlin", weekly: { daily: [["08:00", "18:00"]], sat: [], sun: [] } });
 * const tickets = escalation(
 *   compileEscalation({
 *     policies: [
 *       {
 *         id: "retail",
 *         version: 1,
 *         targets: [{ id: "answer", metric: "firstResponse", budget: { working: { hours: 4 } }, calendar: "desk" }],
 *         rules: [{ id: "everybody", targets: ["answer"] }],
 *       },
 *     ],
 *     calendars: { desk: [{ version: 1, calendar: desk }] },
 *   }),
 * );
 * const opened = tickets.decide(undefined, tickets.initial, {
 *   type: "open",
 *   id: "f1",
 *   at: instant("2026-11-24T16:00:00+01:00"),
 *   policy: "retail",
 * });
 * const started = opened.outcome === "accepted" ? opened.events[1] : undefined;
 * started?.type === "ClockStarted" && started.dueAt && isoOf(started.dueAt); // => "2026-11-25T09:00:00.000Z"
 * ```
 */
export function escalation(context: EscalationContext): EscalationDecider {
  const index = indexOf(context);
  return {
    initial: NEW_TICKET,
    decide(_, ticket, command) {
      const tickAt = plainTickAt(command);
      if (tickAt !== null) return accepted(tickEvents(index, historyOf(index, ticket), tickAt));
      const parsed = parseInput(EscalationCommand, "command", command);
      const history = historyOf(index, ticket);
      if (parsed.type === "tick") return accepted(tickEvents(index, history, parsed.at));
      if (knowsFact(history, parsed.id)) return accepted([]);
      const because = refusalOf(index, parsed);
      if (because !== null) return { outcome: "refused", because };
      return accepted(factEvents(index, history, parsed));
    },
    evolve(ticket, event) {
      const history = after(index, historyOf(index, ticket), event);
      if (history.ticket !== ticket) rememberHistory(index, history.ticket, history);
      return history.ticket;
    },
  };
}

const accepted = (events: EscalationEvent[]) => ({ outcome: "accepted", events }) as const;

function after(index: ContextIndex, history: TicketHistory, event: EscalationEvent): TicketHistory {
  const { latest } = index;
  if (latest?.event === event && latest.from === history) return latest.next;
  if (event?.type === "FactRecorded") {
    const fact = parseInput(Fact, "fact", event.fact);
    return knowsFact(history, fact.id) ? history : recordFact(index, history, fact).history;
  }
  const effectiveAt = instant(event?.effectiveAt);
  const { toldUntil } = history.ticket;
  if (toldUntil !== null && effectiveAt <= toldUntil) return history;
  return passTicket(index, history, effectiveAt).history;
}

function factEvents(index: ContextIndex, history: TicketHistory, fact: Fact): EscalationEvent[] {
  const { history: next, noticed, before } = recordFact(index, history, fact);
  const detected = detectedAt(fact);
  const late = before === null ? "" : `+${fact.id}`;
  const occurrences = before === null ? noticed : correctionsOf(before, noticed, fact.id);
  const recorded: EscalationEvent = {
    type: "FactRecorded",
    id: `FactRecorded:${fact.id}`,
    subject: fact.id,
    effectiveAt: fact.at,
    detectedAt: detected,
    because: { code: "fact-recorded", facts: { fact: fact.id } },
    fact,
  };
  index.latest = { event: recorded, from: history, next };
  const rest = occurrences.map((one) => eventOf(one, next, detected, late));
  return [recorded, ...rest];
}

function tickEvents(index: ContextIndex, history: TicketHistory, at: Instant): EscalationEvent[] {
  const { history: next, noticed } = passTicket(index, history, at);
  const events = noticed.map((one) => eventOf(one, next, at, ""));
  const [event, second] = events;
  if (event !== undefined && second === undefined) index.latest = { event, from: history, next };
  return events;
}

/** The event that tells of something noticed. */
function eventOf(
  { type, subject, at, because, data, reckon }: Noticed,
  { ticket }: TicketHistory,
  detected: Instant,
  late: string,
): EscalationEvent {
  const id = `${type}:${subject}@${at}${late}`;
  // V8 takes microseconds for a key that a literal adds to what it spreads, so that nothing on this path does.
  const head = { type, id, subject, effectiveAt: at, detectedAt: detected, because };
  const event = Object.assign(head, data) as unknown as EscalationEvent;
  if (reckon !== null) (event as { reckoning: Reckoning }).reckoning = reckon();
  if (event.type !== "HandedOff") return event;
  return { ...event, packet: withFacts(event.packet, ticket.pages, at) };
}

function refusalOf(index: ContextIndex, fact: Fact): EscalationRefusal | null {
  const { type } = fact;
  if (type === "open" && index.policyAt(fact.policy, fact.at) === undefined) {
    return { code: "unknown-policy", facts: { policy: fact.policy } };
  }
  if (type === "applyPolicy" && index.policy(fact.policy, fact.version) === undefined) {
    return { code: "unknown-policy", facts: { policy: fact.policy, version: fact.version } };
  }
  if (type === "calendarChanged" && !index.hasCalendar(fact.calendar, fact.version)) {
    return { code: "unknown-calendar", facts: { calendar: fact.calendar, version: fact.version } };
  }
  return null;
}

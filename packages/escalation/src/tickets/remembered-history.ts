import type { ContextIndex } from "./context.ts";
import type { EscalationTicket } from "./ticket.ts";
import type { TicketHistory } from "./ticket-history.ts";

/** Gives back what it is given, so that the fields of a class that extends it land there. */
const Given = function given(ticket: object) {
  return ticket;
} as unknown as new (
  ticket: object,
) => object;

/**
 * What was reckoned of a ticket, kept on the ticket itself in a private field: no key, copy, or comparison finds it. A
 * `WeakMap` would do, but under load its garbage outlives young collections, which makes ticks several times as slow.
 */
class Remembered extends Given {
  #index: ContextIndex;
  #history: TicketHistory;

  constructor(index: ContextIndex, ticket: object, history: TicketHistory) {
    super(ticket);
    this.#index = index;
    this.#history = history;
  }

  static find(index: ContextIndex, ticket: object): TicketHistory | undefined {
    return #index in ticket && ticket.#index === index ? ticket.#history : undefined;
  }

  static keep(index: ContextIndex, ticket: object, history: TicketHistory): void {
    if (#index in ticket) {
      ticket.#index = index;
      ticket.#history = history;
    } else if (Object.isExtensible(ticket)) new Remembered(index, ticket, history);
  }
}

/** What a context last reckoned of a ticket, where no other context has seen the ticket since. */
export function rememberedHistory(
  index: ContextIndex,
  ticket: EscalationTicket,
): TicketHistory | undefined {
  return typeof ticket === "object" && ticket !== null ? Remembered.find(index, ticket) : undefined;
}

/** Keeps what a context has reckoned of a ticket. */
export function rememberHistory(
  index: ContextIndex,
  ticket: EscalationTicket,
  history: TicketHistory,
): void {
  Remembered.keep(index, ticket, history);
}

import type { Instant } from "@kefu/core";
import {
  type EscalationContext,
  type EscalationDecider,
  type EscalationEvent,
  nextWakeAt,
} from "@kefu/escalation";
import type PgBoss from "pg-boss";
import type { Connection, Database } from "./database/database.ts";
import { type Delivery, deliverLater, type NewDelivery, takeAway } from "./delivery-queue.ts";
import { appendEvents, loadTickets, type StoredTicket, type TicketChange } from "./ticket-store.ts";

/** What a worker works with. */
export interface Host {
  readonly database: Database;
  readonly queue: PgBoss;
  readonly context: EscalationContext;
  readonly tickets: EscalationDecider;
  /** The moment now. */
  readonly now: () => Instant;
  /** The deliveries that wake a ticket at a moment; one is enough. */
  readonly wakesFor: (ticketId: string, at: Instant) => readonly NewDelivery[];
  /** Takes down what was done, in the same transaction. */
  readonly measure: (connection: Connection, done: Done) => Promise<void>;
}

/** What one transaction did. */
export interface Done {
  readonly deliveries: readonly Delivery[];
  readonly events: number;
  /** How many deliveries have to be decided again, as another worker was faster. */
  readonly conflicts: number;
}

/** A delivery that a worker has taken from the queue. */
export type TakenDelivery = Pick<PgBoss.Job<Delivery>, "id" | "data">;

/** Handles deliveries until all are done. */
export async function handleDeliveries(host: Host, taken: readonly TakenDelivery[]): Promise<void> {
  for (let open = taken; open.length > 0; ) {
    open = await host.database.transaction((connection) => handleOnce(host, connection, open));
  }
}

/**
 * Decides, stores what was decided, asks for the next wakes and takes the deliveries away: all of it or, when the worker
 * dies, nothing.
 *
 * @returns what is still to be done, as somebody else has changed the tickets meanwhile
 */
async function handleOnce(
  host: Host,
  connection: Connection,
  taken: readonly TakenDelivery[],
): Promise<readonly TakenDelivery[]> {
  const ids = [...new Set(taken.map(({ data }) => data.ticketId))];
  const changes = (await loadTickets(connection, ids)).map((ticket) =>
    decide(
      host,
      ticket,
      taken.filter(({ data }) => data.ticketId === ticket.id),
    ),
  );
  const stored = await appendEvents(connection, changes);
  const current = changes.filter(({ id }) => stored.has(id));
  const done = taken.filter(({ data }) => stored.has(data.ticketId));
  await deliverLater(
    host.queue,
    connection,
    current.flatMap((change) => wakesOf(host, change)),
  );
  await takeAway(host.queue, connection, done);
  await host.measure(connection, {
    deliveries: done.map(({ data }) => data),
    events: current.reduce((sum, { events }) => sum + events.length, 0),
    conflicts: taken.length - done.length,
  });
  return taken.filter(({ data }) => !stored.has(data.ticketId));
}

/** What comes of a ticket that is told some things, one after another. */
function decide(
  { tickets, now }: Host,
  ticket: StoredTicket,
  taken: readonly TakenDelivery[],
): TicketChange {
  let { state } = ticket;
  const events: EscalationEvent[] = [];
  for (const { data } of taken) {
    const command = data.command === "wake" ? { type: "tick" as const, at: now() } : data.command;
    const decision = tickets.decide(undefined, state, command);
    if (decision.outcome === "refused") throw new Error(decision.because.code);
    events.push(...decision.events);
    state = decision.events.reduce(tickets.evolve, state);
  }
  return { ...ticket, state, events };
}

/** Asked for each time: a wake that waits already is the same one, by its key. */
function wakesOf({ context, wakesFor }: Host, { id, state }: TicketChange) {
  const at = nextWakeAt(context, state);
  return at === null ? [] : wakesFor(id, at);
}

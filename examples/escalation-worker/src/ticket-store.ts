import type { EscalationEvent, EscalationTicket } from "@kefu/escalation";
import type { Connection } from "./database/database.ts";

/** A ticket as it was read: its version is the number of events in its log. */
export interface StoredTicket {
  readonly id: string;
  readonly version: number;
  readonly state: EscalationTicket;
}

/** What is to be stored of a ticket that was read at some version. */
export interface TicketChange extends StoredTicket {
  readonly events: readonly EscalationEvent[];
}

/** The events are the truth, each with its number; the state beside them spares reading them all again. */
export const TICKET_TABLES = `
  create table escalation_worker.tickets (id text primary key, version int not null default 0, state json not null);
  create table escalation_worker.ticket_events (
    ticket_id text not null, number int not null, event json not null, primary key (ticket_id, number)
  );
`;

/** Keeps new tickets, of which nothing is known but their numbers. */
export async function addTickets(
  database: Connection,
  ids: readonly string[],
  initial: EscalationTicket,
): Promise<void> {
  await database.query(
    "insert into escalation_worker.tickets (id, state) select id, $2 from unnest($1::text[]) as id",
    [ids, JSON.stringify(initial)],
  );
}

/** Some tickets as they stand. */
export async function loadTickets(
  database: Connection,
  ids: readonly string[],
): Promise<StoredTicket[]> {
  return database.query<StoredTicket>(
    "select id, version, state from escalation_worker.tickets where id = any($1) order by id",
    [ids],
  );
}

/**
 * Appends events, each ticket's only where its log is as it was when the ticket was read: whoever was slower reads again
 * and decides again. No event is lost, overwritten or written twice.
 *
 * @returns the tickets that are now as they were decided, those without events among them
 */
export async function appendEvents(
  database: Connection,
  changes: readonly TicketChange[],
): Promise<Set<string>> {
  const unchanged = changes.filter(({ events }) => events.length === 0).map(({ id }) => id);
  if (unchanged.length === changes.length) return new Set(unchanged);
  const stored = await database.query<{ id: string }>(
    `with change as (
       select * from json_to_recordset($1) as it(id text, version int, state json, events json)
     ), stored as (
       update escalation_worker.tickets as tickets set version = change.version + json_array_length(change.events), state = change.state
       from change where tickets.id = change.id and tickets.version = change.version
       returning change.id, change.version, change.events
     ), written as (
       insert into escalation_worker.ticket_events (ticket_id, number, event)
       select id, version + number, event from stored, json_array_elements(events) with ordinality as it(event, number)
     )
     select id from stored`,
    [JSON.stringify(changes.filter(({ events }) => events.length > 0))],
  );
  return new Set([...unchanged, ...stored.map(({ id }) => id)]);
}

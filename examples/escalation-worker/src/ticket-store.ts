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
 * A ticket without new events is held to that, too. Who looked at an older log may have found nothing to do, and would take away
 * the very wake that somebody faster relies on.
 *
 * @returns the tickets that are now as they were decided
 */
export async function appendEvents(
  database: Connection,
  changes: readonly TicketChange[],
): Promise<Set<string>> {
  const current = await lockCurrent(database, changes);
  const isCurrent = ({ id }: TicketChange) => current.has(id);
  const unchanged = changes.filter((change) => change.events.length === 0 && isCurrent(change));
  const changed = changes.filter((change) => change.events.length > 0 && isCurrent(change));
  const stored = changed.length === 0 ? [] : await writeChanges(database, changed);
  return new Set([...unchanged, ...stored].map(({ id }) => id));
}

function writeChanges(
  database: Connection,
  changed: readonly TicketChange[],
): Promise<readonly { readonly id: string }[]> {
  return database.query<{ id: string }>(
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
    [JSON.stringify(changed)],
  );
}

/** The tickets that nobody has changed since they were read, kept from others until the transaction ends; locked in one order by all. */
async function lockCurrent(
  database: Connection,
  changes: readonly TicketChange[],
): Promise<Set<string>> {
  const read = changes.map(({ id, version }) => ({ id, version }));
  const rows = await database.query<{ id: string }>(
    `select tickets.id from escalation_worker.tickets
     join json_to_recordset($1) as read(id text, version int) on tickets.id = read.id and tickets.version = read.version
     order by tickets.id for update of tickets`,
    [JSON.stringify(read)],
  );
  return new Set(rows.map(({ id }) => id));
}

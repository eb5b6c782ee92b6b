import type { Instant, Ticket } from "@kefu/core";
import type { EscalationCommandInput, EscalationEvent, EscalationTicket } from "@kefu/escalation";
import { dutiesOf } from "../desk/duty.ts";
import { serveBy } from "../desk/queue.ts";
import { type Told, tell, UNTOLD, viewAt } from "../desk/ticket-course.ts";
import { asItStands, type TicketKind } from "../desk/ticket-life.ts";
import type { Database } from "./database.ts";

/** Sees to it that a ticket is looked at when something comes due by itself. */
export interface WakeTimers {
  /** Asks, in the transaction of `tx`, to be woken at a moment; asking twice is asking once. */
  wake(tx: Database, ticketNumber: number, at: Instant): Promise<void>;
}

/** What it takes to tell tickets something. */
export interface TicketDesk {
  readonly database: Database;
  readonly timers: WakeTimers;
  readonly now: () => Instant;
}

interface Row {
  readonly kind: TicketKind;
  readonly ticket: Ticket;
  readonly escalation: EscalationTicket | null;
  readonly version: number;
}

/**
 * Tells a ticket what happened and appends the events, in the transaction of `tx`. Only where the log is as it was when
 * the ticket was read, so that no event is lost or written twice: the ticket is held from others until the transaction ends.
 *
 * @returns the events, none for what was known already
 */
export async function tellTicket(
  desk: TicketDesk,
  tx: Database,
  ticketNumber: number,
  commands: readonly EscalationCommandInput[],
): Promise<readonly EscalationEvent[]> {
  for (;;) {
    const [row] = await tx.query<Row>(
      // Held until the end: who looked while somebody else was writing would find nothing to do, and let go of the next wake.
      "select kind, ticket, escalation, version from tickets where number = $1 for update",
      [ticketNumber],
    );
    if (row === undefined) return [];
    const told = tell(row.escalation ?? UNTOLD, commands);
    if (told.events.length === 0) return [];
    if (await store(desk, tx, ticketNumber, row, told)) return told.events;
  }
}

/** @returns whether nobody was faster */
async function store(
  { now, timers }: TicketDesk,
  tx: Database,
  ticketNumber: number,
  { kind, ticket, version }: Row,
  { state, events }: Told,
): Promise<boolean> {
  const view = viewAt(state, now());
  const [duty] = dutiesOf(view);
  const standing = asItStands(ticket, view, now());
  const stored = await tx.query(
    `update tickets set version = version + $3, escalation = $4, ticket = $5, kind = $6, state = $7, due_at = $8, serve_by = $9, wake_at = $10
     where number = $1 and version = $2 returning 1 as one`,
    [
      ...[ticketNumber, version, events.length, JSON.stringify(state)],
      JSON.stringify(standing),
      view.complaint === null ? kind : "complaint",
      view.state === "closed" ? "closed" : duty === undefined ? "answered" : "waiting",
      ...[dateOf(duty?.dueAt), dateOf(serveBy(standing, duty?.dueAt)), dateOf(view.nextWakeAt)],
    ],
  );
  if (stored.length === 0) return false;
  await tx.query(
    `insert into ticket_events (ticket_number, number, at, event)
     select $1, $2 + number, to_timestamp((event ->> 'effectiveAt')::bigint / 1000.0), event
     from jsonb_array_elements($3::jsonb) with ordinality as it(event, number)`,
    [ticketNumber, version, JSON.stringify(events)],
  );
  if (view.nextWakeAt !== null) await timers.wake(tx, ticketNumber, view.nextWakeAt);
  return true;
}

const dateOf = (at: Instant | null | undefined) => (at == null ? null : new Date(at));

/** What happened to a ticket, in the order in which it was told. */
export async function eventsOf(
  database: Database,
  ticketNumber: number,
): Promise<EscalationEvent[]> {
  const rows = await database.query<{ event: EscalationEvent }>(
    "select event from ticket_events where ticket_number = $1 order by number",
    [ticketNumber],
  );
  return rows.map(({ event }) => event);
}

import { type Customer, type Instant, instant, type Message, type Ticket } from "@kefu/core";
import type { EscalationCommandInput, EscalationTicket } from "@kefu/escalation";
import type { Journey } from "../desk/journey.ts";
import { openingFacts, pastFacts } from "../desk/ticket-course.ts";
import type { TicketKind, TicketState } from "../desk/ticket-life.ts";
import type { Database } from "./database.ts";
import { type TicketDesk, tellTicket } from "./tell-ticket.ts";

/** A ticket with all that belongs to it. */
export interface TicketRecord {
  /** What people call it by. */
  readonly number: number;
  /** The end of its address: whoever knows it may read it. */
  readonly key: string;
  readonly kind: TicketKind;
  readonly ticket: Ticket;
  readonly customer: Customer;
  readonly journey: Journey;
  /** What happened to it, as the events have it. */
  readonly escalation: EscalationTicket;
  readonly answeredAt: Instant | null;
}

export interface NewTicket extends Omit<TicketRecord, "number" | "escalation" | "answeredAt"> {
  /** Made with the form: sending it twice makes one ticket. */
  readonly formKey: string;
  readonly message: Message;
}

interface NewMessage {
  /** Made with the form: sending it twice makes one message. */
  readonly formKey: string;
  readonly message: Message;
}

const COLUMNS = `number, key, kind, ticket, customer, journey, escalation, answered_at as "answeredAt"`;

/** Opens a ticket with its first message. The same form sent twice gives the key of the first time. */
export async function openTicket(desk: TicketDesk, given: NewTicket): Promise<string> {
  const { key, formKey, kind, ticket, customer, journey } = given;
  return desk.database.transaction(async (tx) => {
    const json = [ticket, customer, journey].map((part) => JSON.stringify(part));
    const [created] = await tx.query<{ number: number }>(
      `insert into tickets (key, form_key, kind, ticket, customer, journey)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (form_key) do nothing returning number`,
      [key, formKey, kind, ...json],
    );
    if (created === undefined) return keyOfForm(tx, formKey);
    await insertMessage(tx, created.number, given);
    const facts = openingFacts({ key, kind, journey, at: ticket.openedAt });
    await tellTicket(desk, tx, created.number, facts);
    return key;
  });
}

export async function ticketByKey(
  database: Database,
  key: string,
): Promise<TicketRecord | undefined> {
  const [row] = await database.query<Row>(`select ${COLUMNS} from tickets where key = $1`, [key]);
  return row && recordOf(row);
}

export async function ticketByNumber(
  database: Database,
  number: number,
): Promise<TicketRecord | undefined> {
  const sql = `select ${COLUMNS} from tickets where number = $1`;
  const [row] = await database.query<Row>(sql, [number]);
  return row && recordOf(row);
}

/** Tickets of a state: waiting ones as the desk is to look at them, the others by their answer, latest first. */
export async function ticketsOf(
  database: Database,
  { state, limit }: { readonly state: TicketState; readonly limit: number },
): Promise<TicketRecord[]> {
  const order =
    state === "waiting" ? "serve_by, number" : "answered_at desc nulls last, number desc";
  const rows = await database.query<Row>(
    `select ${COLUMNS} from tickets where state = $1 order by ${order} limit $2`,
    [state, limit],
  );
  return rows.map(recordOf);
}

export async function countByState(database: Database): Promise<Record<TicketState, number>> {
  const rows = await database.query<{ state: TicketState; count: number }>(
    "select state, count(*)::int as count from tickets group by state",
  );
  const counts = rows.map(({ state, count }) => [state, count]);
  return { waiting: 0, answered: 0, closed: 0, ...Object.fromEntries(counts) };
}

/** The messages of a ticket, oldest first. */
export async function messagesOf(database: Database, ticketNumber: number): Promise<Message[]> {
  const rows = await database.query<{ message: Message }>(
    "select message from messages where ticket_number = $1 order by id",
    [ticketNumber],
  );
  return rows.map(({ message }) => message);
}

/** What is to happen together: a message, where there is one, and what it means for the ticket. */
export interface TicketStep {
  readonly message?: NewMessage;
  readonly facts: readonly EscalationCommandInput[];
}

/** Adds to a ticket, unless the form of the message was sent before. */
export async function takeStep(
  desk: TicketDesk,
  ticketNumber: number,
  { message, facts }: TicketStep,
): Promise<void> {
  await desk.database.transaction(async (tx) => {
    if (message !== undefined && !(await insertMessage(tx, ticketNumber, message))) return;
    await tellTicket(desk, tx, ticketNumber, facts);
    if (message?.message.direction !== "outbound") return;
    await tx.query("update tickets set answered_at = $2 where number = $1", [
      ticketNumber,
      new Date(message.message.sentAt),
    ]);
  });
}

/** Tells tickets from before there were events what had happened to them. */
export async function adoptOldTickets(desk: TicketDesk): Promise<void> {
  const old = await desk.database.query<Omit<TicketRecord, "escalation" | "answeredAt">>(
    "select number, key, kind, ticket, customer, journey from tickets where version = 0",
  );
  for (const { number, key, kind, ticket, journey } of old) {
    const { openedAt: at, status } = ticket;
    const messages = await messagesOf(desk.database, number);
    const facts = pastFacts({ key, kind, at, journey, messages, status });
    await desk.database.transaction((tx) => tellTicket(desk, tx, number, facts));
  }
}

type Row = Omit<TicketRecord, "answeredAt"> & { readonly answeredAt: Date | null };

function recordOf(row: Row): TicketRecord {
  return { ...row, answeredAt: row.answeredAt && instant(row.answeredAt) };
}

async function keyOfForm(database: Database, formKey: string): Promise<string> {
  const sql = "select key from tickets where form_key = $1";
  const [row] = await database.query<{ key: string }>(sql, [formKey]);
  return row?.key ?? "";
}

/** @returns whether the message is new */
async function insertMessage(
  database: Database,
  ticketNumber: number,
  { formKey, message }: NewMessage,
): Promise<boolean> {
  const rows = await database.query(
    `insert into messages (ticket_number, form_key, message) values ($1, $2, $3)
     on conflict (form_key) do nothing returning id`,
    [ticketNumber, formKey, JSON.stringify(message)],
  );
  return rows.length > 0;
}

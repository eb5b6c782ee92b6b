import { type Customer, type Instant, instant, type Message, type Ticket } from "@kefu/core";
import type { Journey } from "../desk/journey.ts";
import { answered, reopened, type TicketKind, type TicketState } from "../desk/ticket-life.ts";
import type { Database } from "./database.ts";

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
  /** The moment by which an answer is promised. */
  readonly dueAt: Instant;
  readonly answeredAt: Instant | null;
}

export interface NewTicket extends Omit<TicketRecord, "number" | "answeredAt"> {
  /** Made with the form: sending it twice makes one ticket. */
  readonly formKey: string;
  readonly message: Message;
}

export interface NewMessage {
  /** Made with the form: sending it twice makes one message. */
  readonly formKey: string;
  readonly message: Message;
}

const COLUMNS = `number, key, kind, ticket, customer, journey,
  due_at as "dueAt", answered_at as "answeredAt"`;

/** Opens a ticket with its first message. The same form sent twice gives the key of the first time. */
export async function openTicket(database: Database, ticket: NewTicket): Promise<string> {
  return database.transaction(async (tx) => {
    const [created] = await tx.query<{ number: number; key: string }>(
      `insert into tickets (key, form_key, kind, ticket, customer, journey, due_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (form_key) do nothing returning number, key`,
      [
        ticket.key,
        ticket.formKey,
        ticket.kind,
        JSON.stringify(ticket.ticket),
        JSON.stringify(ticket.customer),
        JSON.stringify(ticket.journey),
        new Date(ticket.dueAt),
      ],
    );
    if (created === undefined) return keyOfForm(tx, ticket.formKey);
    await insertMessage(tx, created.number, ticket);
    return created.key;
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

/** Tickets of a state: waiting ones by due time, the others by their answer, latest first. */
export async function ticketsOf(
  database: Database,
  { state, limit }: { readonly state: TicketState; readonly limit: number },
): Promise<TicketRecord[]> {
  const order = state === "waiting" ? "due_at, number" : "answered_at desc nulls last, number desc";
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

/** Adds what the customer writes. The ticket waits again; one that still waits keeps its earlier promise. */
export async function addCustomerMessage(
  database: Database,
  ticketNumber: number,
  { dueAt, ...message }: NewMessage & { readonly dueAt: Instant },
): Promise<void> {
  await addMessage(database, ticketNumber, message, async (tx, ticket) => {
    await tx.query(
      `update tickets set ticket = $2,
         due_at = case when state = 'waiting' then due_at else $3 end where number = $1`,
      [ticketNumber, JSON.stringify(reopened(ticket)), new Date(dueAt)],
    );
  });
}

/** Adds an agent's answer, which may close the ticket. */
export async function addAnswer(
  database: Database,
  ticketNumber: number,
  { closes, ...answer }: NewMessage & { readonly closes: boolean },
): Promise<void> {
  const { sentAt } = answer.message;
  await addMessage(database, ticketNumber, answer, async (tx, ticket) => {
    const next = answered(ticket, closes ? { closedAt: sentAt } : null);
    await tx.query("update tickets set ticket = $2, answered_at = $3 where number = $1", [
      ticketNumber,
      JSON.stringify(next),
      new Date(sentAt),
    ]);
  });
}

type Row = Omit<TicketRecord, "dueAt" | "answeredAt"> & {
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
};

function recordOf(row: Row): TicketRecord {
  return {
    ...row,
    dueAt: instant(row.dueAt),
    answeredAt: row.answeredAt && instant(row.answeredAt),
  };
}

async function keyOfForm(database: Database, formKey: string): Promise<string> {
  const sql = "select key from tickets where form_key = $1";
  const [row] = await database.query<{ key: string }>(sql, [formKey]);
  return row?.key ?? "";
}

/** Adds a message, unless its form was sent before, and changes the ticket accordingly. */
async function addMessage(
  database: Database,
  ticketNumber: number,
  message: NewMessage,
  change: (tx: Database, ticket: Ticket) => Promise<void>,
): Promise<void> {
  await database.transaction(async (tx) => {
    // Locked, so that two messages at once do not overwrite each other's change.
    const [row] = await tx.query<{ ticket: Ticket }>(
      "select ticket from tickets where number = $1 for update",
      [ticketNumber],
    );
    if (row === undefined || !(await insertMessage(tx, ticketNumber, message))) return;
    await change(tx, row.ticket);
  });
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

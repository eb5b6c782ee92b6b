import {
  Customer,
  type CustomerInput,
  type Instant,
  Message,
  parseInput,
  type SearchContext,
  Ticket,
  type TicketInput,
} from "@kefu/core";
import type { TicketView } from "@kefu/escalation";
import type { Locale } from "../locales.ts";
import type { AskValues } from "../web/ask-form.ts";

/** What someone asks a person for; the desk answers a complaint sooner. */
export type TicketKind = "question" | "complaint";

/** The three states that people see: we are to answer, we answered, it is over. */
export type TicketState = "waiting" | "answered" | "closed";

/** The longest subject that a ticket takes. */
const SUBJECT = 120;

interface Question {
  readonly key: string;
  readonly kind: TicketKind;
  readonly values: AskValues;
  readonly locale: Locale;
  readonly at: Instant;
  readonly context: SearchContext;
}

/** The ticket that a question opens: the need has climbed from searching to a person. */
export function ticketOf({ key, kind, values, locale, at, context }: Question): Ticket {
  const ticket: TicketInput = {
    id: key as Ticket["id"],
    customerId: customerIdOf(key),
    subject: subjectOf(values.message),
    level: "contact",
    priority: kind === "complaint" ? "high" : "normal",
    channel: "form",
    locale,
    openedAt: at,
    context,
    ...(values.orderNumber === "" ? {} : { orderId: values.orderNumber as Ticket["orderId"] }),
  };
  return parseInput(Ticket, "ticket", ticket);
}

/** The customer who asks, known by the address that was typed, which nobody has proved. */
export function customerOf({ key, values, locale, at }: Question): Customer {
  const customer: CustomerInput = {
    id: customerIdOf(key),
    name: values.name,
    identities: [{ kind: "email", value: values.email }],
    contactPoints: [{ channel: "email", address: values.email }],
    locale,
    since: at,
  };
  return parseInput(Customer, "customer", customer);
}

/** A message of either side. */
export function messageOf(
  key: string,
  direction: Message["direction"],
  { text, at }: { readonly text: string; readonly at: Instant },
): Message {
  const message = { id: key, direction, channel: "form", sentAt: at, text };
  return parseInput(Message, "message", message);
}

/** The ticket as its events have it at a moment. */
export function asItStands(
  { closedAt, ...ticket }: Ticket,
  { state, level, complaint }: TicketView,
  at: Instant,
): Ticket {
  return parseInput(Ticket, "ticket", {
    ...ticket,
    status: state ?? ticket.status,
    level: level ?? ticket.level,
    priority: complaint === null ? ticket.priority : "high",
    ...(state === "closed" && { closedAt: closedAt ?? at }),
  });
}

export function stateOf({ status }: Ticket): TicketState {
  if (status === "closed") return "closed";
  return status === "new" || status === "open" ? "waiting" : "answered";
}

/** A ticket that came by the form has a customer of its own: addresses are not proved, so nobody is recognised. */
function customerIdOf(key: string): Customer["id"] {
  return `form-${key}` as Customer["id"];
}

/** How the message begins. */
function subjectOf(message: string): string {
  const [firstLine = ""] = message.split("\n");
  return [...firstLine].slice(0, SUBJECT).join("");
}

import type { Instant, Message } from "@kefu/core";
import type { TicketRecord } from "../database/tickets.ts";
import { localeOf } from "../knowledge/served-text.ts";
import type { Reader } from "../web/reader.ts";
import { foreignLang } from "./foreign-lang.ts";
import { Moment } from "./moment.tsx";

interface ConversationProps {
  readonly reader: Reader;
  readonly record: TicketRecord;
  readonly messages: readonly Message[];
  readonly now: Instant;
  /** Who reads it: the customer is "you", the desk sees the customer's name. */
  readonly seenBy: "customer" | "agent";
}

/** The messages of a ticket, oldest first. */
export function Conversation({ reader, record, messages, now, seenBy }: ConversationProps) {
  const { locale, texts } = reader;
  const customer = seenBy === "customer" ? texts.ticket.you : record.customer.name;
  return (
    <ol class="conversation">
      {messages.map(({ direction, sentAt, text }) => (
        <li class={`message message-${direction}`}>
          <p class="message-head">
            <strong>
              <bdi>{direction === "inbound" ? customer : texts.ticket.agent}</bdi>
            </strong>
            <Moment reader={reader} at={sentAt} now={now} />
          </p>
          <p
            class="message-body"
            dir="auto"
            lang={foreignLang(localeOf(record.ticket.locale), locale)}
          >
            {text}
          </p>
        </li>
      ))}
    </ol>
  );
}

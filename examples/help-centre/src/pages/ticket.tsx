import type { Instant, Message } from "@kefu/core";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Conversation } from "../components/conversation.tsx";
import { Icon } from "../components/icon.tsx";
import { Layout } from "../components/layout.tsx";
import { MessageForm, type MessageFormState } from "../components/message-form.tsx";
import { Moment } from "../components/moment.tsx";
import { Timeline } from "../components/timeline.tsx";
import type { TicketRecord } from "../database/tickets.ts";
import { promiseReason } from "../desk/promise.ts";
import { stateOf } from "../desk/ticket-life.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

interface TicketPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly record: TicketRecord;
  readonly messages: readonly Message[];
  readonly now: Instant;
  readonly token: string;
  readonly formKey: string;
  readonly reply: MessageFormState;
}

/** A customer's page of a ticket. */
export function TicketPage(props: TicketPageProps) {
  const { reader, assets, knowledge, record, messages, now } = props;
  const { locale, texts } = reader;
  const state = stateOf(record.ticket);
  return (
    <Layout
      reader={reader}
      assets={assets}
      title={texts.ticket.title(record.number)}
      access="private"
    >
      <div class="page page-narrow">
        <Breadcrumbs reader={reader} />
        <header class="page-header">
          <p class={`status status-${state}`}>{texts.ticket.status[state]}</p>
          <h1>{texts.ticket.title(record.number)}</h1>
        </header>
        <PromiseCard {...props} />
        <section class="card" aria-labelledby="conversation">
          <h2 id="conversation">{texts.ticket.conversation}</h2>
          <Conversation
            reader={reader}
            record={record}
            messages={messages}
            now={now}
            seenBy="customer"
          />
          <MessageForm
            reader={reader}
            action={paths.ticketMessages(locale, record.key)}
            token={props.token}
            formKey={props.formKey}
            state={props.reply}
            label={texts.ticket.reply}
            hint={texts.ticket.replyHint}
            submit={texts.ticket.sendReply}
          />
        </section>
        <section aria-labelledby="timeline">
          <h2 id="timeline">{texts.ticket.timeline}</h2>
          <Timeline
            reader={reader}
            knowledge={knowledge}
            record={record}
            messages={messages}
            now={now}
          />
        </section>
      </div>
    </Layout>
  );
}

/** When the answer comes and why then; or that it came. */
function PromiseCard({ reader, record, messages, now }: TicketPageProps) {
  const { texts, locale } = reader;
  if (stateOf(record.ticket) !== "waiting") {
    return (
      <div class="promise-card promise-kept">
        <Icon name="check" />
        <div>
          <p class="promise-label">{texts.ticket.answeredOn}</p>
          <p class="promise-moment">
            {record.answeredAt !== null && (
              <Moment reader={reader} at={record.answeredAt} now={now} />
            )}{" "}
            <small class="promise-zone">{texts.ticket.deskZone}</small>
          </p>
        </div>
      </div>
    );
  }
  const waitingSince = lastQuestionAt(record, messages);
  return (
    <div class="promise-card">
      <Icon name="clock" />
      <div>
        <p class="promise-received">{texts.ticket.received}</p>
        <p class="promise-label">{texts.ticket.promisedBy}</p>
        <p class="promise-moment">
          <Moment reader={reader} at={record.dueAt} now={now} withLocalTime />{" "}
          <small class="promise-zone">{texts.ticket.deskZone}</small>
        </p>
        <p class="promise-why">
          {now > record.dueAt
            ? texts.ticket.lateNotice
            : promiseReason(record.kind, waitingSince, now, locale)}
        </p>
        <p class="promise-keep">{texts.ticket.keepAddress}</p>
      </div>
    </div>
  );
}

/** Since when the customer waits: the first message after our last answer. */
function lastQuestionAt({ ticket }: TicketRecord, messages: readonly Message[]): Instant {
  const lastAnswer = messages.findLastIndex(({ direction }) => direction === "outbound");
  return messages[lastAnswer + 1]?.sentAt ?? ticket.openedAt;
}

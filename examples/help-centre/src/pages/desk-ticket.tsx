import type { Instant, Message } from "@kefu/core";
import type { FaqEntry } from "@kefu/faq";
import { Conversation } from "../components/conversation.tsx";
import { EntryLinks } from "../components/entry-links.tsx";
import { HandedOver } from "../components/handed-over.tsx";
import { Layout } from "../components/layout.tsx";
import { MessageForm, type MessageFormState } from "../components/message-form.tsx";
import { Moment } from "../components/moment.tsx";
import { TimeLeft } from "../components/time-left.tsx";
import type { TicketRecord } from "../database/tickets.ts";
import { stateOf } from "../desk/ticket-life.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { localeOf } from "../knowledge/served-text.ts";
import { LANGUAGE_NAMES } from "../locales.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

interface DeskTicketPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly record: TicketRecord;
  readonly messages: readonly Message[];
  /** Entries that may answer it, also those for staff. */
  readonly suggested: readonly FaqEntry[];
  readonly now: Instant;
  readonly token: string;
  readonly formKey: string;
  readonly answer: MessageFormState & { readonly closes: boolean };
}

/** An agent's page of a ticket. */
export function DeskTicketPage(props: DeskTicketPageProps) {
  const { reader, assets, knowledge, record, messages, suggested, now, answer } = props;
  const { locale, texts } = reader;
  const title = texts.ticket.title(record.number);
  const state = stateOf(record.ticket);
  const lang = localeOf(record.ticket.locale);
  return (
    <Layout reader={reader} assets={assets} title={title} access="private">
      <div class="page">
        <p class="back">
          <a href={paths.desk(locale)}>{texts.desk.back}</a>
        </p>
        <header class="page-header">
          <p class={`status status-${state}`}>{texts.ticket.status[state]}</p>
          <h1>{title}</h1>
          {state === "waiting" && (
            <p class="desk-due">
              <TimeLeft reader={reader} dueAt={record.dueAt} now={now} />{" "}
              <Moment reader={reader} at={record.dueAt} now={now} />
            </p>
          )}
        </header>
        <div class="desk-columns">
          <section class="card" aria-labelledby="conversation">
            <h2 id="conversation">{texts.ticket.conversation}</h2>
            <Conversation
              reader={reader}
              record={record}
              messages={messages}
              now={now}
              seenBy="agent"
            />
            <MessageForm
              reader={reader}
              action={paths.deskAnswer(locale, record.number)}
              token={props.token}
              formKey={props.formKey}
              state={answer}
              label={texts.desk.answer}
              hint={`${texts.desk.answerHint} ${texts.desk.writesIn}: ${LANGUAGE_NAMES[lang]}`}
              submit={texts.desk.sendAnswer}
              lang={lang}
            >
              <label class="choice-row">
                <input type="checkbox" name="closes" value="yes" checked={answer.closes} />
                <span>{texts.desk.closes}</span>
              </label>
            </MessageForm>
          </section>
          <div class="desk-side">
            <CustomerFacts reader={reader} record={record} />
            <HandedOver reader={reader} knowledge={knowledge} record={record} />
            {suggested.length > 0 && (
              <section class="card" aria-labelledby="suggested">
                <h2 id="suggested">{texts.desk.suggested}</h2>
                <EntryLinks reader={reader} entries={suggested} />
              </section>
            )}
          </div>
        </div>
      </div>
    </Layout>
  );
}

function CustomerFacts({
  reader: { texts },
  record: { customer, kind, ticket },
}: Pick<DeskTicketPageProps, "reader" | "record">) {
  const { desk, ask } = texts;
  const facts: readonly (readonly [string, string])[] = [
    [desk.name, customer.name ?? ""],
    [desk.email, customer.contactPoints[0]?.address ?? ""],
    [desk.order, ticket.orderId ?? ""],
    [desk.kind, ask.kinds[kind]],
    [desk.writesIn, LANGUAGE_NAMES[localeOf(ticket.locale)]],
  ];
  return (
    <section class="card" aria-labelledby="customer">
      <h2 id="customer">{desk.customer}</h2>
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd class="breakable" dir="auto">
                {value}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

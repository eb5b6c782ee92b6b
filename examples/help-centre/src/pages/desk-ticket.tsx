import type { Instant, Message } from "@kefu/core";
import type { EscalationEvent, TicketView } from "@kefu/escalation";
import type { FaqEntry } from "@kefu/faq";
import { Alarms } from "../components/alarms.tsx";
import { ClockCard } from "../components/clock-card.tsx";
import { ComplaintCard } from "../components/complaint-card.tsx";
import { Conversation } from "../components/conversation.tsx";
import { CourseCard } from "../components/course-card.tsx";
import { DutyLine } from "../components/duty-line.tsx";
import { EntryLinks } from "../components/entry-links.tsx";
import { HandedOver } from "../components/handed-over.tsx";
import { Layout } from "../components/layout.tsx";
import { MessageForm, type MessageFormState } from "../components/message-form.tsx";
import { PromiseCard } from "../components/promise-card.tsx";
import type { TicketRecord } from "../database/tickets.ts";
import { alarmsOf } from "../desk/alarms.ts";
import { dutiesOf } from "../desk/duty.ts";
import { openHoursFrom } from "../desk/promise.ts";
import { AFTER_ANSWER, type AfterAnswer, viewAt } from "../desk/ticket-course.ts";
import { stateOf } from "../desk/ticket-life.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { localeOf } from "../knowledge/served-text.ts";
import { LANGUAGE_NAMES } from "../locales.ts";
import type { Draft } from "../routes/ticket-actions.tsx";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

interface DeskTicketPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly record: TicketRecord;
  readonly messages: readonly Message[];
  /** What became of it, in the order in which it was told. */
  readonly events: readonly EscalationEvent[];
  /** Entries that may answer it, also those for staff. */
  readonly suggested: readonly FaqEntry[];
  readonly now: Instant;
  readonly token: string;
  readonly formKey: string;
  readonly answer: MessageFormState & { readonly after: AfterAnswer };
  readonly draft?: Draft | undefined;
}

/** An agent's page of a ticket. */
export function DeskTicketPage(props: DeskTicketPageProps) {
  const { reader, assets, knowledge, record, messages, events, suggested, now, answer } = props;
  const { locale, texts } = reader;
  const title = texts.ticket.title(record.number);
  const state = stateOf(record.ticket);
  const view = viewAt(record.escalation, now);
  const [duty] = dutiesOf(view);
  const { token, formKey, draft } = props;
  const actionTo = (action: string) => paths.deskAction(locale, record.number, action);
  const forms = { reader, now, token, formKey, draft, actionTo };
  const lang = localeOf(record.ticket.locale);
  return (
    <Layout reader={reader} assets={assets} title={title} access="private">
      <div class="page" data-desk-now={now} data-desk-open={openHoursFrom(now)}>
        <p class="back">
          <a href={paths.desk(locale)}>{texts.desk.back}</a>
        </p>
        <header class="page-header">
          <p class={`status status-${state}`}>{texts.ticket.status[state]}</p>
          <h1>{title}</h1>
          {duty !== undefined && (
            <p class="desk-due">
              <DutyLine reader={reader} duty={duty} now={now} />
            </p>
          )}
          <Alarms reader={reader} alarms={alarmsOf(events, view)} now={now} />
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
              <AfterField reader={reader} view={view} after={answer.after} />
            </MessageForm>
          </section>
          <div class="desk-side">
            <ClockCard reader={reader} escalation={record.escalation} view={view} now={now} />
            {view.complaint !== null && (
              <ComplaintCard {...forms} complaint={view.complaint} seenBy="agent" />
            )}
            <PromiseCard {...forms} promises={view.promises} escalation={record.escalation} />
            <CustomerFacts reader={reader} record={record} />
            <HandedOver reader={reader} knowledge={knowledge} record={record} />
            {suggested.length > 0 && (
              <section class="card" aria-labelledby="suggested">
                <h2 id="suggested">{texts.desk.suggested}</h2>
                <EntryLinks reader={reader} entries={suggested} />
              </section>
            )}
            <CourseCard reader={reader} events={events} now={now} />
          </div>
        </div>
      </div>
    </Layout>
  );
}

/** What is to become of the ticket with the answer. */
function AfterField({
  reader,
  view,
  after,
}: {
  readonly reader: Reader;
  readonly view: TicketView;
  readonly after: AfterAnswer;
}) {
  const { service } = reader.texts;
  const isHeldOpen = view.complaint !== null && view.complaint.closedAt === null;
  const choices = AFTER_ANSWER.filter((one) => one !== "closed" || !isHeldOpen);
  return (
    <fieldset class="field">
      <legend>{service.after.legend}</legend>
      {choices.map((one) => (
        <label class="choice-row">
          <input type="radio" name="after" value={one} checked={one === after} />
          <span>{service.after[one]}</span>
        </label>
      ))}
      {isHeldOpen && <p class="hint">{service.complaint.holdsOpen}</p>}
    </fieldset>
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

import type { Instant, Message } from "@kefu/core";
import type { ClockView, TicketView } from "@kefu/escalation";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { ComplaintCard } from "../components/complaint-card.tsx";
import { ComplaintForm } from "../components/complaint-form.tsx";
import { Conversation } from "../components/conversation.tsx";
import { Icon } from "../components/icon.tsx";
import { Layout } from "../components/layout.tsx";
import { MessageForm, type MessageFormState } from "../components/message-form.tsx";
import { Moment } from "../components/moment.tsx";
import { NewDate } from "../components/new-date.tsx";
import { PromiseList } from "../components/promise-list.tsx";
import { Timeline } from "../components/timeline.tsx";
import type { TicketRecord } from "../database/tickets.ts";
import { promiseReason } from "../desk/promise.ts";
import { proposalFor } from "../desk/proposal.ts";
import { viewAt } from "../desk/ticket-course.ts";
import { stateOf } from "../desk/ticket-life.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Draft } from "../routes/ticket-actions.tsx";
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
  readonly draft?: Draft | undefined;
}

/** A customer's page of a ticket. */
export function TicketPage(props: TicketPageProps) {
  const { reader, assets, knowledge, record, messages, now } = props;
  const { locale, texts } = reader;
  const state = stateOf(record.ticket);
  const { complaint, promises } = viewAt(record.escalation, now);
  const { token, formKey, draft } = props;
  const actionTo = (action: string) => paths.ticketAction(locale, record.key, action);
  const canComplain = complaint === null || complaint.closedAt !== null;
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
        {promises.length > 0 && (
          <section class="card" aria-labelledby="promised">
            <h2 id="promised">{texts.service.promises.yours}</h2>
            <PromiseList reader={reader} promises={promises} now={now}>
              {(promise) => (
                <NewDate
                  {...{ reader, now, token, formKey, actionTo }}
                  proposal={proposalFor(record.escalation, promise, now)}
                />
              )}
            </PromiseList>
          </section>
        )}
        {complaint !== null && (
          <ComplaintCard
            {...{ reader, complaint, now, token, formKey, actionTo, seenBy: "customer" }}
          />
        )}
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
        {canComplain && (
          <ComplaintForm {...{ reader, token, formKey, draft }} action={actionTo("complaint")} />
        )}
        <section aria-labelledby="timeline">
          <h2 id="timeline">{texts.ticket.timeline}</h2>
          <Timeline
            reader={reader}
            knowledge={knowledge}
            record={record}
            messages={messages}
            promises={promises}
            now={now}
          />
        </section>
      </div>
    </Layout>
  );
}

/** When the answer comes and why then; or that it came. */
function PromiseCard({ reader, record, now }: TicketPageProps) {
  const { texts } = reader;
  const { ticket, escalation } = record;
  if (stateOf(ticket) === "waiting") {
    const clock = customersClock(viewAt(escalation, now));
    return clock === undefined ? null : <WaitingCard {...{ reader, record, now, clock }} />;
  }
  const { answeredAt } = record;
  if (answeredAt === null) return null;
  return (
    <div class="promise-card promise-kept">
      <Icon name="check" />
      <div>
        <p class="promise-label">{texts.ticket.answeredOn}</p>
        <p class="promise-moment">
          <Moment reader={reader} at={answeredAt} now={now} />{" "}
          <small class="promise-zone">{texts.ticket.deskZone}</small>
        </p>
      </div>
    </div>
  );
}

/** A clock with its deadline. */
type DueClock = ClockView & { readonly dueAt: Instant };

/** The deadline that the customer looks at: of our next word, or else of the solution. */
function customersClock({ clocks }: TicketView): DueClock | undefined {
  const due = clocks.filter((clock): clock is DueClock => clock.published && clock.dueAt !== null);
  return due.find(isAnswer) ?? due.find(({ metric }) => metric === "resolution");
}

const isAnswer = ({ metric }: ClockView) => metric === "firstResponse" || metric === "nextReply";

function WaitingCard({
  reader,
  record,
  now,
  clock,
}: Pick<TicketPageProps, "reader" | "record" | "now"> & { readonly clock: DueClock }) {
  const { texts, locale } = reader;
  const { dueAt, startedAt } = clock;
  return (
    <div class="promise-card">
      <Icon name="clock" />
      <div>
        <p class="promise-received">
          {isAnswer(clock) ? texts.ticket.received : texts.service.workingOn}
        </p>
        <p class="promise-label">
          {isAnswer(clock) ? texts.ticket.promisedBy : texts.service.solvedBy}
        </p>
        <p class="promise-moment">
          <Moment reader={reader} at={dueAt} now={now} withLocalTime />{" "}
          <small class="promise-zone">{texts.ticket.deskZone}</small>
        </p>
        {now > dueAt && <p class="promise-why">{texts.ticket.lateNotice}</p>}
        {now <= dueAt && isAnswer(clock) && (
          <p class="promise-why">{promiseReason(record.kind, startedAt, now, locale)}</p>
        )}
        <p class="promise-why">
          <a href={paths.deskPolicy(locale)}>{texts.service.policyLink}</a>
        </p>
        <p class="promise-keep">{texts.ticket.keepAddress}</p>
      </div>
    </div>
  );
}

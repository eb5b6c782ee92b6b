import type { Instant } from "@kefu/core";
import { DutyLine } from "../components/duty-line.tsx";
import { Layout } from "../components/layout.tsx";
import { Moment } from "../components/moment.tsx";
import type { TicketRecord } from "../database/tickets.ts";
import { dutiesOf } from "../desk/duty.ts";
import { openHoursFrom } from "../desk/promise.ts";
import { viewAt } from "../desk/ticket-course.ts";
import type { TicketState } from "../desk/ticket-life.ts";
import { editorPaths } from "../editor/editor-paths.ts";
import { localeOf } from "../knowledge/served-text.ts";
import { LANGUAGE_NAMES } from "../locales.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

interface DeskInboxPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly tickets: readonly TicketRecord[];
  readonly counts: Readonly<Record<TicketState, number>>;
  readonly state: TicketState;
  readonly now: Instant;
  readonly token: string;
}

const STATES: readonly TicketState[] = ["waiting", "answered", "closed"];

export function DeskInboxPage(props: DeskInboxPageProps) {
  const { reader, assets, tickets, counts, state, token, now } = props;
  const { locale, texts } = reader;
  return (
    <Layout reader={reader} assets={assets} title={texts.desk.title} access="private">
      <div class="page" data-desk-now={now} data-desk-open={openHoursFrom(now)}>
        <header class="page-header desk-header">
          <h1>{texts.desk.title}</h1>
          <form method="post" action={paths.deskSignOut(locale)}>
            <input type="hidden" name="token" value={token} />
            <button class="button button-quiet" type="submit">
              {texts.desk.signOut}
            </button>
          </form>
          <p class="desk-links">
            <a href={paths.deskPolicy(locale)}>{texts.service.policy.title}</a>
            <a href={paths.deskCustomers(locale)}>{texts.shop.agent.title}</a>
            <a href={editorPaths.tab(locale, "overview")}>{texts.editor.fromDesk}</a>
          </p>
        </header>
        <nav class="tabs" aria-label={texts.desk.filters}>
          {STATES.map((one) => (
            <a
              href={`${paths.desk(locale)}?state=${one}`}
              aria-current={one === state ? "page" : undefined}
            >
              {texts.service.tabs[one]} <span class="tab-count">{counts[one]}</span>
            </a>
          ))}
        </nav>
        {tickets.length === 0 ? (
          <p class="empty">{texts.desk.noTickets}</p>
        ) : (
          <ul class="inbox">
            {tickets.map((record) => (
              <InboxRow {...props} record={record} />
            ))}
          </ul>
        )}
      </div>
    </Layout>
  );
}

function InboxRow({ reader, record, now }: DeskInboxPageProps & { readonly record: TicketRecord }) {
  const { locale, texts } = reader;
  const { number, kind, ticket, customer } = record;
  const lang = localeOf(ticket.locale);
  return (
    <li>
      <a class="inbox-row" href={paths.deskTicket(locale, number)}>
        <span class="inbox-number">{texts.ticket.title(number)}</span>
        <span class="inbox-about" dir="auto">
          {ticket.subject}
        </span>
        <span class="inbox-from">
          <bdi>{customer.name}</bdi> · <span lang={lang}>{LANGUAGE_NAMES[lang]}</span>
          {kind === "complaint" && (
            <strong class="tag tag-complaint">{texts.ask.kinds.complaint}</strong>
          )}
        </span>
        <span class="inbox-due">
          <InboxStanding reader={reader} record={record} now={now} />
        </span>
      </a>
    </li>
  );
}

/** What the desk owes next, or else why nothing is due. */
function InboxStanding({
  reader,
  record: { escalation, answeredAt },
  now,
}: Pick<DeskInboxPageProps, "reader" | "now"> & { readonly record: TicketRecord }) {
  const view = viewAt(escalation, now);
  const [duty] = dutiesOf(view);
  if (duty !== undefined) return <DutyLine reader={reader} duty={duty} now={now} />;
  return (
    <>
      {view.clocks.some(({ phase }) => phase === "paused") && (
        <span>{reader.texts.service.clocks.pausedFor}</span>
      )}
      {answeredAt !== null && <Moment reader={reader} at={answeredAt} now={now} />}
    </>
  );
}

import type { SearchContext } from "@kefu/core";
import type { TicketRecord } from "../database/tickets.ts";
import { durationWords } from "../desk/time-words.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { served } from "../knowledge/served-text.ts";
import type { VerdictReason } from "../texts/texts.ts";
import { paths, type Reader } from "../web/reader.ts";
import { foreignLang } from "./foreign-lang.ts";

interface HandedOverProps {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  readonly record: TicketRecord;
}

/** Everything that came with a ticket, for the agent. */
export function HandedOver({ reader, knowledge, record }: HandedOverProps) {
  const { locale, texts } = reader;
  const { desk } = texts;
  const context = record.ticket.context ?? NO_CONTEXT;
  const reasons = new Map(record.journey.verdicts.map((one) => [one.entryId, one.reason]));
  const isEmpty = context.queries.length === 0 && context.entriesSeen.length === 0;
  return (
    <section class="card" aria-labelledby="handed-over">
      <h2 id="handed-over">{desk.packetTitle}</h2>
      {isEmpty && <p>{desk.nothingHandedOver}</p>}
      <dl class="facts">
        {context.queries.length > 0 && (
          <div>
            <dt>{desk.queries}</dt>
            {context.queries.map((query) => (
              <dd class="breakable" dir="auto">
                {query}
              </dd>
            ))}
          </div>
        )}
        {context.entriesSeen.length > 0 && (
          <div>
            <dt>{desk.entriesSeen}</dt>
            {context.entriesSeen.map((seen) => (
              <SeenEntryItem
                reader={reader}
                knowledge={knowledge}
                seen={seen}
                reason={reasons.get(seen.entryId) ?? ""}
              />
            ))}
          </div>
        )}
        {!isEmpty && (
          <div>
            <dt>{desk.timeSpent}</dt>
            <dd>{durationWords(context.spentMilliseconds, locale)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function SeenEntryItem({
  reader: { locale, texts },
  knowledge,
  seen,
  reason,
}: Pick<HandedOverProps, "reader" | "knowledge"> & {
  readonly seen: SearchContext["entriesSeen"][number];
  readonly reason: string;
}) {
  const verdict = verdictOf(seen.helped);
  const title = served(knowledge.entries.get(seen.entryId)?.question ?? {}, locale);
  const why = texts.answer.reasons[reason as VerdictReason];
  return (
    <dd>
      <a
        href={paths.answer(locale, seen.entryId)}
        lang={title && foreignLang(title.locale, locale)}
      >
        {title?.value ?? seen.entryId}
      </a>
      <span class={`tag tag-${verdict}`}>{texts.desk.verdicts[verdict]}</span>
      {why !== undefined && <span class="seen-reason">{why}</span>}
    </dd>
  );
}

const NO_CONTEXT: SearchContext = { queries: [], entriesSeen: [], spentMilliseconds: 0 };

function verdictOf(helped: boolean | undefined) {
  if (helped === undefined) return "none";
  return helped ? "helpful" : "notHelpful";
}

import type { SearchContext } from "@kefu/core";
import type { TicketRecord } from "../database/tickets.ts";
import { durationWords } from "../desk/duration-words.ts";
import { declinedEntries, handOffReason, searchesOf, timeFelt, walksOf } from "../desk/hand-off.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { VerdictReason } from "../texts/texts.ts";
import type { Reader } from "../web/reader.ts";
import { EntryTitle } from "./entry-title.tsx";
import { SearchedWords } from "./searched-words.tsx";
import { WalkedWay } from "./walked-way.tsx";

interface HandedOverProps {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  readonly record: TicketRecord;
}

/** Everything that came with a ticket, for the agent. */
export function HandedOver(props: HandedOverProps) {
  const { reader, knowledge, record } = props;
  const { desk } = reader.texts;
  const { journey } = record;
  const searches = searchesOf(journey);
  const declined = declinedEntries(journey);
  const walks = walksOf(journey);
  return (
    <section class="card" aria-labelledby="handed-over">
      <h2 id="handed-over">{desk.packetTitle}</h2>
      <dl class="facts">
        <div>
          <dt>{desk.why}</dt>
          <dd>{desk.whys[handOffReason(journey)]}</dd>
        </div>
        {searches.length > 0 && (
          <div>
            <dt>{desk.queries}</dt>
            {searches.map((step) => (
              <SearchedWords reader={reader} step={step} />
            ))}
          </div>
        )}
        {declined.length > 0 && (
          <div>
            <dt>{desk.declined}</dt>
            {declined.map((entryId) => (
              <dd>
                <EntryTitle {...{ reader, knowledge, entryId }} />
              </dd>
            ))}
          </div>
        )}
        <SeenEntries {...props} />
        {walks.length > 0 && (
          <div>
            <dt>{desk.walked}</dt>
            {walks.map((step) => (
              <WalkedWay {...{ reader, knowledge, step }} />
            ))}
          </div>
        )}
        {journey.steps.length > 0 && <TimeSpent {...props} />}
      </dl>
    </section>
  );
}

function SeenEntries({ reader, knowledge, record }: HandedOverProps) {
  const { entriesSeen } = record.ticket.context ?? NO_CONTEXT;
  const { desk, answer } = reader.texts;
  const reasons = new Map(record.journey.verdicts.map((one) => [one.entryId, one.reason]));
  if (entriesSeen.length === 0) return null;
  return (
    <div>
      <dt>{desk.entriesSeen}</dt>
      {entriesSeen.map(({ entryId, helped }) => {
        const verdict = verdictOf(helped);
        const why = answer.reasons[reasons.get(entryId) as VerdictReason];
        return (
          <dd>
            <EntryTitle {...{ reader, knowledge, entryId }} />{" "}
            <span class={`tag tag-${verdict}`}>{desk.verdicts[verdict]}</span>
            {why !== undefined && <span class="seen-reason">{why}</span>}
          </dd>
        );
      })}
    </div>
  );
}

/** How long it was, and how long it felt. */
function TimeSpent({ reader: { texts, locale }, record }: HandedOverProps) {
  const { spentMilliseconds } = record.ticket.context ?? NO_CONTEXT;
  const felt = timeFelt(record.journey, record.ticket.openedAt);
  return (
    <div>
      <dt>{texts.desk.timeSpent}</dt>
      <dd>
        {durationWords(spentMilliseconds, locale)}
        {felt > spentMilliseconds && (
          <>
            {" · "}
            {texts.desk.timeFelt(durationWords(felt, locale))}
            <span class="seen-reason">{texts.desk.timeFeltWhy}</span>
          </>
        )}
      </dd>
    </div>
  );
}

const NO_CONTEXT: SearchContext = { queries: [], entriesSeen: [], spentMilliseconds: 0 };

function verdictOf(helped: boolean | undefined) {
  if (helped === undefined) return "none";
  return helped ? "helpful" : "notHelpful";
}

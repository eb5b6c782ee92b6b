import type { SearchContext } from "@kefu/core";
import type { VisitStep } from "../database/visits.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { served } from "../knowledge/served-text.ts";
import type { Reader } from "../web/reader.ts";
import { Inline } from "./answer-body.tsx";
import { foreignLang } from "./foreign-lang.ts";

interface ContextPreviewProps {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  readonly context: SearchContext;
  /** The ways that were taken through decision trees. */
  readonly walks: readonly VisitStep[];
}

/** Shows a customer what goes along with the message. */
export function ContextPreview({ reader, knowledge, context, walks }: ContextPreviewProps) {
  const { locale, texts } = reader;
  if (context.queries.length === 0 && context.entriesSeen.length === 0) return null;
  return (
    <section class="packet-preview" aria-labelledby="packet-preview">
      <h2 id="packet-preview">{texts.ask.packetTitle}</h2>
      <p>{texts.ask.packetText}</p>
      <dl>
        {context.queries.length > 0 && (
          <div>
            <dt>{texts.ask.searchedFor}</dt>
            {context.queries.map((query) => (
              <dd class="breakable" dir="auto">
                {query}
              </dd>
            ))}
          </div>
        )}
        {context.entriesSeen.length > 0 && (
          <div>
            <dt>{texts.ask.read}</dt>
            {context.entriesSeen.map(({ entryId }) => {
              const title = served(knowledge.entries.get(entryId)?.question ?? {}, locale);
              return <dd lang={title && foreignLang(title.locale, locale)}>{title?.value}</dd>;
            })}
          </div>
        )}
        {walks.length > 0 && (
          <div>
            <dt>{texts.ask.answeredQuestions}</dt>
            {walks.flatMap(({ detail }) =>
              (detail.path ?? []).map(({ question, answer }) => (
                <dd>
                  <Inline reader={reader} text={question} /> <b>{answer}</b>
                </dd>
              )),
            )}
          </div>
        )}
      </dl>
    </section>
  );
}

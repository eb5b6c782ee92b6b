import type { FaqHandOffPacket } from "@kefu/faq";
import type { VisitStep } from "../database/visits.ts";
import { localeOf } from "../knowledge/served-text.ts";
import { LANGUAGE_NAMES } from "../locales.ts";
import type { Reader } from "../web/reader.ts";

/** From how much of its weight on a word counts as covered. */
const COVERED_FROM = 0.6;

/** What someone searched for, what it came to, and what became of each word: shows an agent what was missing. */
export function SearchedWords({
  reader: { texts },
  step: { query, detail },
}: {
  readonly reader: Reader;
  readonly step: VisitStep;
}) {
  const { desk } = texts;
  const { because, locale, terms = [] } = detail.packet ?? {};
  const reason = desk.searchReasons[because?.code ?? ""];
  return (
    <dd class="searched">
      <span class="breakable" dir="auto">
        {query}
      </span>
      {reason !== undefined && (
        <span class="seen-reason">
          {reason} · <span lang={localeOf(locale)}>{LANGUAGE_NAMES[localeOf(locale)]}</span>
        </span>
      )}
      {terms.length > 0 && (
        <ul class="words">
          {terms.map((term) => {
            const state = stateOf(term);
            const { correctedTo } = term;
            return (
              <li class={`word word-${state}`}>
                <bdi>{term.term}</bdi>
                <span class="word-note">
                  {desk.words[state]}
                  {correctedTo !== undefined && ` · ${desk.readAs(correctedTo)}`}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </dd>
  );
}

function stateOf({ known, coverage, correctedTo }: FaqHandOffPacket["terms"][number]) {
  if (!known && correctedTo === undefined) return "unknown";
  if (coverage >= COVERED_FROM) return "covered";
  return coverage > 0 ? "partly" : "missed";
}

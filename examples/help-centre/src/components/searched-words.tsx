import type { FaqTermCoverage } from "@kefu/faq";
import type { VisitStep } from "../database/visits.ts";
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
  const { because = "", terms = [] } = detail;
  return (
    <dd class="searched">
      <span class="breakable" dir="auto">
        {query}
      </span>
      {desk.searchReasons[because] !== undefined && (
        <span class="seen-reason">{desk.searchReasons[because]}</span>
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

function stateOf({ known, coverage, correctedTo }: FaqTermCoverage) {
  if (!known && correctedTo === undefined) return "unknown";
  if (coverage >= COVERED_FROM) return "covered";
  return coverage > 0 ? "partly" : "missed";
}

import { InvalidInputError, parseInput } from "@kefu/core";
import { type FaqIndex, type FaqView, viewFor } from "./build-faq-index.ts";
import { ANSWER_FROM, CLOSE, confidenceOf, HAND_OFF_BELOW, TWIN } from "./confidence.ts";
import { type Variant, variantsOf } from "./entry-variants.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { findRows } from "./find-rows.ts";
import { type Highlighter, highlighterOf } from "./highlight.ts";
import type { RankedRow } from "./rank-variants.ts";
import { allowedRows } from "./row-filter.ts";
import { SearchFaqOptions } from "./search-options.ts";
import type { FaqChoice, FaqHit, FaqSearchResult, TextRange } from "./search-result.ts";
import { type Serving, servedAnswer, servedEntry } from "./served-entry.ts";
import { termCoverage } from "./term-coverage.ts";

/**
 * Searches a knowledge base: whether the first hit answers the query, whether the customer has to choose, or whether
 * a person should take over.
 *
 * Any text is a query; what lies beyond its first 4,096 code units is not read. Upper and lower case, accents, full and half width,
 * Simplified and Traditional characters do not matter. Equal scores are settled by id.
 *
 * @throws {@link InvalidInputError} when the index, the query's type or an option is not what is asked for
 *
 * @example
 * ```ts
 * import { buildFaqIndex, searchFaq } from "@kefu/faq";
 *
 * const index = buildFaqIndex([
 *   { id: "returns", question: { en: "How do I return an item?" } },
 *   { id: "invoice", question: { en: "Where is my invoice?" } },
 * ]);
 * const result = searchFaq(index, "retrun an item", { locale: "en" });
 * result.outcome; // => "answer"
 * result.hits[0]?.id; // => "returns"
 * result.terms[0]?.correctedTo; // => "return"
 * searchFaq(index, "  ", { locale: "en" }).because.code; // => "empty-query"
 * ```
 */
export function searchFaq(
  index: FaqIndex,
  query: string,
  options: SearchFaqOptions,
): FaqSearchResult {
  const { audience, limit, ...filter } = parseInput(SearchFaqOptions, "search options", options);
  const view = viewFor(index, audience);
  const found = findRows(view, checkedText("query", query), allowedRows(view, filter), limit);
  const { ranked, total } = found;
  const { findConcepts } = view.corpus;
  const shown = found.query.units.length === 0 ? [] : ranked.slice(0, limit);
  const highlight = highlighterOf(found.query, findConcepts);
  const hits = shown.map((row) => hitOf(view, row, filter, highlight));
  const [first, second] = ranked;
  const confidence = confidenceOf(first?.similarity ?? 0, second?.similarity ?? 0);
  const terms = termCoverage(found.query, view.corpus, first?.row ?? -1);
  const base = { hits, total, confidence, terms };
  return decide(base, ranked, found.query.units.length === 0);
}

type Base = Pick<FaqSearchResult, "hits" | "total" | "confidence" | "terms">;

function decide(base: Base, ranked: readonly RankedRow[], isEmpty: boolean): FaqSearchResult {
  const { confidence, hits } = base;
  const facts = { confidence, threshold: ANSWER_FROM };
  const handOff = (code: "empty-query" | "nothing-found" | "low-confidence") =>
    ({ ...base, outcome: "handOff", because: { code, facts } }) as const;
  if (isEmpty) return handOff("empty-query");
  if (hits.length === 0) return handOff("nothing-found");
  const close = closeRows(ranked, confidence >= ANSWER_FROM ? TWIN : CLOSE);
  if (confidence >= ANSWER_FROM && (close < 2 || confidence === 1)) {
    return { ...base, outcome: "answer", because: { code: "confident-best", facts } };
  }
  if (confidence < HAND_OFF_BELOW || Math.min(close, hits.length) < 2)
    return handOff("low-confidence");
  const choices = choicesOf(hits.slice(0, Math.min(3, close)));
  const because = {
    code: "close-choices",
    facts: { confidence, choices: choices.length },
  } as const;
  return { ...base, outcome: "clarify", choices, because };
}

function closeRows(ranked: readonly RankedRow[], share: number): number {
  const least = (ranked[0]?.similarity ?? 0) * share;
  return ranked.slice(0, 3).filter(({ similarity }) => similarity >= least).length;
}

function choicesOf(hits: readonly FaqHit[]): FaqChoice[] {
  return hits.map(({ id, question, highlights }) => ({
    id,
    question,
    distinguishing: gaps(question, highlights.question),
  }));
}

/** What the query does not say of a question is what sets it apart. */
function gaps(question: string, marked: readonly TextRange[]): TextRange[] {
  const edges = [0, ...marked.flat(), question.length];
  const between: TextRange[] = [];
  for (let at = 0; at < edges.length; at += 2) between.push([edges[at] ?? 0, edges[at + 1] ?? 0]);
  return between.filter(([start, end]) => /[\p{L}\p{N}]/u.test(question.slice(start, end)));
}

function hitOf(view: FaqView, ranked: RankedRow, serving: Serving, highlight: Highlighter): FaqHit {
  const { corpus } = view;
  const entry = corpus.entries[corpus.rowEntries[ranked.row] as number] as FaqEntry;
  const served = servedEntry(entry, serving);
  const answer = excerptOf(servedAnswer(entry, serving), highlight);
  const variants = variantsOf(entry, corpus.rowLanguages[ranked.row] as string);
  return {
    ...served,
    score: ranked.score,
    confidence: ranked.similarity,
    highlights: { question: highlight(served.question), answer },
    because: variants[ranked.variant] ?? byAnswer(served.locale, answer),
  };
}

const byAnswer = (locale: string, { excerpt }: Excerpt) =>
  ({ field: "answer", locale, text: excerpt }) as const satisfies Omit<Variant, "field"> & {
    field: "answer";
  };

/** A text argument, or an error that says which one is none. */
export function checkedText(name: string, text: unknown): string {
  if (typeof text === "string") return text;
  throw new InvalidInputError(name, [{ path: [], message: "must be a text" }]);
}

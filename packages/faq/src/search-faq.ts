import { type FaqIndex, viewFor } from "./build-faq-index.ts";
import { confidenceOf } from "./confidence.ts";
import { countFacets, type FaqFacetCounts } from "./count-facets.ts";
import { decideOutcome } from "./decide-outcome.ts";
import { type EntryParts, entryOf } from "./entry-form.ts";
import { type Variant, variantsOf } from "./entry-variants.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { CHOSEN_FROM } from "./faq-choices.ts";
import type { FaqEntry } from "./faq-entry.ts";
import type { FaqView, Shown } from "./faq-view.ts";
import { findRows } from "./find-rows.ts";
import { type Highlighter, highlighterOf } from "./highlight.ts";
import { lazyProperties } from "./lazy-properties.ts";
import { narrowShown } from "./narrow-shown.ts";
import type { RankedRow } from "./rank-variants.ts";
import { anyText, readSearchOptions, type SearchFaqOptions } from "./search-options.ts";
import type { FaqHit, FaqSearchResult } from "./search-result.ts";
import { type Serving, servedAnswer, servedParts } from "./served-entry.ts";
import { shownRows } from "./shown-rows.ts";
import { coveragesOf, termCoverage } from "./term-coverage.ts";

/**
 * Searches a knowledge base: whether the first hit answers the query, whether the customer has to choose, or whether
 * a person should take over.
 *
 * An entry is found in every language in which it is asked, and served in the reader's: see `locale` of each hit.
 *
 * Any text is a query; what lies beyond its first 4,096 code units is not read. Upper and lower case, accents, full and half width,
 * Simplified and Traditional characters do not matter. Equal scores are settled by id.
 *
 * @throws `InvalidInputError` when the index, the query's type or an option is not what is asked for
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
  const given = readSearchOptions(options);
  const { audience, limit, policy, facets, ids, exclude, ...filter } = given;
  const view = viewFor(index, audience);
  const shown = narrowShown(view, shownRows(view, filter), { ids, exclude });
  const found = findRows(view, anyText("query", query), shown.rows, limit);
  const { query: read, ranked, total } = found;
  const highlight = highlighterOf(read, view.corpus.findConcepts);
  const context = { view, shown, serving: filter, highlight };
  // What becomes of the search must not hang on how many hits the page has room for.
  const candidates = ranked
    .slice(0, Math.max(limit, CHOSEN_FROM))
    .map((row) => hitOf(row, context));
  const coverages = coveragesOf(read, view.corpus, ranked[0]?.row ?? -1);
  const confidence = confidenceOf(ranked, read, view, coverages);
  const isEmpty = read.units.length === 0;
  // Assigned, not spread: a copy with further keys would cost as much as the search of a small base.
  return Object.assign(decideOutcome(policy, { confidence, candidates, isEmpty }), {
    hits: candidates.slice(0, limit),
    total,
    confidence,
    terms: termCoverage(read, coverages),
    ...(facets.length === 0 ? NO_FACETS : { facets: countFacets(facets, view, shown) }),
  });
}

const NO_FACETS: { readonly facets?: FaqFacetCounts } = {};

interface HitContext {
  readonly view: FaqView;
  readonly shown: Shown;
  readonly serving: Serving;
  readonly highlight: Highlighter;
}

function hitOf(ranked: RankedRow, context: HitContext): FaqHit {
  const { view, shown } = context;
  const { entries, rowEntries, rowLanguages } = view.corpus;
  const position = rowEntries[ranked.row] as number;
  const parts = entries.partsAt(position) as EntryParts;
  const { id, locale, question, category } = servedParts(parts, shown.locales[position] ?? "");
  const { score, similarity } = ranked;
  const hit = { id, locale, question, category, score, similarity };
  // Rows are numbered anew when the index changes: what a detail needs of them is looked up now.
  const language = rowLanguages[ranked.row] as string;
  return withDetails(hit, { hit, parts, language, ranked, context });
}

/** What the details of a hit are worked out from. */
interface HitSource {
  readonly hit: Pick<FaqHit, "locale" | "question">;
  readonly parts: EntryParts;
  readonly language: string;
  readonly ranked: RankedRow;
  readonly context: HitContext;
}

// Marking costs more than finding: it is done for the hits that are looked at.
const withDetails = lazyProperties<HitSource, Pick<FaqHit, "highlights" | "because">>({
  highlights: (source) => withHighlights({}, source),
  because: (source) => {
    const { hit, parts, language, ranked } = source;
    const matched = variantOf(entryOf(parts), language, ranked.variant);
    if (matched !== undefined) return matched;
    return { field: "answer", locale: hit.locale, text: answerExcerpt(source).excerpt };
  },
});

const withHighlights = lazyProperties<HitSource, FaqHit["highlights"]>({
  question: ({ hit, context }) => context.highlight(hit.question),
  answer: (source) => answerExcerpt(source),
});

const answerExcerpt = ({ parts, context }: HitSource): Excerpt =>
  excerptOf(servedAnswer(entryOf(parts), context.serving), context.highlight);

function variantOf(entry: FaqEntry, language: string, variant: number): Variant | undefined {
  const matched = variant < 0 ? undefined : variantsOf(entry, language)[variant];
  // What one customer typed is not for another to read.
  return matched?.field === "learnt" ? { ...matched, text: "" } : matched;
}

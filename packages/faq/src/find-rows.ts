import type { FaqView } from "./faq-view.ts";
import { type RankedRow, rankVariants } from "./rank-variants.ts";
import { SIMILARITY } from "./ranking-weights.ts";
import { type Query, readQuery } from "./read-query.ts";
import { accumulate, bestRows } from "./score-rows.ts";

/** The rows that fit a query, each entry once. */
export interface FoundRows {
  readonly query: Query;
  /** Best first. */
  readonly ranked: readonly RankedRow[];
  /** How many entries share anything with the query. */
  readonly total: number;
}

/** Reads a text, scores all rows, ranks the best anew: the one way in which everything is found. */
export function findRows(
  view: FaqView,
  text: string,
  allowed: Uint8Array,
  limit: number,
): FoundRows {
  return rankRows(view, readQuery(text, view), allowed, limit);
}

/** The same for a query that has been read. */
export function rankRows(
  view: FaqView,
  query: Query,
  allowed: Uint8Array,
  limit: number,
): FoundRows {
  const { corpus, scores } = view;
  accumulate(corpus, query, scores);
  const { best, total } = bestRows(
    corpus,
    scores,
    allowed,
    Math.max(SIMILARITY.candidates, limit * 2),
  );
  const seen = new Set<number>();
  const ranked = rankVariants(view, query, best).filter(({ row }) => {
    const entry = corpus.rowEntries[row] as number;
    return !seen.has(entry) && seen.add(entry);
  });
  return { query, ranked, total };
}

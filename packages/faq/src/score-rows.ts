import type { Corpus } from "./corpus.ts";
import type { Query } from "./read-query.ts";

/** A row and what it scores. */
export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

/** The best rows, and how many entries share anything with the query. */
export interface ScoredRows {
  readonly best: readonly ScoredRow[];
  readonly total: number;
}

/**
 * Adds up, for every row, what the terms of the query are worth there (BM25F). A plain dense pass: in JavaScript it
 * beats skipping ahead at every size of knowledge base that was measured.
 *
 * @param scores - scratch space, one number a row
 */
export function accumulate({ postings }: Corpus, query: Query, scores: Float32Array): void {
  scores.fill(0);
  const { offsets, packed } = postings;
  for (const [term, weight] of query.terms) {
    const scale = weight / 255;
    const end = offsets[term + 1] as number;
    for (let at = offsets[term] as number; at < end; at++) {
      const posting = packed[at] as number;
      const row = posting >>> 8;
      scores[row] = (scores[row] as number) + scale * (posting & 255);
    }
  }
}

/**
 * The best rows, best first; ties go to the lower row, which has the lower id.
 *
 * @param allowed - by row: 1 when it may be shown
 */
export function bestRows(
  { rowEntries }: Corpus,
  scores: Float32Array,
  allowed: Uint8Array,
  limit: number,
): ScoredRows {
  const best: ScoredRow[] = [];
  let [threshold, total, lastEntry] = [0, 0, -1];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    if (score <= 0 || allowed[row] === 0) continue;
    const entry = rowEntries[row] as number;
    if (entry !== lastEntry) total++;
    lastEntry = entry;
    if (score > threshold) threshold = insert(best, { row, score }, limit);
  }
  return { best, total };
}

/** Keeps the best in order; the score that a row has to beat from now on. */
function insert(best: ScoredRow[], scored: ScoredRow, limit: number): number {
  let at = best.length;
  while (at > 0 && (best[at - 1] as ScoredRow).score < scored.score) at--;
  best.splice(at, 0, scored);
  if (best.length > limit) best.pop();
  return best.length === limit ? (best[limit - 1] as ScoredRow).score : 0;
}

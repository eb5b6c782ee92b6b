import type { Corpus } from "./corpus.ts";
import type { FaqEntry } from "./faq-entry.ts";
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
  const { offsets, packed, added } = postings;
  for (const [term, weight] of query.terms) {
    const scale = weight / 255;
    if (term + 1 < offsets.length) {
      addUp(scores, scale, packed, offsets[term] as number, offsets[term + 1] as number);
    }
    const later = added.size === 0 ? undefined : added.get(term);
    if (later !== undefined) addUp(scores, scale, later.values, 0, later.length);
  }
}

function addUp(
  scores: Float32Array,
  scale: number,
  packed: Uint32Array,
  from: number,
  to: number,
): void {
  for (let at = from; at < to; at++) {
    const posting = packed[at] as number;
    const row = posting >>> 8;
    scores[row] = (scores[row] as number) + scale * (posting & 255);
  }
}

/**
 * The best rows, best first; ties go to the lower id.
 *
 * @param allowed - by row: 1 when it may be shown
 */
export function bestRows(
  corpus: Corpus,
  scores: Float32Array,
  allowed: Uint8Array,
  limit: number,
): ScoredRows {
  const { rowEntries, rowCount } = corpus;
  const best: ScoredRow[] = [];
  let [threshold, total, lastEntry] = [0, 0, -1];
  for (let row = 0; row < rowCount; row++) {
    const score = scores[row] as number;
    if (score <= 0 || allowed[row] === 0) continue;
    const entry = rowEntries[row] as number;
    if (entry !== lastEntry) total++;
    lastEntry = entry;
    if (score >= threshold) threshold = offer(corpus, best, { row, score }, limit);
  }
  return { best, total };
}

/** Keeps the best in order; the score that a row has to reach from now on. */
function offer(corpus: Corpus, best: ScoredRow[], scored: ScoredRow, limit: number): number {
  let at = best.length;
  while (at > 0 && isBetter(corpus, scored, best[at - 1] as ScoredRow)) at--;
  if (at === limit) return scored.score;
  best.splice(at, 0, scored);
  if (best.length > limit) best.pop();
  return best.length === limit ? (best[limit - 1] as ScoredRow).score : 0;
}

const isBetter = (corpus: Corpus, one: ScoredRow, other: ScoredRow): boolean =>
  one.score > other.score ||
  (one.score === other.score && compareRows(corpus, one.row, other.row) < 0);

/** The order of rows by the ids of their entries: less than zero when the first comes first. */
export function compareRows(
  { entries, rowEntries, orderedRows }: Corpus,
  one: number,
  other: number,
): number {
  const [first, second] = [rowEntries[one] as number, rowEntries[other] as number];
  if (first === second || (one < orderedRows && other < orderedRows)) return one - other;
  return (entries[first] as FaqEntry).id < (entries[second] as FaqEntry).id ? -1 : 1;
}

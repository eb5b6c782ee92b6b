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
  const best = { rows: new Uint32Array(limit), scores: new Float32Array(limit), length: 0 };
  let [threshold, total, lastEntry] = [0, 0, -1];
  for (let row = 0; row < rowCount; row++) {
    const score = scores[row] as number;
    if (score <= 0 || allowed[row] === 0) continue;
    const entry = rowEntries[row] as number;
    if (entry !== lastEntry) total++;
    lastEntry = entry;
    if (score >= threshold) threshold = offer(corpus, best, row, score);
  }
  const rows = Array.from(best.rows.subarray(0, best.length));
  return { best: rows.map((row, at) => ({ row, score: best.scores[at] as number })), total };
}

/** The best so far, in order, in two arrays of numbers: objects would cost more than all the rest of a small search. */
interface Best {
  readonly rows: Uint32Array;
  readonly scores: Float32Array;
  length: number;
}

/** Takes a row in when it is among the best; the score that a row has to reach from now on. */
function offer(corpus: Corpus, best: Best, row: number, score: number): number {
  const { rows, scores } = best;
  const last = rows.length - 1;
  let at = best.length;
  if (at > last && !isBetter(corpus, best, last, row, score)) return scores[last] as number;
  if (at > last) at = last;
  else best.length++;
  for (; at > 0 && isBetter(corpus, best, at - 1, row, score); at--) {
    rows[at] = rows[at - 1] as number;
    scores[at] = scores[at - 1] as number;
  }
  rows[at] = row;
  scores[at] = score;
  return best.length > last ? (scores[last] as number) : 0;
}

/** Whether a row is better than the one at a place. */
function isBetter(
  corpus: Corpus,
  { rows, scores }: Best,
  place: number,
  row: number,
  score: number,
): boolean {
  const other = scores[place] as number;
  return score > other || (score === other && compareRows(corpus, row, rows[place] as number) < 0);
}

/** The order of rows by the ids of their entries: less than zero when the first comes first. */
export function compareRows(
  { entries, rowEntries, orderedRows }: Corpus,
  one: number,
  other: number,
): number {
  const [first, second] = [rowEntries[one] as number, rowEntries[other] as number];
  if (first === second || (one < orderedRows && other < orderedRows)) return one - other;
  return entries.idAt(first) < entries.idAt(second) ? -1 : 1;
}

import { inOrder, noRows, offerRow, type ScoredRow } from "./best-rows.ts";
import type { Corpus } from "./corpus.ts";
import type { Query } from "./read-query.ts";

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
  const bits = new Uint32Array(scores.buffer);
  const best = noRows(corpus, limit);
  let [threshold, total, lastEntry, isCounted] = [0, 0, -1, 0];
  for (let row = 0; row < rowCount; row++) {
    // Which rows share anything is a coin's toss to a processor: counted without a branch, which halves the pass.
    const isFound = isOther(bits[row] as number, 0) & (allowed[row] as number);
    const entry = rowEntries[row] as number;
    isCounted &= ~isOther(entry, lastEntry);
    lastEntry = entry;
    total += isFound & ~isCounted;
    isCounted |= isFound;
    const score = scores[row] as number;
    if (score >= threshold && isFound === 1) threshold = offerRow(best, row, score);
  }
  return { best: inOrder(best), total };
}

/** 1 when two whole numbers differ, else 0. */
const isOther = (one: number, other: number): number => {
  const difference = one ^ other;
  return (difference | -difference) >>> 31;
};

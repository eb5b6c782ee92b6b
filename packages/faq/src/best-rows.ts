import { compareRows } from "./compare-rows.ts";
import type { Corpus } from "./corpus.ts";

/** A row and what it scores. */
export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

/** The best rows so far: a heap with the last of them on top, so that most rows are turned away by one look. */
export interface BestRows {
  readonly corpus: Corpus;
  readonly rows: Uint32Array;
  readonly scores: Float64Array;
  length: number;
}

/** No rows yet, and room for so many. */
export const noRows = (corpus: Corpus, most: number): BestRows => ({
  corpus,
  rows: new Uint32Array(most),
  scores: new Float64Array(most),
  length: 0,
});

/** Takes a row in when it is among the best; the score that a row has to reach from now on. */
export function offerRow(best: BestRows, row: number, score: number): number {
  const { rows, scores } = best;
  if (best.length < rows.length) {
    place(best, rise(best, row, score), row, score);
    best.length++;
  } else if (isBefore(best, row, score, 0)) {
    place(best, sink(best, row, score), row, score);
  }
  return best.length < rows.length ? 0 : (scores[0] as number);
}

/** The rows in order, the best first. */
export function inOrder({ corpus, rows, scores, length }: BestRows): ScoredRow[] {
  const best: ScoredRow[] = [];
  for (let at = 0; at < length; at++) {
    best.push({ row: rows[at] as number, score: scores[at] as number });
  }
  return best.sort((a, b) => b.score - a.score || compareRows(corpus, a.row, b.row));
}

function place({ rows, scores }: BestRows, at: number, row: number, score: number): void {
  rows[at] = row;
  scores[at] = score;
}

/** Makes room below for a row that is worse than those above; where the room is. */
function rise(best: BestRows, row: number, score: number): number {
  let at = best.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (isBefore(best, row, score, above)) break;
    place(best, at, best.rows[above] as number, best.scores[above] as number);
    at = above;
  }
  return at;
}

/** Makes room from the top for a row that is better than the last; where the room is. */
function sink(best: BestRows, row: number, score: number): number {
  let at = 0;
  for (let below = worseBelow(best, at); below > 0; below = worseBelow(best, at)) {
    if (!isBefore(best, row, score, below)) break;
    place(best, at, best.rows[below] as number, best.scores[below] as number);
    at = below;
  }
  return at;
}

/** The worse of the two below a place; 0 where there is none. */
function worseBelow(best: BestRows, at: number): number {
  const [left, right] = [2 * at + 1, 2 * at + 2];
  if (left >= best.length) return 0;
  if (right >= best.length) return left;
  return isBefore(best, best.rows[left] as number, best.scores[left] as number, right)
    ? right
    : left;
}

/** Whether a row comes before the one at a place: by its score, then by the id of its entry. */
function isBefore(best: BestRows, row: number, score: number, at: number): boolean {
  const other = best.scores[at] as number;
  if (score !== other) return score > other;
  return compareRows(best.corpus, row, best.rows[at] as number) < 0;
}

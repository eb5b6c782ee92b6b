import { append, createGrowingArray, type GrowingArray } from "./growing-array.ts";

/** For every term, the rows that hold it, ascending: row in the upper 24 bits, impact (1 to 255) in the lower 8. */
export interface Postings {
  /** Where the settled postings of a term begin; one more at the end. */
  readonly offsets: Uint32Array;
  /** All settled postings. */
  readonly packed: Uint32Array;
  /** By term: what came in later; all of higher rows. */
  readonly added: Map<number, GrowingArray>;
}

/** One posting. */
export const packPosting = (row: number, impact: number): number =>
  ((row << 8) | Math.max(1, Math.round(impact * 255))) >>> 0;

/** No postings. */
export const noPostings = (): Postings => ({
  offsets: new Uint32Array(1),
  packed: new Uint32Array(0),
  added: new Map(),
});

/** Sorts postings that were written row by row, so that those of a term lie together. */
export function sortPostings(
  terms: GrowingArray,
  packed: GrowingArray,
  termCount: number,
): Postings {
  const offsets = new Uint32Array(termCount + 1);
  const { length } = terms;
  for (let at = 0; at < length; at++) (offsets[(terms.values[at] as number) + 1] as number)++;
  for (let term = 0; term < termCount; term++) {
    offsets[term + 1] = (offsets[term] as number) + (offsets[term + 1] as number);
  }
  const next = offsets.slice();
  const sorted = new Uint32Array(length);
  for (let at = 0; at < length; at++) {
    const term = terms.values[at] as number;
    const place = next[term] as number;
    sorted[place] = packed.values[at] as number;
    next[term] = place + 1;
  }
  return { offsets, packed: sorted, added: new Map() };
}

/** Adds a posting of a row above all others. */
export function addPosting({ added }: Postings, term: number, posting: number): void {
  const known = added.get(term);
  const list = known ?? createGrowingArray(4);
  if (known === undefined) added.set(term, list);
  append(list, posting);
}

/** Whether a row holds a term. */
export function rowHas({ offsets, packed, added }: Postings, term: number, row: number): boolean {
  const settled = term + 1 < offsets.length;
  if (settled && holds(packed, offsets[term] as number, offsets[term + 1] as number, row)) {
    return true;
  }
  const later = added.get(term);
  return later !== undefined && holds(later.values, 0, later.length, row);
}

function holds(packed: Uint32Array, from: number, to: number, row: number): boolean {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const here = (packed[middle] as number) >>> 8;
    if (here === row) return true;
    if (here < row) low = middle + 1;
    else high = middle;
  }
  return false;
}

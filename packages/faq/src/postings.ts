/** For every term, the rows that hold it, ascending: row in the upper 24 bits, impact (1 to 255) in the lower 8. */
export interface Postings {
  /** Where the postings of a term begin; one more at the end. */
  readonly offsets: Uint32Array;
  /** All postings. */
  readonly packed: Uint32Array;
}

/** One posting. */
export const packPosting = (row: number, impact: number): number =>
  ((row << 8) | Math.max(1, Math.round(impact * 255))) >>> 0;

/** Sorts postings that were written row by row, so that those of a term lie together. */
export function sortPostings(terms: Uint32Array, packed: Uint32Array, termCount: number): Postings {
  const offsets = new Uint32Array(termCount + 1);
  for (const term of terms) (offsets[term + 1] as number)++;
  for (let term = 0; term < termCount; term++) {
    offsets[term + 1] = (offsets[term] as number) + (offsets[term + 1] as number);
  }
  const next = offsets.slice();
  const sorted = new Uint32Array(packed.length);
  for (let at = 0; at < packed.length; at++) {
    const term = terms[at] as number;
    sorted[next[term] as number] = packed[at] as number;
    next[term] = (next[term] as number) + 1;
  }
  return { offsets, packed: sorted };
}

/** In how many rows a term stands. */
export const rowsWith = ({ offsets }: Postings, term: number): number =>
  (offsets[term + 1] as number) - (offsets[term] as number);

/** Whether a row holds a term. */
export function rowHas({ offsets, packed }: Postings, term: number, row: number): boolean {
  let [low, high] = [offsets[term] as number, offsets[term + 1] as number];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const here = (packed[middle] as number) >>> 8;
    if (here === row) return true;
    if (here < row) low = middle + 1;
    else high = middle;
  }
  return false;
}

import type { EntryRow } from "./entry-rows.ts";
import { grown } from "./growing-array.ts";

/** What is counted over rows. Counts can be taken back, so that nothing remains of what was removed. */
export interface Tally {
  /** How many rows there are. */
  rowCount: number;
  /** By term: in how many rows it stands. */
  termRows: Uint32Array;
  /** By word: how often it is written. */
  wordTimes: Uint32Array;
}

/** A tally of nothing. */
export const createTally = (): Tally => ({
  rowCount: 0,
  termRows: new Uint32Array(0),
  wordTimes: new Uint32Array(0),
});

/** Counts a row once more, or once less. */
export function tallyRow(tally: Tally, { terms, words }: EntryRow, by: 1 | -1): void {
  tally.rowCount += by;
  for (const term of terms) {
    if (term >= tally.termRows.length) tally.termRows = grown(tally.termRows, term + 1);
    tally.termRows[term] = (tally.termRows[term] as number) + by;
  }
  for (const word of words) {
    if (word >= tally.wordTimes.length) tally.wordTimes = grown(tally.wordTimes, word + 1);
    tally.wordTimes[word] = (tally.wordTimes[word] as number) + by;
  }
}

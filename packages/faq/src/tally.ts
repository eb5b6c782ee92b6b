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
  tally.termRows = counted(tally.termRows, terms, by);
  tally.wordTimes = counted(tally.wordTimes, words, by);
}

function counted(counts: Uint32Array, numbers: readonly number[], by: 1 | -1): Uint32Array {
  let all = counts;
  for (const number of numbers) {
    if (number >= all.length) all = grown(all, number + 1);
    const before = all[number] as number;
    // A forged snapshot may have counted less than there is: what is below zero would wrap around.
    all[number] = by < 0 && before === 0 ? 0 : before + by;
  }
  return all;
}

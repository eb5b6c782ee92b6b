import type { Corpus } from "./corpus.ts";

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

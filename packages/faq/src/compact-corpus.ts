import { compactVocabulary, GONE } from "./compact-vocabulary.ts";
import type { Corpus } from "./corpus.ts";
import { positionsInOrder, storeOf } from "./entry-store.ts";
import { append, createGrowingArray } from "./growing-array.ts";
import { noPostings, type Postings } from "./postings.ts";

/**
 * Brings a corpus to the one form that its entries allow, without reading them again: rows in the order of ids, terms and
 * words in the order of their spelling, nothing left of what was removed. What is found stays the same.
 */
export function compactCorpus(corpus: Corpus): void {
  const terms = compactVocabulary(corpus);
  const rows = compactRows(corpus, terms);
  corpus.postings = movedPostings(corpus.postings, terms, rows, corpus.vocabulary.termCount);
  corpus.version++;
}

/** Puts the rows in the order of their entries' ids; the new number of each old row. */
function compactRows(corpus: Corpus, terms: Uint32Array): Uint32Array {
  const { entries, rowEntries, rowLanguages, rowCount } = corpus;
  const positions = positionsInOrder(entries);
  const firstRows = new Map<number, number>();
  for (let row = rowCount - 1; row >= 0; row--) firstRows.set(rowEntries[row] as number, row);
  const rows = new Uint32Array(rowCount).fill(GONE);
  const order: number[] = [];
  for (const position of positions) {
    const first = firstRows.get(position) ?? rowCount;
    for (let row = first; row < rowCount && rowEntries[row] === position; row++) {
      rows[row] = order.push(row) - 1;
    }
  }
  copyVariants(corpus, order, terms);
  const renumbered = new Map(positions.map((position, at) => [position, at]));
  corpus.rowEntries = Uint32Array.from(
    order,
    (row) => renumbered.get(rowEntries[row] as number) ?? 0,
  );
  corpus.rowLanguages = order.map((row) => rowLanguages[row] as string);
  corpus.rowCount = order.length;
  corpus.orderedRows = order.length;
  corpus.entries = storeOf(entries, positions);
  return rows;
}

function copyVariants(corpus: Corpus, order: readonly number[], terms: Uint32Array): void {
  const { values: variantOffsets } = corpus.variantOffsets;
  const { values: termOffsets } = corpus.termOffsets;
  const { values: variantTerms } = corpus.variantTerms;
  const [variants, ends, copied] = [
    createGrowingArray(),
    createGrowingArray(),
    createGrowingArray(),
  ];
  append(variants, 0);
  append(ends, 0);
  for (const row of order) {
    const last = variantOffsets[row + 1] as number;
    for (let variant = variantOffsets[row] as number; variant < last; variant++) {
      const end = termOffsets[variant + 1] as number;
      for (let at = termOffsets[variant] as number; at < end; at++) {
        append(copied, terms[variantTerms[at] as number] as number);
      }
      append(ends, copied.length);
    }
    append(variants, ends.length - 1);
  }
  corpus.variantOffsets = variants;
  corpus.termOffsets = ends;
  corpus.variantTerms = copied;
}

function movedPostings(
  old: Postings,
  terms: Uint32Array,
  rows: Uint32Array,
  termCount: number,
): Postings {
  const olds = new Uint32Array(termCount);
  terms.forEach((term, before) => {
    if (term !== GONE) olds[term] = before;
  });
  const [offsets, packed] = [new Uint32Array(termCount + 1), createGrowingArray()];
  const move = (values: Uint32Array, from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const posting = values[at] as number;
      const row = rows[posting >>> 8] as number;
      if (row !== GONE) append(packed, ((row << 8) | (posting & 255)) >>> 0);
    }
  };
  olds.forEach((before, term) => {
    const from = packed.length;
    if (before + 1 < old.offsets.length) {
      move(old.packed, old.offsets[before] as number, old.offsets[before + 1] as number);
    }
    const later = old.added.get(before);
    if (later !== undefined) {
      move(later.values, 0, later.length);
      packed.values.subarray(from, packed.length).sort();
    }
    offsets[term + 1] = packed.length;
  });
  return { ...noPostings(), offsets, packed: packed.values.slice(0, packed.length) };
}

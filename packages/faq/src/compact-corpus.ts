import type { Corpus } from "./corpus.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { append, createGrowingArray } from "./growing-array.ts";
import { noPostings, type Postings } from "./postings.ts";
import type { Tally } from "./tally.ts";
import { addPair, addUnit, createVocabulary, type Vocabulary } from "./vocabulary.ts";

const GONE = 0xffffffff;

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

/** Numbers terms and words anew; the new number of each old term. */
function compactVocabulary(corpus: Corpus): Uint32Array {
  const { vocabulary: old, tallies } = corpus;
  const needed = neededTerms(old, tallies);
  const vocabulary = createVocabulary();
  const terms = new Uint32Array(old.termCount).fill(GONE);
  for (const [key, term] of sortedEntries(old.units)) {
    if (needed[term] === 1) terms[term] = addUnit(vocabulary, key, old.kinds[term] as number);
  }
  for (const { term, left, right } of sortedPairs(old.pairs, needed, terms)) {
    terms[term] = addPair(vocabulary, left, right);
  }
  const words = new Uint32Array(old.spellings.length).fill(GONE);
  for (const [spelling, word] of sortedEntries(old.words)) {
    if (!tallies.some(({ wordTimes }) => (wordTimes[word] ?? 0) > 0)) continue;
    words[word] = vocabulary.spellings.push(spelling) - 1;
    vocabulary.words.set(spelling, words[word] as number);
    append(vocabulary.wordTerms, terms[old.wordTerms.values[word] as number] as number);
  }
  for (const tally of tallies) {
    tally.termRows = moved(tally.termRows, terms, vocabulary.termCount);
    tally.wordTimes = moved(tally.wordTimes, words, vocabulary.spellings.length);
  }
  corpus.vocabulary = vocabulary;
  return terms;
}

/** By term: 1 when a row holds it, or it is part of a pair that a row holds. */
function neededTerms({ termCount, pairs }: Vocabulary, tallies: readonly Tally[]): Uint8Array {
  const needed = new Uint8Array(termCount);
  for (let term = 0; term < termCount; term++) {
    if (!tallies.some(({ termRows }) => (termRows[term] ?? 0) > 0)) continue;
    needed[term] = 1;
    if (pairs.leftOf(term) < 0) continue;
    needed[pairs.leftOf(term)] = 1;
    needed[pairs.rightOf(term)] = 1;
  }
  return needed;
}

const sortedEntries = (numbers: ReadonlyMap<string, number>): [string, number][] =>
  [...numbers].sort(([a], [b]) => (a < b ? -1 : 1));

function sortedPairs(pairs: Vocabulary["pairs"], needed: Uint8Array, terms: Uint32Array) {
  const sorted: { term: number; left: number; right: number }[] = [];
  needed.forEach((isNeeded, term) => {
    if (isNeeded === 0 || pairs.leftOf(term) < 0) return;
    const [left, right] = [terms[pairs.leftOf(term)], terms[pairs.rightOf(term)]];
    sorted.push({ term, left: left as number, right: right as number });
  });
  return sorted.sort((a, b) => a.left - b.left || a.right - b.right);
}

function moved(counts: Uint32Array, numbers: Uint32Array, length: number): Uint32Array {
  const result = new Uint32Array(length);
  counts.forEach((count, old) => {
    if (count > 0) result[numbers[old] as number] = count;
  });
  return result;
}

/** Puts the rows in the order of their entries' ids; the new number of each old row. */
function compactRows(corpus: Corpus, terms: Uint32Array): Uint32Array {
  const { entries, rowEntries, rowLanguages, rowCount } = corpus;
  const positions = entries
    .flatMap((entry, position) => (entry === undefined ? [] : [{ entry, position }]))
    .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  const firstRows = new Map<number, number>();
  for (let row = rowCount - 1; row >= 0; row--) firstRows.set(rowEntries[row] as number, row);
  const rows = new Uint32Array(rowCount).fill(GONE);
  const order: number[] = [];
  for (const { position } of positions) {
    const first = firstRows.get(position) ?? rowCount;
    for (let row = first; row < rowCount && rowEntries[row] === position; row++) {
      rows[row] = order.push(row) - 1;
    }
  }
  copyVariants(corpus, order, terms);
  const renumbered = new Map(positions.map(({ position }, at) => [position, at]));
  corpus.rowEntries = Uint32Array.from(
    order,
    (row) => renumbered.get(rowEntries[row] as number) ?? 0,
  );
  corpus.rowLanguages = order.map((row) => rowLanguages[row] as string);
  corpus.rowCount = order.length;
  corpus.orderedRows = order.length;
  corpus.entries = positions.map(({ entry }): FaqEntry => entry);
  corpus.positions = new Map(positions.map(({ entry }, at) => [entry.id, at]));
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

import type { Corpus } from "./corpus.ts";
import { append } from "./growing-array.ts";
import type { Tally } from "./tally.ts";
import { addPair, addUnit, createVocabulary, type Vocabulary } from "./vocabulary.ts";

/** Stands for the new number of what is left out. */
export const GONE = 0xffffffff;

/** Numbers terms and words anew; the new number of each old term. */
export function compactVocabulary(corpus: Corpus): Uint32Array {
  const { vocabulary: old, tallies } = corpus;
  const needed = neededTerms(corpus);
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
    if (!isWritten(tallies, word)) continue;
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
function neededTerms(corpus: Corpus): Uint8Array {
  const { vocabulary, tallies } = corpus;
  const { termCount, pairs, wordTerms } = vocabulary;
  const needed = new Uint8Array(termCount);
  markVariants(corpus, needed);
  for (let term = 0; term < termCount; term++) {
    if (tallies.some(({ termRows }) => (termRows[term] ?? 0) > 0)) needed[term] = 1;
  }
  for (let word = 0; word < wordTerms.length; word++) {
    if (isWritten(tallies, word)) needed[wordTerms.values[word] as number] = 1;
  }
  for (let term = 0; term < termCount; term++) {
    if (needed[term] === 0 || pairs.leftOf(term) < 0) continue;
    needed[pairs.leftOf(term)] = 1;
    needed[pairs.rightOf(term)] = 1;
  }
  return needed;
}

/** Marks what rows refer to. Counts would say the same, but those of a forged snapshot may be wrong. */
function markVariants(corpus: Corpus, needed: Uint8Array): void {
  const { entries, rowEntries, rowCount } = corpus;
  const [variants, ends, terms] = [
    corpus.variantOffsets.values,
    corpus.termOffsets.values,
    corpus.variantTerms.values,
  ];
  for (let row = 0; row < rowCount; row++) {
    if (entries.formAt(rowEntries[row] as number) === undefined) continue;
    const end = ends[variants[row + 1] as number] as number;
    for (let at = ends[variants[row] as number] as number; at < end; at++) {
      needed[terms[at] as number] = 1;
    }
  }
}

const isWritten = (tallies: readonly Tally[], word: number): boolean =>
  tallies.some(({ wordTimes }) => (wordTimes[word] ?? 0) > 0);

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

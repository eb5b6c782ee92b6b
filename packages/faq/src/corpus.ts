import { Audience } from "./audience.ts";
import { type ConceptFinder, compileLexicon, type FaqLexicon } from "./concepts.ts";
import { defaultLexicon } from "./default-lexicon.ts";
import { type EntryRow, rowsOfEntry } from "./entry-rows.ts";
import { createEntryStore, type EntryStore, positionsInOrder, storeOf } from "./entry-store.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { append, createGrowingArray, type GrowingArray, grown, trim } from "./growing-array.ts";
import { addPosting, noPostings, type Postings, packPosting, sortPostings } from "./postings.ts";
import { FIELD_WEIGHT } from "./ranking-weights.ts";
import { createTally, type Tally, tallyRow } from "./tally.ts";
import { createTermCounter, type TermCounter } from "./term-counter.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/**
 * All entries of an index, taken apart for searching. A *row* is an entry in one language; a *variant* one way in which it is
 * asked there. What is said here of rows holds for all audiences alike; what they may see of it is told by the tallies.
 */
export interface Corpus {
  /** The shop's own, or `undefined` for the default one. */
  readonly lexicon: FaqLexicon | undefined;
  readonly findConcepts: ConceptFinder;
  readonly counter: TermCounter;
  vocabulary: Vocabulary;
  entries: EntryStore;
  /** By row: the entry's position; with room for more rows. The rows of an entry lie side by side. */
  rowEntries: Uint32Array;
  /** By row: its language. */
  rowLanguages: string[];
  /** How many rows were written, those of removed entries included. */
  rowCount: number;
  /** How many of the first rows lie in the order of their entries' ids. */
  orderedRows: number;
  postings: Postings;
  /** By row: its first variant; one more at the end. */
  variantOffsets: GrowingArray;
  /** By variant: its first term; one more at the end. */
  termOffsets: GrowingArray;
  /** The distinct terms of all variants. */
  variantTerms: GrowingArray;
  /** By audience, from the widest: what counts for it and is not meant for a wider one. */
  tallies: readonly Tally[];
  /** Raised by every change. */
  version: number;
}

let compiledDefault: ConceptFinder | undefined;

/** A corpus without entries. */
export function createCorpus(lexicon: FaqLexicon | undefined): Corpus {
  compiledDefault ??= compileLexicon(defaultLexicon);
  const [variantOffsets, termOffsets] = [createGrowingArray(), createGrowingArray()];
  append(variantOffsets, 0);
  append(termOffsets, 0);
  return {
    lexicon,
    findConcepts: lexicon === undefined ? compiledDefault : compileLexicon(lexicon),
    counter: createTermCounter(),
    vocabulary: createVocabulary(),
    entries: createEntryStore(),
    rowEntries: new Uint32Array(16),
    rowLanguages: [],
    rowCount: 0,
    orderedRows: 0,
    postings: noPostings(),
    variantOffsets,
    termOffsets,
    variantTerms: createGrowingArray(),
    tallies: Audience.options.map(createTally),
    version: 0,
  };
}

/** A corpus of entries. */
export function filledCorpus(lexicon: FaqLexicon | undefined, entries: EntryStore): Corpus {
  const corpus = createCorpus(lexicon);
  corpus.entries = storeOf(entries, positionsInOrder(entries));
  const length = corpus.entries.length();
  // About as many as there are of short entries: growing from nothing would copy them many times.
  const [terms, packed] = [createGrowingArray(length * 48), createGrowingArray(length * 48)];
  for (let position = 0; position < length; position++) {
    writeRows(corpus, position, corpus.entries.at(position) as FaqEntry, (term, posting) => {
      append(terms, term);
      append(packed, posting);
    });
  }
  corpus.postings = sortPostings(terms, packed, corpus.vocabulary.termCount);
  corpus.orderedRows = corpus.rowCount;
  for (const array of [corpus.variantOffsets, corpus.termOffsets, corpus.variantTerms]) trim(array);
  return corpus;
}

/** Adds an entry whose id is new. */
export function addEntry(corpus: Corpus, entry: FaqEntry): void {
  const { postings } = corpus;
  const position = corpus.entries.add(entry);
  writeRows(corpus, position, entry, (term, posting) => addPosting(postings, term, posting));
}

/** Takes an entry out: its rows stay, but nothing counts them any more. */
export function removeEntry(corpus: Corpus, position: number): void {
  const entry = corpus.entries.at(position) as FaqEntry;
  for (const row of rowsOfEntry(entry, corpus)) tallyRow(tallyOf(corpus, entry), row, -1);
  corpus.entries.remove(position);
}

function writeRows(
  corpus: Corpus,
  position: number,
  entry: FaqEntry,
  write: (term: number, posting: number) => void,
): void {
  for (const row of rowsOfEntry(entry, corpus)) {
    const { terms, frequencies } = row;
    for (let at = 0; at < terms.length; at++) {
      const times = frequencies[at] as number;
      const impact = times / (FIELD_WEIGHT.saturation + times);
      write(terms[at] as number, packPosting(corpus.rowCount, impact));
    }
    tallyRow(tallyOf(corpus, entry), row, 1);
    writeRow(corpus, position, row);
  }
}

function writeRow(corpus: Corpus, position: number, { language, variants }: EntryRow): void {
  const { variantOffsets, termOffsets, variantTerms, rowCount } = corpus;
  for (const terms of variants) {
    for (const term of new Set(terms)) append(variantTerms, term);
    append(termOffsets, variantTerms.length);
  }
  append(variantOffsets, termOffsets.length - 1);
  corpus.rowEntries = grown(corpus.rowEntries, rowCount + 1);
  corpus.rowEntries[rowCount] = position;
  corpus.rowLanguages.push(language);
  corpus.rowCount++;
}

/** Where the rows of an entry are counted. */
export const tallyOf = ({ tallies }: Corpus, { audience }: Pick<FaqEntry, "audience">): Tally =>
  tallies[Audience.options.indexOf(audience)] as Tally;

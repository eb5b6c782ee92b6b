import { type Corpus, createCorpus, tallyOf } from "./corpus.ts";
import type { EntryForm } from "./entry-form.ts";
import { createEntryStore } from "./entry-store.ts";
import { languagesOfForm } from "./entry-variants.ts";
import type { GrowingArray } from "./growing-array.ts";
import type { Postings } from "./postings.ts";
import { contradiction, type SnapshotReader, type SnapshotWriter } from "./snapshot-bytes.ts";
import { readEntries, readMany, readTexts, writeEntries, writeTexts } from "./snapshot-entries.ts";
import { readVocabulary, writeVocabulary } from "./snapshot-vocabulary.ts";
import type { Tally } from "./tally.ts";

/** Writes a compact corpus. Whatever follows from the rest is left out. */
export function writeCorpus(writer: SnapshotWriter, corpus: Corpus): void {
  const { lexicon, entries, vocabulary, tallies } = corpus;
  const groups = lexicon ?? [];
  writer.numbers([lexicon === undefined ? 0 : 1, groups.length]);
  for (const group of groups) writeTexts(writer, group);
  writeEntries(writer, entries);
  writeVocabulary(writer, vocabulary);
  for (const { rowCount, wordTimes } of tallies) {
    if (rowCount > 0) writer.numbers(vocabulary.spellings.map((_, word) => wordTimes[word] ?? 0));
  }
  writeVariants(writer, corpus);
  writePostings(writer, corpus);
}

/** Reads a corpus. */
export function readCorpus(reader: SnapshotReader): Corpus {
  const isOwn = reader.below(2) === 1;
  const lexicon = readMany(reader, () => readTexts(reader));
  const corpus = createCorpus(isOwn ? lexicon : undefined);
  corpus.entries = createEntryStore(readEntries(reader));
  addRows(corpus);
  readVocabulary(reader, corpus.vocabulary);
  const { vocabulary, tallies } = corpus;
  for (const tally of tallies) {
    if (tally.rowCount > 0) tally.wordTimes = reader.numbers(vocabulary.spellings.length);
  }
  readVariants(reader, corpus);
  corpus.postings = readPostings(reader, corpus);
  tallyTerms(corpus);
  return corpus;
}

/** The rows of all entries, as far as they follow from their forms. */
function addRows(corpus: Corpus): void {
  const { entries, rowLanguages } = corpus;
  const rowEntries: number[] = [];
  const languages = new Map<EntryForm, readonly string[]>();
  for (let position = 0; position < entries.length(); position++) {
    const form = entries.formAt(position) as EntryForm;
    const known = languages.get(form) ?? languagesOfForm(form);
    languages.set(form, known);
    for (const language of known) {
      rowLanguages.push(language);
      rowEntries.push(position);
      tallyOf(corpus, form).rowCount++;
    }
  }
  corpus.rowEntries = Uint32Array.from(rowEntries);
  corpus.rowCount = rowEntries.length;
  corpus.orderedRows = rowEntries.length;
}

function writeVariants(writer: SnapshotWriter, corpus: Corpus): void {
  const { variantOffsets, termOffsets, variantTerms } = corpus;
  writer.numbers(spans(numbersOf(variantOffsets)));
  writer.numbers(spans(numbersOf(termOffsets)));
  writer.numbers(numbersOf(variantTerms));
}

const numbersOf = ({ values, length }: GrowingArray): Uint32Array => values.subarray(0, length);

const spans = (offsets: Uint32Array): Uint32Array =>
  offsets.subarray(1).map((end, at) => end - (offsets[at] as number));

function readVariants(reader: SnapshotReader, corpus: Corpus): void {
  const { termCount } = corpus.vocabulary;
  const variantOffsets = reader.offsets(corpus.rowCount);
  const termOffsets = reader.offsets(variantOffsets[corpus.rowCount] as number);
  const variantTerms = reader.numbers(termOffsets.at(-1) as number);
  if (variantTerms.some((term) => term >= termCount)) throw contradiction();
  corpus.variantOffsets = asGrowing(variantOffsets);
  corpus.termOffsets = asGrowing(termOffsets);
  corpus.variantTerms = asGrowing(variantTerms);
}

const asGrowing = (values: Uint32Array): GrowingArray => ({ values, length: values.length });

function writePostings(writer: SnapshotWriter, { postings }: Corpus): void {
  const { offsets, packed } = postings;
  writer.numbers(spans(offsets));
  const steps = packed.map((posting, at) => (posting >>> 8) - ((packed[at - 1] ?? 0) >>> 8));
  for (const first of offsets) {
    if (first < packed.length) steps[first] = (packed[first] as number) >>> 8;
  }
  writer.numbers(steps);
  writer.bytes(Uint8Array.from(packed));
}

function readPostings(reader: SnapshotReader, { rowCount, vocabulary }: Corpus): Postings {
  const { termCount } = vocabulary;
  const offsets = reader.offsets(termCount);
  const packed = reader.numbers(offsets[termCount] as number);
  const impacts = reader.bytes(packed.length);
  for (let term = 0; term < termCount; term++) {
    const end = offsets[term + 1] as number;
    let row = -1;
    for (let at = offsets[term] as number; at < end; at++) {
      const next = Math.max(row, 0) + (packed[at] as number);
      if (next <= row || next >= rowCount) throw contradiction();
      row = next;
      packed[at] = ((row << 8) | (impacts[at] as number)) >>> 0;
    }
  }
  return { offsets, packed, added: new Map() };
}

/** Counts in how many rows each term stands. */
function tallyTerms(corpus: Corpus): void {
  const { postings, entries, rowEntries, tallies, vocabulary } = corpus;
  const counted = tallies.filter(({ rowCount }) => rowCount > 0);
  const [only] = counted;
  if (only !== undefined && counted.length === 1) {
    only.termRows = spans(postings.offsets);
    return;
  }
  for (const tally of counted) tally.termRows = new Uint32Array(vocabulary.termCount);
  const byEntry = Array.from({ length: entries.length() }, (_, position) =>
    tallyOf(corpus, entries.formAt(position) as EntryForm),
  );
  const { offsets, packed } = postings;
  for (let term = 0; term < vocabulary.termCount; term++) {
    const end = offsets[term + 1] as number;
    for (let at = offsets[term] as number; at < end; at++) {
      const row = (packed[at] as number) >>> 8;
      const { termRows } = byEntry[rowEntries[row] as number] as Tally;
      termRows[term] = (termRows[term] as number) + 1;
    }
  }
}

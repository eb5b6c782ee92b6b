import { type Corpus, createCorpus, tallyOf } from "./corpus.ts";
import { languagesOf } from "./entry-variants.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { append, createGrowingArray, type GrowingArray, grown } from "./growing-array.ts";
import { type SnapshotReader, type SnapshotWriter, unusable } from "./snapshot-bytes.ts";
import { readEntry, readTexts, writeEntry, writeTexts } from "./snapshot-entries.ts";
import type { Tally } from "./tally.ts";
import { TERM_KIND } from "./term-kind.ts";
import { addPair, addUnit, type Vocabulary } from "./vocabulary.ts";

/** Writes a compact corpus. Whatever follows from the rest is left out. */
export function writeCorpus(writer: SnapshotWriter, corpus: Corpus): void {
  const { lexicon, entries, vocabulary, tallies } = corpus;
  const groups = lexicon ?? [];
  writer.byte(lexicon === undefined ? 0 : 1);
  writer.number(groups.length);
  for (const group of groups) writeTexts(writer, group);
  writer.number(entries.length);
  for (const entry of entries) writeEntry(writer, entry as FaqEntry);
  writeVocabulary(writer, vocabulary);
  for (const tally of tallies.filter(({ rowCount }) => rowCount > 0)) {
    for (const word of vocabulary.spellings.keys()) writer.number(tally.wordTimes[word] ?? 0);
  }
  writeVariants(writer, corpus);
  writePostings(writer, corpus);
}

/** Reads a corpus. */
export function readCorpus(reader: SnapshotReader): Corpus {
  const isOwn = reader.below(2) === 1;
  const lexicon = readMany(reader, () => readTexts(reader));
  const corpus = createCorpus(isOwn ? lexicon : undefined);
  for (const entry of readMany(reader, () => readEntry(reader))) takeIn(corpus, entry);
  readVocabulary(reader, corpus.vocabulary);
  const { vocabulary, tallies } = corpus;
  for (const tally of tallies) {
    if (tally.rowCount === 0) continue;
    tally.termRows = new Uint32Array(vocabulary.termCount);
    tally.wordTimes = Uint32Array.from(vocabulary.spellings, reader.number);
  }
  readVariants(reader, corpus);
  readPostings(reader, corpus);
  corpus.orderedRows = corpus.rowCount;
  return corpus;
}

function readMany<Item>(reader: SnapshotReader, read: () => Item): Item[] {
  const items: Item[] = [];
  for (let left = reader.count(); left > 0; left--) items.push(read());
  return items;
}

function takeIn(corpus: Corpus, entry: FaqEntry): void {
  const last = corpus.entries.at(-1);
  if (last !== undefined && last.id >= entry.id) throw unusable("contradicts itself");
  const position = corpus.entries.push(entry) - 1;
  corpus.positions.set(entry.id, position);
  const tally = tallyOf(corpus, entry);
  for (const language of languagesOf(entry)) {
    tally.rowCount++;
    corpus.rowLanguages.push(language);
    corpus.rowEntries = grown(corpus.rowEntries, corpus.rowCount + 1);
    corpus.rowEntries[corpus.rowCount++] = position;
  }
}

function writeVocabulary(writer: SnapshotWriter, vocabulary: Vocabulary): void {
  const { units, kinds, pairs, termCount, spellings, wordTerms } = vocabulary;
  writer.number(units.size);
  for (const [key, term] of units) {
    writer.text(key);
    writer.byte(kinds[term] as number);
  }
  writer.number(termCount - units.size);
  let [left, right] = [0, 0];
  for (let term = units.size; term < termCount; term++) {
    const step = pairs.leftOf(term) - left;
    writer.number(step);
    writer.number(pairs.rightOf(term) - (step === 0 ? right : 0));
    left = pairs.leftOf(term);
    right = pairs.rightOf(term);
  }
  writer.number(spellings.length);
  spellings.forEach((spelling, word) => {
    writer.text(spelling);
    writer.number(wordTerms.values[word] as number);
  });
}

function readVocabulary(reader: SnapshotReader, vocabulary: Vocabulary): void {
  const unitCount = reader.count();
  for (let at = 0; at < unitCount; at++) {
    const known = addUnit(vocabulary, reader.text(), reader.below(TERM_KIND.concept + 1));
    if (known !== at) throw unusable("contradicts itself");
  }
  readPairs(reader, vocabulary);
  const wordCount = reader.count();
  for (let word = 0; word < wordCount; word++) {
    const spelling = reader.text();
    vocabulary.words.set(spelling, word);
    vocabulary.spellings.push(spelling);
    append(vocabulary.wordTerms, reader.below(unitCount));
  }
}

function readPairs(reader: SnapshotReader, vocabulary: Vocabulary): void {
  const unitCount = vocabulary.termCount;
  const termCount = unitCount + reader.count();
  let [left, right] = [0, 0];
  for (let term = unitCount; term < termCount; term++) {
    const step = reader.number();
    left += step;
    right = reader.number() + (step === 0 ? right : 0);
    const isSound = left < unitCount && right < unitCount;
    if (!isSound || addPair(vocabulary, left, right) !== term) throw unusable("contradicts itself");
  }
}

function writeVariants(writer: SnapshotWriter, corpus: Corpus): void {
  const { variantOffsets, termOffsets, variantTerms, rowCount } = corpus;
  const span = ({ values }: GrowingArray, at: number) =>
    (values[at + 1] as number) - (values[at] as number);
  for (let row = 0; row < rowCount; row++) writer.number(span(variantOffsets, row));
  const variants = termOffsets.length - 1;
  for (let variant = 0; variant < variants; variant++) writer.number(span(termOffsets, variant));
  for (let at = 0; at < variantTerms.length; at++) writer.number(variantTerms.values[at] as number);
}

function readVariants(reader: SnapshotReader, corpus: Corpus): void {
  const { termCount } = corpus.vocabulary;
  corpus.variantOffsets = readOffsets(reader, corpus.rowCount);
  corpus.termOffsets = readOffsets(reader, lastOf(corpus.variantOffsets));
  const total = lastOf(corpus.termOffsets);
  const values = new Uint32Array(total);
  for (let at = 0; at < total; at++) values[at] = reader.below(termCount);
  corpus.variantTerms = { values, length: total };
}

const lastOf = ({ values, length }: GrowingArray): number => values[length - 1] as number;

/** Reads lengths as sums; together they are not more than there are bytes left. */
function readOffsets(reader: SnapshotReader, count: number): GrowingArray {
  const offsets = createGrowingArray(count + 1);
  let sum = 0;
  append(offsets, 0);
  for (let at = 0; at < count; at++) {
    sum += reader.count();
    append(offsets, sum);
  }
  reader.require(sum);
  return offsets;
}

function writePostings(writer: SnapshotWriter, { postings, vocabulary }: Corpus): void {
  const { offsets, packed } = postings;
  for (let term = 0; term < vocabulary.termCount; term++) {
    writer.number((offsets[term + 1] as number) - (offsets[term] as number));
  }
  for (let term = 0; term < vocabulary.termCount; term++) {
    let before = -1;
    for (let at = offsets[term] as number; at < (offsets[term + 1] as number); at++) {
      const row = (packed[at] as number) >>> 8;
      writer.number(row - before - 1);
      before = row;
    }
  }
  for (const posting of packed) writer.byte(posting & 255);
}

function readPostings(reader: SnapshotReader, corpus: Corpus): void {
  const { rowCount, vocabulary } = corpus;
  const { values: offsets } = readOffsets(reader, vocabulary.termCount);
  const packed = new Uint32Array(offsets[vocabulary.termCount] as number);
  const counts = rowTallies(corpus);
  for (let term = 0; term < vocabulary.termCount; term++) {
    let row = -1;
    const end = offsets[term + 1] as number;
    for (let at = offsets[term] as number; at < end; at++) {
      row += reader.number() + 1;
      if (row >= rowCount) throw unusable("contradicts itself");
      packed[at] = (row << 8) >>> 0;
      const { termRows } = counts[row] as Tally;
      termRows[term] = (termRows[term] as number) + 1;
    }
  }
  for (let at = 0; at < packed.length; at++) {
    packed[at] = ((packed[at] as number) | reader.byte()) >>> 0;
  }
  corpus.postings = { offsets, packed, added: new Map() };
}

/** By row: where it counts. */
function rowTallies(corpus: Corpus): Tally[] {
  const { rowEntries, rowCount, entries } = corpus;
  return Array.from({ length: rowCount }, (_, row) =>
    tallyOf(corpus, entries[rowEntries[row] as number] as FaqEntry),
  );
}

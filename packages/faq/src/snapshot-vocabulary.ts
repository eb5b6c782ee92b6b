import { append } from "./growing-array.ts";
import { contradiction, type SnapshotReader, type SnapshotWriter } from "./snapshot-bytes.ts";
import { TERM_KIND } from "./term-kind.ts";
import { addPair, addUnit, type Vocabulary } from "./vocabulary.ts";

/** Writes a compact vocabulary: units come first, then pairs in order. */
export function writeVocabulary(writer: SnapshotWriter, vocabulary: Vocabulary): void {
  const { units, kinds, pairs, termCount, spellings, wordTerms } = vocabulary;
  writer.number(units.size);
  for (const key of units.keys()) writer.text(key);
  writer.bytes(kinds.subarray(0, units.size));
  const [lefts, rights]: [number[], number[]] = [[], []];
  for (let term = units.size; term < termCount; term++) {
    lefts.push(pairs.leftOf(term));
    rights.push(pairs.rightOf(term));
  }
  const steps = lefts.map((left, at) => left - (lefts[at - 1] ?? 0));
  writer.number(steps.length);
  writer.numbers(steps);
  writer.numbers(rights.map((right, at) => right - (steps[at] === 0 ? (rights[at - 1] ?? 0) : 0)));
  writer.number(spellings.length);
  for (const spelling of spellings) writer.text(spelling);
  writer.numbers(wordTerms.values.subarray(0, wordTerms.length));
}

/** Reads a vocabulary into one without terms. */
export function readVocabulary(reader: SnapshotReader, vocabulary: Vocabulary): void {
  const unitCount = reader.count();
  const keys = reader.texts(unitCount);
  const kinds = reader.bytes(unitCount);
  keys.forEach((key, term) => {
    const kind = kinds[term] as number;
    if (kind > TERM_KIND.concept || addUnit(vocabulary, key, kind) !== term) throw contradiction();
  });
  readPairs(reader, vocabulary, unitCount);
  const spellings = reader.texts(reader.count());
  spellings.forEach((spelling, word) => {
    vocabulary.words.set(spelling, word);
    vocabulary.spellings.push(spelling);
  });
  if (vocabulary.words.size !== spellings.length) throw contradiction();
  for (const term of reader.numbers(spellings.length)) {
    if (term >= unitCount) throw contradiction();
    append(vocabulary.wordTerms, term);
  }
}

function readPairs(reader: SnapshotReader, vocabulary: Vocabulary, unitCount: number): void {
  const pairCount = reader.count();
  const [steps, rights] = [reader.numbers(pairCount), reader.numbers(pairCount)];
  let [left, right] = [0, 0];
  for (let at = 0; at < pairCount; at++) {
    const step = steps[at] as number;
    left += step;
    right = (rights[at] as number) + (step === 0 ? right : 0);
    const isSound = left < unitCount && right < unitCount;
    if (!isSound || addPair(vocabulary, left, right) !== unitCount + at) throw contradiction();
  }
}

import { plainAnswer } from "./answer-text.ts";
import type { ConceptFinder } from "./concepts.ts";
import { languagesOf, localesOf, variantsOf } from "./entry-variants.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { createGrowingArray } from "./growing-array.ts";
import { type Postings, packPosting, sortPostings } from "./postings.ts";
import { FIELD_WEIGHT } from "./ranking-weights.ts";
import { type TermStatistics, termStatistics } from "./term-statistics.ts";
import { type Unit, unitsOf } from "./units.ts";
import { addPair, addUnit, createVocabulary, pairWeight, type Vocabulary } from "./vocabulary.ts";

/**
 * The entries that one audience may see, taken apart for searching. A *row* is an entry in one language; a *variant*
 * one way in which it is asked there.
 */
export interface Corpus {
  /** Ordered by id, so that the order of rows settles ties. */
  readonly entries: readonly FaqEntry[];
  readonly vocabulary: Vocabulary;
  readonly findConcepts: ConceptFinder;
  /** By row: the entry's position. */
  readonly rowEntries: Uint32Array;
  /** By row: its language. */
  readonly rowLanguages: readonly string[];
  readonly postings: Postings;
  /** By row: its first variant; one more at the end. */
  readonly variantOffsets: Uint32Array;
  /** By variant: its first term; one more at the end. */
  readonly termOffsets: Uint32Array;
  /** The distinct terms of all variants. */
  readonly variantTerms: Uint32Array;
  readonly statistics: TermStatistics;
}

/** Takes entries apart. */
export function buildCorpus(entries: readonly FaqEntry[], findConcepts: ConceptFinder): Corpus {
  const vocabulary = createVocabulary();
  const writer = createRowWriter(vocabulary, findConcepts);
  const rowEntries: number[] = [];
  const rowLanguages: string[] = [];
  entries.forEach((entry, position) => {
    for (const language of languagesOf(entry)) {
      writer.writeRow(entry, language);
      rowEntries.push(position);
      rowLanguages.push(language);
    }
  });
  const parts = writer.finish();
  const statistics = termStatistics(vocabulary, parts, rowLanguages.length);
  return {
    entries,
    vocabulary,
    findConcepts,
    rowEntries: Uint32Array.from(rowEntries),
    rowLanguages,
    ...parts,
    statistics,
  };
}

/** Writes the rows one after the other; what it notes down about a row is kept in arrays that all rows share. */
function createRowWriter(vocabulary: Vocabulary, findConcepts: ConceptFinder) {
  const [postingTerms, packed] = [createGrowingArray(), createGrowingArray()];
  const [variantOffsets, termOffsets] = [createGrowingArray(), createGrowingArray()];
  const variantTerms = createGrowingArray();
  /** By term: how often the present row has it, fields weighted. */
  const frequency: number[] = [];
  /** By term: the last text it was seen in, so that a variant lists it once. */
  const lastText: number[] = [];
  let touched: number[] = [];
  let [row, text] = [0, 0];

  const count = (term: number, times: number): void => {
    const before = frequency[term] ?? 0;
    if (before === 0) touched.push(term);
    frequency[term] = before + times;
  };
  const note = (term: number, times: number, isInVariant: boolean): void => {
    count(term, times);
    if (!isInVariant || lastText[term] === text) return;
    lastText[term] = text;
    variantTerms.push(term);
  };
  const writeVariant = (units: readonly Unit[], times: number): void => {
    text++;
    termOffsets.push(variantTerms.length());
    const terms = units.map(({ key, weight }) => addUnit(vocabulary, key, weight));
    units.forEach((unit, at) => {
      const term = terms[at] as number;
      note(term, times, true);
      if (!unit.isGram) vocabulary.words.set(unit.word, term);
      const before = units[at - 1];
      if (before === undefined || !unit.isJoined) return;
      const pair = addPair(vocabulary, terms[at - 1] as number, term, pairWeight(before, unit));
      note(pair, times, true);
    });
    for (const { key, weight } of findConcepts(units))
      note(addUnit(vocabulary, key, weight), times, true);
  };
  const writeAnswer = (units: readonly Unit[], times: number): void => {
    let previous: { term: number; unit: Unit } | undefined;
    for (const unit of units) {
      const term = addUnit(vocabulary, unit.key, unit.weight);
      if (!unit.isGram && unit.weight >= 0.6) count(term, times);
      if (!unit.isGram) vocabulary.words.set(unit.word, term);
      if (unit.isGram && unit.isJoined && previous?.unit.isGram) {
        count(addPair(vocabulary, previous.term, term, pairWeight(previous.unit, unit)), times);
      }
      previous = { term, unit };
    }
  };
  const writeRow = (entry: FaqEntry, language: string): void => {
    const variants = variantsOf(entry, language);
    const texts = variants.map((variant) => unitsOf(variant.text));
    const asked = variants.filter(({ field }) => field !== "tag").length;
    variantOffsets.push(termOffsets.length());
    const length = texts.reduce((sum, units) => sum + units.length, 0) / Math.max(1, texts.length);
    const share =
      1 / (asked ** FIELD_WEIGHT.variantPower * lengthNorm(length, FIELD_WEIGHT.usualLength));
    variants.forEach(({ field }, at) => {
      writeVariant(texts[at] ?? [], field === "tag" ? FIELD_WEIGHT.tags : share);
    });
    const answers = localesOf(entry.answer, language);
    for (const locale of answers) {
      const answer = entry.answer[locale];
      if (answer === undefined) continue;
      const units = unitsOf(plainAnswer(answer));
      const norm = lengthNorm(units.length, FIELD_WEIGHT.usualAnswerLength);
      writeAnswer(units, FIELD_WEIGHT.answer / (answers.length * norm));
    }
    for (const term of touched) {
      const times = frequency[term] as number;
      postingTerms.push(term);
      packed.push(packPosting(row, times / (FIELD_WEIGHT.saturation + times)));
      frequency[term] = 0;
    }
    touched = [];
    row++;
  };
  const finish = () => {
    variantOffsets.push(termOffsets.length());
    termOffsets.push(variantTerms.length());
    return {
      postings: sortPostings(postingTerms.finish(), packed.finish(), vocabulary.weights.length),
      variantOffsets: variantOffsets.finish(),
      termOffsets: termOffsets.finish(),
      variantTerms: variantTerms.finish(),
    };
  };
  return { writeRow, finish };
}

const lengthNorm = (length: number, usual: number): number =>
  1 - FIELD_WEIGHT.lengthShare + (FIELD_WEIGHT.lengthShare * length) / usual;

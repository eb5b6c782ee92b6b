import { plainAnswer } from "./answer-text.ts";
import type { ConceptFinder } from "./concepts.ts";
import { localesOf, variantsOf } from "./entry-variants.ts";
import type { FaqAnswer } from "./faq-answer.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { createGrowingArray } from "./growing-array.ts";
import { packPosting, sortPostings } from "./postings.ts";
import { FIELD_WEIGHT } from "./ranking-weights.ts";
import { termsOfAnswer, termsOfQuestion } from "./text-terms.ts";
import { unitsOf } from "./units.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Writes rows one after the other. How much a term weighs in a row follows from that row alone, never from others. */
export function createRowWriter(vocabulary: Vocabulary, findConcepts: ConceptFinder) {
  const [postingTerms, packed] = [createGrowingArray(), createGrowingArray()];
  const [variantOffsets, termOffsets] = [createGrowingArray(), createGrowingArray()];
  const variantTerms = createGrowingArray();
  let row = 0;

  const writeVariant = (terms: readonly number[]): void => {
    termOffsets.push(variantTerms.length());
    for (const term of new Set(terms)) variantTerms.push(term);
  };
  const writeRow = (entry: FaqEntry, language: string): void => {
    const variants = variantsOf(entry, language).map(({ field, text }) => {
      const units = unitsOf(text);
      return {
        field,
        length: units.length,
        terms: termsOfQuestion(units, vocabulary, findConcepts),
      };
    });
    variantOffsets.push(termOffsets.length());
    for (const { terms } of variants) writeVariant(terms);
    const share = questionShare(variants.filter(({ field }) => field !== "tag"));
    const asked = variants.map(({ field, terms }) => ({
      terms,
      share: field === "tag" ? FIELD_WEIGHT.tags : share,
    }));
    for (const [term, times] of counted([...asked, ...answersOf(entry, language, vocabulary)])) {
      postingTerms.push(term);
      packed.push(packPosting(row, times / (FIELD_WEIGHT.saturation + times)));
    }
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

function counted(
  texts: readonly { readonly terms: readonly number[]; readonly share: number }[],
): Map<number, number> {
  const frequencies = new Map<number, number>();
  for (const { terms, share } of texts) {
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + share);
  }
  return frequencies;
}

/** What one occurrence in a question counts: less where an entry is asked in many ways, or at length. */
function questionShare(asked: readonly { readonly length: number }[]): number {
  const variants = Math.max(1, asked.length);
  const length = asked.reduce((sum, variant) => sum + variant.length, 0) / variants;
  return 1 / (variants ** FIELD_WEIGHT.variantPower * lengthNorm(length, FIELD_WEIGHT.usualLength));
}

function answersOf({ answer }: FaqEntry, language: string, vocabulary: Vocabulary) {
  const locales = localesOf(answer, language);
  return locales.map((locale) => {
    const units = unitsOf(plainAnswer(answer[locale] as FaqAnswer));
    const norm = lengthNorm(units.length, FIELD_WEIGHT.usualAnswerLength);
    const share = FIELD_WEIGHT.answer / (locales.length * norm);
    return { terms: termsOfAnswer(units, vocabulary), share };
  });
}

const lengthNorm = (length: number, usual: number): number =>
  1 - FIELD_WEIGHT.lengthShare + (FIELD_WEIGHT.lengthShare * length) / usual;

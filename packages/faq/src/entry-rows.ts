import { plainAnswer } from "./answer-text.ts";
import { languagesOf, localesOf, variantsOf } from "./entry-variants.ts";
import type { FaqAnswer } from "./faq-answer.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { FIELD_WEIGHT } from "./ranking-weights.ts";
import type { TermCounter } from "./term-counter.ts";
import { addTermsOfAnswer, type TermReader, termsOfQuestion } from "./text-terms.ts";
import { unitsOf } from "./units.ts";

/** An entry in one language, taken apart. */
export interface EntryRow {
  readonly language: string;
  /** For each way of asking, its terms. */
  readonly variants: readonly (readonly number[])[];
  /** The distinct terms, in the order in which they come. */
  readonly terms: readonly number[];
  /** By place in `terms`: how often it occurs, occurrences weighed by where they are. */
  readonly frequencies: readonly number[];
  /** Every word that may be named to a reader, as often as it occurs. */
  readonly words: readonly number[];
}

/**
 * Takes an entry apart. How much a term weighs in a row follows from that row alone, never from others; and the same entry
 * is always taken apart alike, so that what it added can be taken away.
 */
export function rowsOfEntry(entry: FaqEntry, reader: RowReader): EntryRow[] {
  return languagesOf(entry).map((language) => rowOf(entry, language, { ...reader, words: [] }));
}

/** What entries are read with. */
export interface RowReader extends Omit<TermReader, "words"> {
  readonly counter: TermCounter;
}

function rowOf(entry: FaqEntry, language: string, reader: RowReader & TermReader): EntryRow {
  const { counter, words } = reader;
  const variants = variantsOf(entry, language).map(({ field, text }) => {
    const units = unitsOf(text);
    // What other customers typed is searched, but no word of it is named to anybody as a correction.
    const own = field === "learnt" ? { ...reader, words: [] } : reader;
    return { field, length: units.length, terms: termsOfQuestion(units, own) };
  });
  const share = questionShare(variants.filter(({ field }) => field !== "tag"));
  for (const { field, terms } of variants) {
    counter.count(terms, field === "tag" ? FIELD_WEIGHT.tags : share);
  }
  const { answer } = entry;
  const locales = localesOf(answer, language);
  for (const locale of locales) {
    const terms: number[] = [];
    const length = addTermsOfAnswer(plainAnswer(answer[locale] as FaqAnswer), reader, terms);
    const norm = lengthNorm(length, FIELD_WEIGHT.usualAnswerLength);
    counter.count(terms, FIELD_WEIGHT.answer / (locales.length * norm));
  }
  return { language, variants: variants.map(({ terms }) => terms), ...counter.finish(), words };
}

/** What one occurrence in a question counts: less where an entry is asked in many ways, or at length. */
function questionShare(asked: readonly { readonly length: number }[]): number {
  const variants = Math.max(1, asked.length);
  const length = asked.reduce((sum, variant) => sum + variant.length, 0) / variants;
  return 1 / (variants ** FIELD_WEIGHT.variantPower * lengthNorm(length, FIELD_WEIGHT.usualLength));
}

const lengthNorm = (length: number, usual: number): number =>
  1 - FIELD_WEIGHT.lengthShare + (FIELD_WEIGHT.lengthShare * length) / usual;

import type { ConceptFinder } from "./concepts.ts";
import { foldText } from "./fold-text.ts";
import { append } from "./growing-array.ts";
import { CONTENT_FROM } from "./ranking-weights.ts";
import { TERM_KIND } from "./term-kind.ts";
import type { NumberedPiece, Piece } from "./text-pieces.ts";
import { scanFolded, type Unit } from "./units.ts";
import { addPair, addUnit, type Vocabulary } from "./vocabulary.ts";

/** What texts are read with. */
export interface TermReader {
  readonly vocabulary: Vocabulary;
  readonly findConcepts: ConceptFinder;
  /** Every word that was read, as often as it occurs. */
  readonly words: number[];
}

/** The terms of a question: its units, their pairs, its concepts; as often as they occur. */
export function termsOfQuestion(units: readonly Unit[], reader: TermReader): number[] {
  const { vocabulary, findConcepts } = reader;
  const terms: number[] = [];
  let left = -1;
  for (const unit of units) {
    const term = unit.isGram ? addUnit(vocabulary, unit.key, unit.kind) : wordTerm(unit, reader);
    terms.push(term);
    if (unit.isJoined && left >= 0) terms.push(addPair(vocabulary, left, term));
    left = term;
  }
  for (const { key, isGram } of findConcepts(units)) {
    const term = addUnit(vocabulary, key, TERM_KIND.concept);
    terms.push(term);
    if (isGram) terms.push(addPair(vocabulary, term, term));
  }
  return terms;
}

/**
 * Adds the terms of an answer: words that say something, as the others are too common to be worth listing, and pairs of
 * characters. Answers are most of a knowledge base: no unit is made of them.
 *
 * @returns how many units there are
 */
export function addTermsOfAnswer(answer: string, reader: TermReader, terms: number[]): number {
  const { vocabulary, words } = reader;
  let count = 0;
  let left: NumberedPiece | undefined;
  scanFolded(foldText(answer).text, (piece, isJoined) => {
    count++;
    if (!piece.isGram && piece.weight >= CONTENT_FROM) {
      terms.push(termOf(piece, vocabulary));
      words.push(piece.wordNumber);
    }
    if (piece.isGram && isJoined && left?.isGram) {
      terms.push(addPair(vocabulary, termOf(left, vocabulary), termOf(piece, vocabulary)));
    }
    left = piece;
  });
  return count;
}

function termOf(piece: NumberedPiece, vocabulary: Vocabulary): number {
  if (piece.vocabulary === vocabulary.number) return piece.term;
  const { key, kind, isGram } = piece;
  piece.vocabulary = vocabulary.number;
  piece.wordNumber = isGram ? -1 : wordNumber(piece, vocabulary);
  piece.term = isGram
    ? addUnit(vocabulary, key, kind)
    : (vocabulary.wordTerms.values[piece.wordNumber] as number);
  return piece.term;
}

function wordTerm(unit: Unit, { vocabulary, words }: TermReader): number {
  const word = wordNumber(unit, vocabulary);
  words.push(word);
  return vocabulary.wordTerms.values[word] as number;
}

function wordNumber({ key, word, kind }: Piece, vocabulary: Vocabulary): number {
  const known = vocabulary.words.get(word);
  if (known !== undefined) return known;
  const number = vocabulary.spellings.push(word) - 1;
  vocabulary.words.set(word, number);
  append(vocabulary.wordTerms, addUnit(vocabulary, key, kind));
  return number;
}

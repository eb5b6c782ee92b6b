import { CONCEPT_WEIGHT, PAIR_WEIGHT, UNIT_WEIGHT } from "./ranking-weights.ts";

/**
 * What sort of thing a term is. It follows from the term's key alone and never from the texts that it stands in, so that
 * taking a text away leaves no trace.
 */
export const TERM_KIND = {
  word: 0,
  stopWord: 1,
  number: 2,
  longNumber: 3,
  han: 4,
  functionCharacter: 5,
  gram: 6,
  concept: 7,
  /** Stands beside a concept, as the pair of it with itself, where characters evoke it. */
  evokedByGrams: 8,
  pairOfWords: 9,
  pairWithStopWord: 10,
  pairOfGrams: 11,
  mixedPair: 12,
} as const;

/** By kind: how much a term says before its rarity. */
const WEIGHTS: readonly number[] = [
  UNIT_WEIGHT.word,
  UNIT_WEIGHT.stopWord,
  UNIT_WEIGHT.number,
  UNIT_WEIGHT.longNumber,
  UNIT_WEIGHT.han,
  UNIT_WEIGHT.functionCharacter,
  UNIT_WEIGHT.gram,
  CONCEPT_WEIGHT.words,
  0,
  PAIR_WEIGHT.words,
  PAIR_WEIGHT.wordsWithStopWord,
  PAIR_WEIGHT.grams,
  PAIR_WEIGHT.mixed,
];

/** How much a term of a kind says before its rarity. */
export const weightOfKind = (kind: number): number => WEIGHTS[kind] as number;

/** Whether a unit of a kind is a character rather than a word. */
export const isGramKind = (kind: number): boolean =>
  kind >= TERM_KIND.han && kind <= TERM_KIND.gram;

/** The kind of two neighbouring units. */
export function pairKind(left: number, right: number): number {
  if (left === TERM_KIND.concept) return TERM_KIND.evokedByGrams;
  const grams = (isGramKind(left) ? 1 : 0) + (isGramKind(right) ? 1 : 0);
  if (grams > 0) return grams === 2 ? TERM_KIND.pairOfGrams : TERM_KIND.mixedPair;
  return left === TERM_KIND.word && right === TERM_KIND.word
    ? TERM_KIND.pairOfWords
    : TERM_KIND.pairWithStopWord;
}

import { createPairTable, type PairTable } from "./pair-table.ts";
import { PAIR_WEIGHT } from "./ranking-weights.ts";
import type { Unit } from "./units.ts";

/** Everything that texts are made of (units, pairs of neighbours, concepts), numbered as *terms* from 0 up. */
export interface Vocabulary {
  /** Units and concepts. */
  readonly units: Map<string, number>;
  /** Pairs of neighbouring units. */
  readonly pairs: PairTable;
  /** By term: how much it says before its rarity. */
  readonly weights: number[];
  /** Words as they are written, with their unit: what typing mistakes are compared with. */
  readonly words: Map<string, number>;
}

/** A vocabulary without terms. */
export const createVocabulary = (): Vocabulary => ({
  units: new Map(),
  pairs: createPairTable(),
  weights: [],
  words: new Map(),
});

/**
 * The term of a unit or concept, added when it is new. Where two words share a stem, the lesser weight counts, so that
 * the order of texts does not matter.
 */
export function addUnit(vocabulary: Vocabulary, key: string, weight: number): number {
  const known = vocabulary.units.get(key);
  if (known !== undefined) return lighten(vocabulary, known, weight);
  vocabulary.units.set(key, vocabulary.weights.length);
  return vocabulary.weights.push(weight) - 1;
}

/** The term of a pair of neighbours, added when it is new. */
export function addPair(
  vocabulary: Vocabulary,
  left: number,
  right: number,
  weight: number,
): number {
  const known = vocabulary.pairs.get(left, right);
  if (known >= 0) return lighten(vocabulary, known, weight);
  vocabulary.pairs.add(left, right, vocabulary.weights.length);
  return vocabulary.weights.push(weight) - 1;
}

function lighten({ weights }: Vocabulary, term: number, weight: number): number {
  if (weight < (weights[term] as number)) weights[term] = weight;
  return term;
}

/** How much two neighbours say beyond what each says alone. */
export function pairWeight(left: Unit, right: Unit): number {
  if (left.isGram && right.isGram) return PAIR_WEIGHT.grams;
  if (left.isGram || right.isGram) return PAIR_WEIGHT.mixed;
  return left.weight < 1 || right.weight < 1 ? PAIR_WEIGHT.wordsWithStopWord : PAIR_WEIGHT.words;
}

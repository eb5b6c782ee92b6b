import { createGrowingArray, type GrowingArray, grown } from "./growing-array.ts";
import { createPairTable, type PairTable } from "./pair-table.ts";
import { pairKind } from "./term-kind.ts";
import { type AlikeFinder, createAlikeFinder } from "./words-alike.ts";

/** Everything that texts are made of (units, pairs of neighbours, concepts), numbered as *terms* from 0 up. */
export interface Vocabulary {
  /** Tells it from all others. */
  readonly number: number;
  /** Units and concepts. */
  readonly units: Map<string, number>;
  /** Pairs of neighbouring units. */
  readonly pairs: PairTable;
  /** By term: its kind. */
  kinds: Uint8Array;
  /** How many terms there are. */
  termCount: number;
  /** Words as they are written, numbered from 0 up: what typing mistakes are compared with. */
  readonly words: Map<string, number>;
  /** By word: how it is written. */
  readonly spellings: string[];
  /** By word: its term. */
  readonly wordTerms: GrowingArray;
  /** Finds words by letters that they share. */
  readonly findAlike: AlikeFinder;
}

/** How many there were: only tells one from the other. */
let vocabularies = 0;

/** A vocabulary without terms. */
export function createVocabulary(): Vocabulary {
  const spellings: string[] = [];
  return {
    number: ++vocabularies,
    units: new Map(),
    pairs: createPairTable(),
    kinds: new Uint8Array(1024),
    termCount: 0,
    words: new Map(),
    spellings,
    wordTerms: createGrowingArray(),
    findAlike: createAlikeFinder(spellings),
  };
}

/** The term of a unit or concept, added when it is new. */
export function addUnit(vocabulary: Vocabulary, key: string, kind: number): number {
  const known = vocabulary.units.get(key);
  if (known !== undefined) return known;
  vocabulary.units.set(key, vocabulary.termCount);
  return addTerm(vocabulary, kind);
}

/** The term of a pair of neighbours, added when it is new. */
export function addPair(vocabulary: Vocabulary, left: number, right: number): number {
  const known = vocabulary.pairs.get(left, right);
  if (known >= 0) return known;
  const { kinds, termCount } = vocabulary;
  vocabulary.pairs.add(left, right, termCount);
  return addTerm(vocabulary, pairKind(kinds[left] as number, kinds[right] as number));
}

function addTerm(vocabulary: Vocabulary, kind: number): number {
  const term = vocabulary.termCount++;
  if (term === vocabulary.kinds.length) vocabulary.kinds = grown(vocabulary.kinds, term + 1);
  vocabulary.kinds[term] = kind;
  return term;
}

import type { Concept } from "./concepts.ts";
import type { Corpus } from "./corpus.ts";
import type { Correction, Corrector } from "./correct-word.ts";
import { stemOf } from "./english-words.ts";
import { SIMILARITY } from "./ranking-weights.ts";
import { rarity } from "./term-statistics.ts";
import { type Unit, unitsOf } from "./units.ts";
import { pairWeight } from "./vocabulary.ts";

/** Longer queries are cut here: nobody types so much, and the cost of a search stays bounded. */
const LONGEST_QUERY = 4096;

/** A unit of the query and what the corpus knows of it. */
export interface QueryUnit {
  readonly unit: Unit;
  /** Its term, or that of the word it is read as; -1 when the corpus has neither. */
  readonly term: number;
  /** What an unknown word is read as. */
  readonly corrections: readonly Correction[];
  /** The pair that it forms with the unit before, or -1. */
  readonly pair: number;
  /** The key of the word that it is read as; its own when the corpus knows it. */
  readonly readAs: string;
}

/** A query, read with the eyes of a corpus. */
export interface Query {
  /** The text, cut to a bearable length. */
  readonly text: string;
  readonly units: readonly QueryUnit[];
  readonly concepts: readonly (Concept & { readonly term: number })[];
  /** All terms to look for, with what each adds. */
  readonly terms: ReadonlyMap<number, number>;
  /** What a variant would have to hold to be the query itself. */
  readonly mass: number;
}

/** Reads a query. */
export function readQuery(original: string, corpus: Corpus, correct: Corrector): Query {
  const text = cut(original);
  const units = readUnits(unitsOf(text), corpus, correct);
  const sum = createTermSum(corpus);
  for (const [at, unit] of units.entries()) addUnit(sum, unit, units[at - 1]);
  const asRead = units.map(({ unit, readAs }) => ({ ...unit, key: readAs }));
  const concepts = corpus.findConcepts(asRead).map((concept) => {
    const term = corpus.vocabulary.units.get(concept.key) ?? -1;
    sum.add(term, 1);
    return { ...concept, term };
  });
  return { text, units, concepts, terms: sum.terms, mass: sum.mass() };
}

function readUnits(
  found: readonly Unit[],
  { vocabulary }: Corpus,
  correct: Corrector,
): QueryUnit[] {
  let left = -1;
  return found.map((unit) => {
    const known = vocabulary.units.get(unit.key);
    const corrections = known === undefined && !unit.isGram ? correct(unit.word) : [];
    const [best] = corrections;
    const term = known ?? best?.term ?? -1;
    const pair = unit.isJoined && left >= 0 && term >= 0 ? vocabulary.pairs.get(left, term) : -1;
    left = term;
    return {
      unit,
      term,
      corrections,
      pair,
      readAs: best === undefined ? unit.key : stemOf(best.word),
    };
  });
}

/** How much a unit of a query says: nothing is as rare as a word that no row has. */
export const unitMass = ({ unit, term }: QueryUnit, { statistics }: Corpus): number =>
  term < 0 ? unit.weight * rarity(0, statistics.rowCount) : (statistics.weights[term] as number);

/** Collects the terms of a query, each once with its greatest weight, and their mass. */
function createTermSum({ statistics: { weights, rowCount } }: Corpus) {
  const terms = new Map<number, number>();
  const unknownRarity = rarity(0, rowCount);
  let mass = 0;
  const add = (term: number, share: number): void => {
    if (term < 0) return;
    const weight = (weights[term] as number) * share;
    const before = terms.get(term);
    if (before === undefined) mass += weight;
    if (before === undefined || before < weight) terms.set(term, weight);
  };
  const miss = (weight: number): void => {
    mass += weight * unknownRarity;
  };
  return { terms, add, miss, mass: () => mass };
}

type TermSum = ReturnType<typeof createTermSum>;

function addUnit(
  sum: TermSum,
  { unit, term, corrections, pair }: QueryUnit,
  before: QueryUnit | undefined,
): void {
  if (term < 0) sum.miss(unit.weight);
  if (corrections.length === 0) sum.add(term, 1);
  for (const { term, similarity } of corrections) sum.add(term, similarity);
  if (pair >= 0) sum.add(pair, 1);
  else if (before !== undefined && unit.isJoined) {
    sum.miss(pairWeight(before.unit, unit) * SIMILARITY.unknownPair);
  }
}

function cut(text: string): string {
  if (text.length <= LONGEST_QUERY) return text;
  const last = text.charCodeAt(LONGEST_QUERY - 1);
  return text.slice(0, LONGEST_QUERY - (last >= 0xd800 && last <= 0xdbff ? 1 : 0));
}

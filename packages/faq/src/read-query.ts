import type { Concept } from "./concepts.ts";
import type { Correction } from "./correct-word.ts";
import { stemOf } from "./english-words.ts";
import type { FaqView } from "./faq-view.ts";
import { SIMILARITY } from "./ranking-weights.ts";
import { pairKind, weightOfKind } from "./term-kind.ts";
import { rarity, type TermStatistics } from "./term-statistics.ts";
import { cutBefore } from "./text-range.ts";
import { type Unit, unitsOf } from "./units.ts";

/** Longer queries are cut here: nobody types so much, and the cost of a search stays bounded. */
const LONGEST_QUERY = 4096;

/** A unit of the query and what the corpus knows of it. */
export interface QueryUnit {
  readonly unit: Unit;
  /** Its term, or that of the word it is read as; -1 when the audience sees neither. */
  readonly term: number;
  /** What an unknown word is read as. */
  readonly corrections: readonly Correction[];
  /** The pair that it forms with the unit before, or -1. */
  readonly pair: number;
  /** The key of the word that it is read as; its own when it is known. */
  readonly readAs: string;
}

/** A query, read with the eyes of an audience. */
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
export function readQuery(original: string, view: FaqView): Query {
  const text = cutQuery(original);
  const units = readUnits(unitsOf(text), view);
  const sum: TermSum = { statistics: view.statistics, terms: new Map(), mass: 0 };
  units.forEach((unit, at) => {
    addUnit(sum, unit, units[at - 1]);
  });
  const asRead = units.map(({ unit, readAs }) =>
    readAs === unit.key ? unit : { ...unit, key: readAs },
  );
  const concepts = view.corpus.findConcepts(asRead).map((concept) => {
    const stored = view.corpus.vocabulary.units.get(concept.key) ?? -1;
    const term = view.statistics.has(stored) ? stored : -1;
    addTerm(sum, term, 1);
    return { ...concept, term };
  });
  return { text, units, concepts, terms: sum.terms, mass: sum.mass };
}

/** What of a text is read. */
export const cutQuery = (text: string): string => text.slice(0, cutBefore(text, LONGEST_QUERY));

function readUnits(found: readonly Unit[], view: FaqView): QueryUnit[] {
  const { units } = view.corpus.vocabulary;
  let left = -1;
  return found.map((unit) => {
    const stored = units.get(unit.key) ?? -1;
    const read = view.statistics.has(stored)
      ? { unit, term: stored, corrections: NONE, pair: -1, readAs: unit.key }
      : readUnknown(unit, view);
    // Answers are searched by pairs of characters alone: a pair may be known where its halves are not.
    const right = unit.isGram ? stored : read.term;
    if (unit.isJoined) read.pair = knownPair(view, left, right);
    left = right;
    return read;
  });
}

function readUnknown(unit: Unit, view: FaqView) {
  const corrections = correctionsOf(unit, view);
  const [best] = corrections;
  const readAs = best === undefined ? unit.key : stemOf(best.word);
  return { unit, term: best?.term ?? -1, corrections, pair: -1, readAs };
}

const NONE: readonly Correction[] = [];

const correctionsOf = ({ isGram, word }: Unit, { corrector }: FaqView): readonly Correction[] =>
  isGram ? NONE : corrector.correct(word);

function knownPair({ corpus, statistics }: FaqView, left: number, right: number): number {
  if (left < 0 || right < 0) return -1;
  const pair = corpus.vocabulary.pairs.get(left, right);
  return statistics.has(pair) ? pair : -1;
}

/** How much a unit of a query says: nothing is as rare as a word that no row has. */
export const unitMass = ({ unit, term }: QueryUnit, statistics: TermStatistics): number =>
  term < 0 ? unit.weight * rarity(0, statistics.rowCount()) : statistics.weightOf(term);

/** The terms of a query, each once with its greatest weight, and their mass. */
interface TermSum {
  readonly statistics: TermStatistics;
  readonly terms: Map<number, number>;
  mass: number;
}

function addTerm(sum: TermSum, term: number, share: number): void {
  if (term < 0) return;
  const weight = sum.statistics.weightOf(term) * share;
  const before = sum.terms.get(term);
  if (before === undefined) sum.mass += weight;
  if (before === undefined || before < weight) sum.terms.set(term, weight);
}

/** Nothing is as rare as what no row has. */
function miss(sum: TermSum, weight: number): void {
  sum.mass += weight * rarity(0, sum.statistics.rowCount());
}

function addUnit(
  sum: TermSum,
  { unit, term, corrections, pair }: QueryUnit,
  before: QueryUnit | undefined,
): void {
  if (term < 0) miss(sum, unit.weight);
  if (corrections.length === 0) addTerm(sum, term, 1);
  for (const { term, similarity } of corrections) addTerm(sum, term, similarity);
  if (pair >= 0) addTerm(sum, pair, 1);
  else if (before !== undefined && unit.isJoined) {
    const kind = pairKind(before.unit.kind, unit.kind);
    miss(sum, weightOfKind(kind) * SIMILARITY.unknownPair);
  }
}

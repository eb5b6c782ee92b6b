import type { Concept } from "./concepts.ts";
import type { Corpus } from "./corpus.ts";
import type { Correction, Corrector } from "./correct-word.ts";
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
  /** Its weight times its rarity. */
  readonly weight: number;
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
  const { vocabulary, statistics, findConcepts } = corpus;
  const { weights } = statistics;
  const found = unitsOf(text);
  const terms = new Map<number, number>();
  let mass = 0;
  const add = (term: number, share: number): void => {
    if (term < 0) return;
    const weight = (weights[term] as number) * share;
    const before = terms.get(term);
    if (before === undefined) mass += weight;
    if (before === undefined || before < weight) terms.set(term, weight);
  };
  const units: QueryUnit[] = [];
  for (const unit of found) {
    const known = vocabulary.units.get(unit.key) ?? -1;
    const corrections = known < 0 && !unit.isGram ? correct(unit.word) : [];
    const term = known >= 0 ? known : (corrections[0]?.term ?? -1);
    const before = units.at(-1);
    const pair =
      before !== undefined && unit.isJoined && before.term >= 0 && term >= 0
        ? vocabulary.pairs.get(before.term, term)
        : -1;
    const weight =
      term >= 0 ? (weights[term] as number) : unit.weight * rarity(0, statistics.rowCount);
    units.push({ unit, term, corrections, pair, weight });
    if (known >= 0) add(known, 1);
    for (const { term, similarity } of corrections) add(term, similarity);
    if (term < 0) mass += weight;
    if (pair >= 0) add(pair, 1);
    else if (before !== undefined && unit.isJoined) {
      mass += pairWeight(before.unit, unit) * rarity(0, statistics.rowCount) * UNKNOWN_PAIR;
    }
  }
  const concepts = findConcepts(found).map((concept) => {
    const term = vocabulary.units.get(concept.key) ?? -1;
    add(term, 1);
    return { ...concept, term };
  });
  return { text, units, concepts, terms, mass };
}

const UNKNOWN_PAIR = 0.5;

function cut(text: string): string {
  if (text.length <= LONGEST_QUERY) return text;
  const last = text.charCodeAt(LONGEST_QUERY - 1);
  return text.slice(0, LONGEST_QUERY - (last >= 0xd800 && last <= 0xdbff ? 1 : 0));
}

import type { ConceptFinder } from "./concepts.ts";
import type { Unit } from "./units.ts";
import { addPair, addUnit, pairWeight, type Vocabulary } from "./vocabulary.ts";

/** Below this, a unit is a function word: too common in answers to be worth listing. */
const CONTENT = 0.6;

/** The terms of a question: its units, their pairs, its concepts; as often as they occur. */
export function termsOfQuestion(
  units: readonly Unit[],
  vocabulary: Vocabulary,
  findConcepts: ConceptFinder,
): number[] {
  const terms: number[] = [];
  let left = -1;
  units.forEach((unit, at) => {
    const term = unit.isGram
      ? addUnit(vocabulary, unit.key, unit.weight)
      : wordTerm(unit, vocabulary);
    terms.push(term);
    if (unit.isJoined && left >= 0) {
      terms.push(addPair(vocabulary, left, term, pairWeight(units[at - 1] as Unit, unit)));
    }
    left = term;
  });
  for (const { key, weight } of findConcepts(units)) {
    terms.push(addUnit(vocabulary, key, weight));
  }
  return terms;
}

/** The terms of an answer: words that say something, and pairs of characters. */
export function termsOfAnswer(units: readonly Unit[], vocabulary: Vocabulary): number[] {
  const terms: number[] = [];
  units.forEach((unit, at) => {
    const left = units[at - 1];
    if (!unit.isGram && unit.weight >= CONTENT) terms.push(wordTerm(unit, vocabulary));
    if (unit.isGram && unit.isJoined && left?.isGram) terms.push(pairTerm(left, unit, vocabulary));
  });
  return terms;
}

function wordTerm({ key, word, weight }: Unit, vocabulary: Vocabulary): number {
  const term = addUnit(vocabulary, key, weight);
  vocabulary.words.set(word, term);
  return term;
}

function pairTerm(left: Unit, right: Unit, vocabulary: Vocabulary): number {
  const [first, second] = [left, right].map(({ key, weight }) => addUnit(vocabulary, key, weight));
  return addPair(vocabulary, first as number, second as number, pairWeight(left, right));
}

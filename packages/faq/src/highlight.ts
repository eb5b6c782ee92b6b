import type { ConceptFinder } from "./concepts.ts";
import { CONTENT_FROM, UNIT_WEIGHT } from "./ranking-weights.ts";
import type { Query } from "./read-query.ts";
import type { TextRange } from "./search-result.ts";
import { joinRanges } from "./text-range.ts";
import { type Unit, unitsOf } from "./units.ts";

/** Finds what to mark in a text. */
export type Highlighter = (text: string) => TextRange[];

const pairKey = (left: string, right: string): string => `${left} ${right}`;

/** Marks what a query has found: its words, what they were corrected to, and other words of the same concept. */
export function highlighterOf(query: Query, findConcepts: ConceptFinder): Highlighter {
  let prepared: Highlighter | undefined;
  return (text) => {
    prepared ??= preparedHighlighter(query, findConcepts);
    return prepared(text);
  };
}

function preparedHighlighter(query: Query, findConcepts: ConceptFinder): Highlighter {
  const keys = query.units.map(({ readAs }) => readAs);
  const wanted = new Set(keys);
  const pairs = new Set(
    query.units.flatMap(({ unit }, at) =>
      unit.isJoined && at > 0 ? [pairKey(keys[at - 1] ?? "", keys[at] ?? "")] : [],
    ),
  );
  const concepts = new Set(query.concepts.map(({ key }) => key));
  return (text) => {
    const units = unitsOf(text);
    const evoked = concepts.size === 0 ? [] : findConcepts(units);
    const marked = new Set([
      ...evoked
        .filter(({ key }) => concepts.has(key))
        .flatMap(({ from, to }) => units.slice(from, to)),
      ...pairedUnits(units, pairs),
      ...units.filter(
        ({ isGram, weight, key }) => !isGram && weight >= CONTENT_FROM && wanted.has(key),
      ),
    ]);
    // Lone characters are marked only when nothing better is, or half of any Chinese text would be.
    const shown = marked.size > 0 ? [...marked] : loneGrams(units, wanted);
    return joinRanges(shown.map(({ start, end }) => [start, end]));
  };
}

function pairedUnits(units: readonly Unit[], pairs: ReadonlySet<string>): Unit[] {
  const paired: Unit[] = [];
  for (let at = 1; at < units.length; at++) {
    const [before, unit] = [units[at - 1] as Unit, units[at] as Unit];
    const isFunctional = before.weight < CONTENT_FROM && unit.weight < CONTENT_FROM;
    if (!unit.isJoined || !pairs.has(pairKey(before.key, unit.key))) continue;
    if (!isFunctional || unit.isGram) paired.push(before, unit);
  }
  return paired;
}

const loneGrams = (units: readonly Unit[], wanted: ReadonlySet<string>): Unit[] =>
  units.filter(
    ({ isGram, key, weight }) => isGram && weight === UNIT_WEIGHT.han && wanted.has(key),
  );

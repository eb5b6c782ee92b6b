import type { Corpus } from "./corpus.ts";
import { rowHas } from "./postings.ts";
import { CONTENT_FROM } from "./ranking-weights.ts";
import type { Query, QueryUnit } from "./read-query.ts";
import type { FaqTermCoverage } from "./search-result.ts";
import type { Unit } from "./units.ts";

/** Function words say nothing about gaps; characters do, each a part of a word. */
export const saysSomething = ({ isGram, weight }: Unit): boolean =>
  isGram || weight >= CONTENT_FROM;

/** How much a word of the same concept stands for the word itself. */
const BY_CONCEPT = 0.5;

/**
 * What became of each word of a query. Characters that stand together and fare alike are reported as one stretch.
 *
 * @param row - the row of the best hit, -1 for none
 */
export function termCoverage(query: Query, corpus: Corpus, row: number): FaqTermCoverage[] {
  const found: FaqTermCoverage[] = [];
  let isAfterGram = false;
  query.units.forEach((queryUnit, at) => {
    const { unit } = queryUnit;
    const last = found.at(-1);
    // One character that stands for two words ("㎏") is reported once.
    if (!saysSomething(unit) || (last !== undefined && unit.start < last.range[1])) return;
    const known = isKnown(query, at);
    const coverage = coverageOf(query, at, corpus, row);
    const isLonger = isAfterGram && unit.isGram && goesOn(last, unit, { known, coverage });
    if (isLonger) found.pop();
    const start = isLonger ? (last?.range[0] ?? 0) : unit.start;
    const term = query.text.slice(start, unit.end);
    found.push(withCorrection({ term, range: [start, unit.end], known, coverage }, queryUnit));
    isAfterGram = unit.isGram;
  });
  return found;
}

/** Whether a unit follows on a stretch and fares as it does. */
const goesOn = (
  stretch: FaqTermCoverage | undefined,
  { start }: Unit,
  { known, coverage }: Pick<FaqTermCoverage, "known" | "coverage">,
): boolean =>
  stretch?.range[1] === start && stretch.known === known && stretch.coverage === coverage;

const withCorrection = (term: FaqTermCoverage, { corrections: [best] }: QueryUnit) =>
  best === undefined ? term : { ...term, correctedTo: best.word };

/** A character is known by the company it keeps, unless it stands alone. */
function isKnown(query: Query, at: number): boolean {
  const { unit, term } = query.units[at] as QueryUnit;
  const neighbours = pairsAround(query, at);
  return unit.isGram && neighbours.length > 0 ? neighbours.some((pair) => pair >= 0) : term >= 0;
}

/** How much of a unit's weight a row holds, 0 to 1. */
export function coverageOf(query: Query, at: number, corpus: Corpus, row: number): number {
  if (row < 0) return 0;
  const has = (term: number) => term >= 0 && rowHas(corpus.postings, term, row);
  const { unit, term, corrections } = query.units[at] as QueryUnit;
  const neighbours = pairsAround(query, at);
  const isHeld = unit.isGram && neighbours.length > 0 ? neighbours.some(has) : has(term);
  if (isHeld) return corrections[0]?.similarity ?? 1;
  const { concepts } = query;
  return concepts.some(({ from, to, term }) => at >= from && at < to && has(term)) ? BY_CONCEPT : 0;
}

/** The pairs that a character forms with the characters beside it; -1 for pairs that the corpus lacks. */
function pairsAround({ units }: Query, at: number): number[] {
  const [here, next] = [units[at], units[at + 1]];
  const before = units[at - 1];
  const pairs: number[] = [];
  if (here?.unit.isJoined && before?.unit.isGram) pairs.push(here.pair);
  if (next?.unit.isJoined && next.unit.isGram) pairs.push(next.pair);
  return pairs;
}

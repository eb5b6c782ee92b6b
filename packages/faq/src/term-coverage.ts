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
 * @param coverages - by unit, as {@link coveragesOf} says
 */
export function termCoverage(query: Query, coverages: readonly number[]): FaqTermCoverage[] {
  const found: FaqTermCoverage[] = [];
  let isAfterGram = false;
  query.units.forEach((queryUnit, at) => {
    const { unit } = queryUnit;
    const last = found.at(-1);
    // One character that stands for two words ("㎏") is reported once.
    if (!saysSomething(unit) || (last !== undefined && unit.start < last.range[1])) return;
    const known = isKnown(query, at);
    const coverage = coverages[at] as number;
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

/** How much of the weight of each unit of a query a row holds, 0 to 1; nothing where there is no row. */
export function coveragesOf(query: Query, corpus: Corpus, row: number): number[] {
  const has = (term: number) => row >= 0 && term >= 0 && rowHas(corpus.postings, term, row);
  return query.units.map(({ corrections: [best] }, at) => {
    if (isThere(query, at, has)) return best?.similarity ?? 1;
    const isMeant = query.concepts.some(({ from, to, term }) => at >= from && at < to && has(term));
    return isMeant ? BY_CONCEPT : 0;
  });
}

const isKnown = (query: Query, at: number): boolean => isThere(query, at, (term) => term >= 0);

/** A character is known by the company it keeps, unless it stands alone. */
function isThere({ units }: Query, at: number, has: (term: number) => boolean): boolean {
  const { unit, term, pair } = units[at] as QueryUnit;
  if (!unit.isGram) return has(term);
  const [before, next] = [units[at - 1], units[at + 1]];
  const isPaired = unit.isJoined && before?.unit.isGram === true;
  const isPairedNext = next?.unit.isJoined === true && next.unit.isGram;
  if (!isPaired && !isPairedNext) return has(term);
  return (isPaired && has(pair)) || (isPairedNext && has(next.pair));
}

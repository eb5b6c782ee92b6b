import type { FaqView } from "./faq-view.ts";
import type { RankedRow } from "./rank-variants.ts";
import { type Query, unitMass } from "./read-query.ts";
import { saysSomething } from "./term-coverage.ts";
import type { TermStatistics } from "./term-statistics.ts";

/** How much a lead over the second hit adds, and the most that it can. */
const LEAD = { share: 0.5, most: 0.5 } as const;
/** Shared rarity that makes half a proof: "my order" fits many questions, and a likeness that rests on it counts less. */
const HALF_A_PROOF = 0.5;
/** What the weightiest word that the hit lacks costs: it tells "cancel my flight" from "cancel my order". */
const MISSED = 0.6;

/**
 * How sure one can be of the first hit, 0 to 1: its similarity, raised by its lead over the second, lowered where it rests on
 * little or lacks a weighty word of the query. All parts are absolute, which a BM25 score is not; the very same words give 1.
 *
 * @param coverages - by unit of the query: how much of it the first hit holds
 */
export function confidenceOf(
  [first, second]: readonly RankedRow[],
  query: Query,
  { statistics }: FaqView,
  coverages: readonly number[],
): number {
  if (first === undefined) return 0;
  const { similarity, shared } = first;
  const proof = shared / (shared + HALF_A_PROOF);
  const proven = similarity * (proof + (1 - proof) * similarity);
  const lead = LEAD.share * (first.score - (second?.score ?? 0));
  const missed = MISSED * missedShare(query, statistics, coverages);
  return Math.min(1, proven * (1 + Math.min(LEAD.most, lead))) * (1 - missed);
}

/** The weightiest word of the query that a row lacks, as a share of the whole query. */
function missedShare(
  { units }: Query,
  statistics: TermStatistics,
  coverages: readonly number[],
): number {
  let [most, all] = [0, 0];
  for (const [at, unit] of units.entries()) {
    const mass = unitMass(unit, statistics);
    all += mass;
    if (saysSomething(unit.unit)) most = Math.max(most, mass * (1 - (coverages[at] as number)));
  }
  return all === 0 ? 0 : most / all;
}

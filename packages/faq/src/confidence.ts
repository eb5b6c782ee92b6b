import type { RankedRow } from "./rank-variants.ts";

/** How much a lead over the second hit adds, and the most that it can. */
const LEAD = { share: 0.5, most: 0.5 } as const;

/**
 * How sure one can be of the first hit, 0 to 1: its similarity, raised by its lead over the second. Similarity is absolute
 * (shared rarity as a share of what query and variant hold), which a BM25 score is not.
 */
export function confidenceOf([first, second]: readonly RankedRow[]): number {
  if (first === undefined) return 0;
  const lead = LEAD.share * (first.score - (second?.score ?? 0));
  return Math.min(1, first.similarity * (1 + Math.min(LEAD.most, lead)));
}

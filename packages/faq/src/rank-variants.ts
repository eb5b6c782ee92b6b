import type { ScoredRow } from "./best-rows.ts";
import { compareRows } from "./compare-rows.ts";
import type { FaqView } from "./faq-view.ts";
import { SIMILARITY } from "./ranking-weights.ts";
import type { Query } from "./read-query.ts";

/** A candidate, ranked anew by the variant that is most like the query. */
export interface RankedRow extends ScoredRow {
  /** How alike that variant and the query are: 0 nothing shared, 1 the same; comparable between queries. */
  readonly similarity: number;
  /** Which variant of the row it is; -1 when only the answer shares words. */
  readonly variant: number;
  /** How much rarity the two share: a full match of common words is weak evidence still. */
  readonly shared: number;
}

/** Ranks candidates by score and similarity, best first; ties go to the lower id. */
export function rankVariants(
  view: FaqView,
  query: Query,
  candidates: readonly ScoredRow[],
): RankedRow[] {
  const { corpus, marked } = view;
  for (const [term, weight] of query.terms) marked[term] = weight;
  const top = candidates[0]?.score ?? 1;
  const ranked = candidates.map(({ row, score }) => {
    const { similarity, variant, shared } = closestVariant(view, row, query.mass);
    return {
      row,
      score: score / top + SIMILARITY.rerank * similarity,
      similarity,
      variant,
      shared,
    };
  });
  for (const term of query.terms.keys()) marked[term] = 0;
  const inOrder = (rows: readonly RankedRow[]) =>
    rows.toSorted((a, b) => b.score - a.score || compareRows(corpus, a.row, b.row));
  // A longer list goes on below: how many hits are asked for must not change which is the first.
  const { candidates: first } = SIMILARITY;
  return [...inOrder(ranked.slice(0, first)), ...inOrder(ranked.slice(first))];
}

function closestVariant(
  { corpus, statistics, marked }: FaqView,
  row: number,
  queryMass: number,
): Pick<RankedRow, "similarity" | "variant" | "shared"> {
  const variantOffsets = corpus.variantOffsets.values;
  const termOffsets = corpus.termOffsets.values;
  const variantTerms = corpus.variantTerms.values;
  const first = variantOffsets[row] as number;
  const end = variantOffsets[row + 1] as number;
  let closest = { similarity: 0, variant: -1, shared: 0 };
  for (let at = first; at < end; at++) {
    let shared = 0;
    const termsEnd = termOffsets[at + 1] as number;
    for (let place = termOffsets[at] as number; place < termsEnd; place++) {
      shared += marked[variantTerms[place] as number] as number;
    }
    if (shared === 0) continue;
    const mass =
      SIMILARITY.queryShare * queryMass + SIMILARITY.variantShare * statistics.massOf(at);
    const similarity = Math.min(1, shared / mass);
    if (similarity > closest.similarity) closest = { similarity, variant: at - first, shared };
  }
  return closest;
}

import { type Postings, rowsWith } from "./postings.ts";
import { IMAGINED_ROWS, PAIR_WEIGHT } from "./ranking-weights.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What follows from all rows together. Everything else is known from a row alone. */
export interface TermStatistics {
  /** How many rows there are. */
  readonly rowCount: number;
  /** By term: its own weight times its rarity; for pairs of characters also times their cohesion. */
  readonly weights: Float32Array;
  /** By variant: the sum of the weights of its terms. */
  readonly variantMasses: Float32Array;
}

/** Rarity of a term that stands in so many rows: the inverse document frequency of BM25, steadied for small bases. */
export const rarity = (rows: number, rowCount: number): number =>
  Math.log(1 + (rowCount + IMAGINED_ROWS - rows + 0.5) / (rows + 0.5));

interface CorpusParts {
  readonly postings: Postings;
  readonly termOffsets: Uint32Array;
  readonly variantTerms: Uint32Array;
}

/** Weighs all terms and variants of a corpus. */
export function termStatistics(
  vocabulary: Vocabulary,
  { postings, termOffsets, variantTerms }: CorpusParts,
  rowCount: number,
): TermStatistics {
  const weights = Float32Array.from(
    vocabulary.weights,
    (weight, term) => weight * rarity(rowsWith(postings, term), rowCount),
  );
  vocabulary.pairs.forEach((left, right, pair) => {
    if (vocabulary.weights[pair] !== PAIR_WEIGHT.grams) return;
    const rows = [pair, left, right].map((term) => rowsWith(postings, term)) as Triple;
    weights[pair] = (weights[pair] as number) * cohesion(rows, rowCount);
  });
  const variantMasses = new Float32Array(Math.max(0, termOffsets.length - 1));
  for (let variant = 0; variant < variantMasses.length; variant++) {
    const end = termOffsets[variant + 1] as number;
    let mass = 0;
    for (let at = termOffsets[variant] as number; at < end; at++) {
      mass += weights[variantTerms[at] as number] as number;
    }
    variantMasses[variant] = mass;
  }
  return { rowCount, weights, variantMasses };
}

type Triple = [pair: number, left: number, right: number];

/** How firmly two characters belong together: normalized pointwise mutual information plus a half, within 0.1 to 1. */
function cohesion([pair, left, right]: Triple, rowCount: number): number {
  if (pair === 0) return 1;
  const together = pair / rowCount;
  if (together >= 1) return 1;
  const information = Math.log(
    (together * rowCount * rowCount) / (Math.max(left, 1) * Math.max(right, 1)),
  );
  return Math.min(1, Math.max(0.1, 0.5 + information / -Math.log(together)));
}

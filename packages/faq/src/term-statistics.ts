import type { Corpus } from "./corpus.ts";
import { CONCEPT_WEIGHT, IMAGINED_ROWS } from "./ranking-weights.ts";
import type { Tally } from "./tally.ts";
import { TERM_KIND, weightOfKind } from "./term-kind.ts";

/** What follows from all rows that an audience may see together. Worked out when it is asked for, until the next change. */
export interface TermStatistics {
  /** How many rows there are. */
  readonly rowCount: () => number;
  /** In how many of them a term stands. */
  readonly rowsWith: (term: number) => number;
  /** Whether a term stands in any of them. */
  readonly has: (term: number) => boolean;
  /** Whether a word is written in any of them. */
  readonly hasWord: (word: number) => boolean;
  /** A term's own weight times its rarity; for pairs of characters also times their cohesion. */
  readonly weightOf: (term: number) => number;
  /** The sum of the weights of a variant's terms. */
  readonly massOf: (variant: number) => number;
  /** Forgets what was worked out. */
  readonly refresh: () => void;
}

/** Rarity of a term that stands in so many rows: the inverse document frequency of BM25, steadied for small bases. */
export const rarity = (rows: number, rowCount: number): number =>
  Math.log(1 + (rowCount + IMAGINED_ROWS - rows + 0.5) / (rows + 0.5));

/** The statistics of the audience at a level, 0 for the widest. */
export function createStatistics(corpus: Corpus, level: number): TermStatistics {
  let tallies: readonly Tally[] = [];
  let rowCount = 0;
  let weights = new Float32Array();
  let masses = new Float32Array();

  const rowsWith = (term: number): number => {
    if (term < 0) return 0;
    let rows = 0;
    for (let at = 0; at < tallies.length; at++) rows += tallies[at]?.termRows[term] ?? 0;
    return rows;
  };
  const weigh = (term: number): number => {
    const { kinds, pairs } = corpus.vocabulary;
    const kind = kinds[term] as number;
    // No more than there are, unless a forged snapshot says so.
    const rows = Math.min(rowsWith(term), rowCount);
    // Where characters evoke a concept, it weighs little, for words too: both have to be found by it alike.
    const isLight = kind === TERM_KIND.concept && rowsWith(pairs.get(term, term)) > 0;
    const own = isLight ? CONCEPT_WEIGHT.grams : weightOfKind(kind);
    const weight = own * rarity(rows, rowCount);
    if (kind !== TERM_KIND.pairOfGrams) return weight;
    const [left, right] = [rowsWith(pairs.leftOf(term)), rowsWith(pairs.rightOf(term))];
    return weight * cohesion([rows, left, right], rowCount);
  };
  const weightOf = (term: number): number => {
    const known = weights[term] as number;
    if (!Number.isNaN(known)) return known;
    weights[term] = weigh(term);
    return weights[term] as number;
  };
  const measure = (variant: number): number => {
    const { termOffsets, variantTerms } = corpus;
    const end = termOffsets.values[variant + 1] as number;
    let mass = 0;
    for (let at = termOffsets.values[variant] as number; at < end; at++) {
      mass += weightOf(variantTerms.values[at] as number);
    }
    return mass;
  };
  const massOf = (variant: number): number => {
    const known = masses[variant] as number;
    if (!Number.isNaN(known)) return known;
    masses[variant] = measure(variant);
    return masses[variant] as number;
  };
  const refresh = (): void => {
    tallies = corpus.tallies.filter((tally, at) => at <= level && tally.rowCount > 0);
    rowCount = tallies.reduce((sum, tally) => sum + tally.rowCount, 0);
    weights = unknown(weights, corpus.vocabulary.termCount);
    masses = unknown(masses, corpus.termOffsets.length);
  };
  refresh();
  return {
    rowCount: () => rowCount,
    rowsWith,
    has: (term) => rowsWith(term) > 0,
    hasWord: (word) => tallies.some(({ wordTimes }) => (wordTimes[word] ?? 0) > 0),
    weightOf,
    massOf,
    refresh,
  };
}

/** Nothing is known: not a number, so many times. */
function unknown(before: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  const values = before.length >= length ? before : new Float32Array(Math.ceil(length * 1.1));
  return values.fill(Number.NaN);
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

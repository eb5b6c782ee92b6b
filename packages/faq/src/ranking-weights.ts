/** How much a unit says by itself, before its rarity is taken into account. */
export const UNIT_WEIGHT = {
  word: 1,
  stopWord: 0.35,
  number: 0.7,
  longNumber: 0.2,
  han: 0.8,
  functionCharacter: 0.7,
  gram: 0.5,
} as const;

/** A word that says less by itself is a function word. */
export const CONTENT_FROM = 0.6;

/** How much two neighbours say beyond what each says alone. */
export const PAIR_WEIGHT = { words: 0.4, wordsWithStopWord: 0.25, grams: 0.6, mixed: 0.4 } as const;

/**
 * Rows imagined beside the real ones, all without the term, when rarity is reckoned: without them, what most entries of a small
 * base share would weigh nothing, and one unknown word everything.
 */
export const IMAGINED_ROWS = 10;

/** What a concept of the lexicon adds, when evoked by words or by characters. */
export const CONCEPT_WEIGHT = { words: 0.7, grams: 0.25 } as const;

/** BM25F: how fast repetition saturates, how much length is held against a text, and what each field counts. */
export const FIELD_WEIGHT = {
  saturation: 1,
  lengthShare: 0.5,
  usualLength: 10,
  usualAnswerLength: 60,
  /** Occurrences are divided by the number of variants to this power. */
  variantPower: 0.5,
  tags: 1,
  answer: 0.35,
} as const;

/** Similarity of a query and a variant: what each side's unmatched part costs. */
export const SIMILARITY = {
  queryShare: 0.3,
  variantShare: 0.7,
  rerank: 1.5,
  /** What a pair of neighbours that no row has costs, as a share. */
  unknownPair: 0.5,
  /** How many rows are ranked by it; more when a longer list is asked for. */
  candidates: 30,
} as const;

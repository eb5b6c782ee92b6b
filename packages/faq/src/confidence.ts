/** From here up the first hit is taken for the answer. */
export const ANSWER_FROM = 0.5;
/** Below this, no hit is worth asking back about. */
export const HAND_OFF_BELOW = 0.25;
/** A second hit this close to the first, as a share of its similarity, is a choice of its own. */
export const CLOSE = 0.75;
/** Two hits this alike cannot be told apart, however well both fit. */
export const TWIN = 0.97;

/**
 * How sure one can be of the first hit: its similarity, raised by its lead over the second. Similarity is absolute
 * (shared rarity as a share of what query and variant hold), which a BM25 score is not.
 */
export const confidenceOf = (first: number, second: number): number =>
  Math.min(1, first * (1 + first - second));

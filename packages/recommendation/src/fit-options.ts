import { z } from "zod";

/** How many of something that a model keeps. */
export const neighboursOption = z.int().min(1).max(1e6);

/** How items are held to go together, and what is kept of it. */
export const ItemItemOptions = z.strictObject({
  /**
   * By which measure. `"rp3beta"`: chance to get from one item to the other by a basket, popular items held back. `"sar"`: Jaccard, all neighbours kept, and a history
   * weighs by rating and age. `"llr"`: how unlikely it is by chance. `"cooccurrence"`: baskets with both.
   */
  mode: z.enum(["rp3beta", "cosine", "jaccard", "llr", "sar", "cooccurrence"]).default("rp3beta"),
  /**
   * rp3beta: how much a popular item is held back, the exponent of its count. By default .3 × log10 of the mean size of baskets, at
   * most .6.
   */
  beta: z.number().min(0).max(2).optional(),
  /**
   * rp3beta: how much a popular item of a history is held back, the exponent of its count: at 1 all items of a history speak alike,
   * below it rare ones less. By default .6 × log10 of the mean number of baskets an item is in, at most 1.
   */
  alpha: z.number().min(0).max(2).optional(),
  /** How many neighbours of each item are kept, the strongest; 200 by default, for sar all. */
  neighbours: neighboursOption.optional(),
  /** Pairs in fewer baskets do not go together. */
  minTogether: z.int().min(1).default(1),
});
/** How items are held to go together, see the schema of the same name. */
export interface ItemItemOptions extends Readonly<z.output<typeof ItemItemOptions>> {}
/** The options as they are written: keys with a default may be left out. */
export interface ItemItemOptionsInput extends Readonly<z.input<typeof ItemItemOptions>> {}
/** The name of a measure. */
export type ItemItemMode = ItemItemOptions["mode"];

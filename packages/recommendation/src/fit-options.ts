import { z } from "zod";

/** How items are held to go together, and what is kept of it. */
export const ItemItemOptions = z.strictObject({
  /**
   * By which measure. `"rp3beta"`: chance to get from one item to the other by a basket, popular items held back. `"ease"`: linear
   * regression of each item on all others; slower, often better, up to 4,000 items. `"sar"`: Jaccard, all neighbours kept, and a history
   * weighs by rating and age. `"llr"`: how unlikely it is by chance. `"cooccurrence"`: baskets with both.
   */
  mode: z
    .enum(["rp3beta", "ease", "cosine", "jaccard", "llr", "sar", "cooccurrence"])
    .default("rp3beta"),
  /** rp3beta: how much a popular item is held back, the exponent of its count. By default .3 × log10 of the mean size of baskets, at most .6. */
  beta: z.number().min(0).max(2).optional(),
  /** rp3beta: how much a popular item of a history is held back, the exponent of its count. */
  alpha: z.number().min(0).max(2).default(1),
  /** ease: what keeps small counts from being believed, in mean item counts. */
  ridge: z.number().min(0.01).max(1e6).default(2),
  /** How many neighbours of each item are kept, the strongest; 200 by default, for sar all. */
  neighbours: z.int().min(1).max(1e6).optional(),
  /** Pairs in fewer baskets do not go together (not for ease). */
  minTogether: z.int().min(1).default(1),
});
/** How items are held to go together, see the schema of the same name. */
export interface ItemItemOptions extends Readonly<z.output<typeof ItemItemOptions>> {}
/** The options as they are written: keys with a default may be left out. */
export interface ItemItemOptionsInput extends Readonly<z.input<typeof ItemItemOptions>> {}
/** The name of a measure. */
export type ItemItemMode = ItemItemOptions["mode"];

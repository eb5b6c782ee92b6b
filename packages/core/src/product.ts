import { z } from "zod";
import { ProductId } from "./identifier.ts";
import { LocalizedText } from "./localized-text.ts";
import { asPublic, label, tags } from "./model-field.ts";
import { Money } from "./money.ts";

/** Something that is sold. All of it is public. */
export const Product = z
  .strictObject({
    /** Stands for the product everywhere else. */
    id: ProductId,
    /** What it is called, by locale. */
    name: LocalizedText,
    /** Ids of the categories from the top of the tree downwards; empty for none. */
    categoryPath: z.array(label).readonly().default([]),
    /** What one costs today, with tax where prices include it. */
    price: Money.optional(),
    /** For grouping and finding. */
    tags: tags,
  })
  .meta(asPublic);
/** Something that is sold, see the schema of the same name. */
export interface Product extends Readonly<z.output<typeof Product>> {}
/** A product as it is written: keys with a default may be left out. */
export interface ProductInput extends Readonly<z.input<typeof Product>> {}

import { z } from "zod";

/** What the business publishes of a product: how often it may fail at most. How long diagnosis and repair take are targets. */
export const ProductStandard = z.strictObject({
  /** Which product. */
  productId: z.string().min(1).max(128),
  /** How many of ten thousand sold may fail at most. */
  failuresPerTenThousand: z.number().nonnegative().max(10_000),
  /** Below so many sold nothing is said, as the rate would be chance. */
  fromSold: z.int().min(1).default(100),
});
/** What the business publishes of a product, see the schema of the same name. */
export interface ProductStandard extends Readonly<z.output<typeof ProductStandard>> {}

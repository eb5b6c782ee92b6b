import { z } from "zod";

/**
 * A list that is read-only to the compiler. To freeze what is read for each decision, as `readonly()` does, takes up to a third of the
 * decision's time.
 */
export function listOf<Item extends z.ZodType>(item: Item): z.ZodReadonly<z.ZodArray<Item>> {
  return z.array(item) as unknown as z.ZodReadonly<z.ZodArray<Item>>;
}

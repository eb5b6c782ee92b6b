import { z } from "zod";

/**
 * A list or record of at most so many items. It is measured before they are read: when there are too many, one issue
 * tells the path and the limit, instead of a hundred thousand issues what each of them is.
 */
export function upTo<Schema extends z.ZodType>(most: number, schema: Schema) {
  return z.preprocess((given: z.input<Schema>, context) => {
    if (sizeOf(given) <= most) return given;
    context.addIssue({ code: "custom", message: `must not hold more than ${most} items` });
    return z.NEVER;
  }, schema);
}

function sizeOf(given: unknown): number {
  if (typeof given !== "object" || given === null) return 0;
  return Array.isArray(given) ? given.length : Object.keys(given).length;
}

import { z } from "zod";

/**
 * How confidential a field is, from the least to the most: `"public"` may be shown to anyone; `"personal"` is about the
 * customer and hers to see; `"internal"` is the business's own; `"sensitive"` would do harm in the wrong hands.
 *
 * A field is classified in its zod schema: `z.string().meta({ dataClass: "personal" })`.
 */
export const DataClass = z.enum(["public", "personal", "internal", "sensitive"]);
/** How confidential a field is, see the schema of the same name. */
export type DataClass = z.output<typeof DataClass>;

/**
 * Who reads a record; each reads what the ones before read, and one class of fields more: `"public"` anyone,
 * `"customer"` the one whom it is about (personal), `"agent"` the staff (internal), `"admin"` who answers for the
 * data (sensitive, and what is not classified).
 */
export const Audience = z.enum(["public", "customer", "agent", "admin"]);
/** Who reads a record, see the schema of the same name. */
export type Audience = z.output<typeof Audience>;

/** Whether an audience sees fields of a class; any other class counts as sensitive. */
export function seesClass(audience: Audience, dataClass: unknown): boolean {
  const rank = DataClass.options.indexOf(dataClass as DataClass);
  return Audience.options.indexOf(audience) >= (rank < 0 ? DataClass.options.length - 1 : rank);
}

import { InvalidInputError } from "@kefu/core";
import { z } from "zod";

/** From the widest circle to the narrowest: each sees what the ones before it see. */
const AUDIENCES = ["public", "customer", "agent", "admin"] as const;

/**
 * Who may read an entry: `"public"` anyone, `"customer"` who has signed in, `"agent"` the staff, `"admin"` who runs
 * the knowledge base. Each reads everything that the ones before it may read.
 */
export const Audience = z.enum(AUDIENCES);
/** Who may read an entry, see the schema of the same name. */
export type Audience = z.output<typeof Audience>;

/**
 * Whether a reader may see what is meant for an audience: `true` when the reader stands at that level or above it.
 *
 * @throws {@link InvalidInputError} when either is no audience
 *
 * @example
 * ```ts
 * import { maySee } from "@kefu/faq";
 *
 * maySee("customer", "public"); // => true
 * maySee("customer", "agent"); // => false
 * ```
 */
export function maySee(reader: Audience, meantFor: Audience): boolean {
  return levelOf(reader) >= levelOf(meantFor);
}

function levelOf(audience: Audience): number {
  const level = AUDIENCES.indexOf(audience);
  if (level >= 0) return level;
  const message = `must be one of ${AUDIENCES.join(", ")}`;
  throw new InvalidInputError("audience", [{ path: [], message }]);
}

import { Audience, InvalidInputError } from "@kefu/core";

export { Audience };

/**
 * Whether a reader may see what is meant for an audience: `true` when the reader stands at that level or above it.
 * From the widest circle to the narrowest: `"public"`, `"customer"`, `"agent"`, `"admin"`.
 *
 * @throws `InvalidInputError` when either is no audience
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
  const level = Audience.options.indexOf(audience);
  if (level >= 0) return level;
  const message = `must be one of ${Audience.options.join(", ")}`;
  throw new InvalidInputError("audience", [{ path: [], message }]);
}

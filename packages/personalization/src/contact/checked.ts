import { InvalidInputError, parseInput } from "@kefu/core";
import type { z } from "zod";

/**
 * Reads data as {@link parseInput} does, sooner: depth is looked into only when something is wrong, since a schema
 * without recursion never goes deeper than it is itself.
 */
export function checked<S extends z.ZodType>(
  schema: S,
  subject: string,
  input: unknown,
): z.output<S> {
  try {
    const result = schema.safeParse(input);
    if (result.success) return result.data;
  } catch {
    // Told below, with its path.
  }
  return parseInput(schema, subject, input);
}

/** One mistake in an argument, and where. */
export function mistake(
  subject: string,
  path: readonly (string | number)[],
  message: string,
): InvalidInputError {
  return new InvalidInputError(subject, [{ path, message }]);
}

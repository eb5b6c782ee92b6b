import type { z } from "zod";
import { InvalidInputError, type KefuIssue } from "./errors.ts";

/** Deeper JSON is refused: no real policy needs it, and recursion over it would exhaust the stack. */
const MAX_DEPTH = 64;

/**
 * Reads unchecked data through a zod schema: the one door through which plain data becomes trusted types.
 *
 * @param schema - the zod schema to read through
 * @param subject - what the data is, for the error message, as in `"return policy"`
 * @param input - anything; it is not changed
 * @returns the data with the schema's defaults filled in
 * @throws {@link InvalidInputError} naming every path that is wrong; also for data nested deeper than 64 levels,
 *   and for a `schema` that is none
 *
 * @example
 * ```ts
 * import { parseInput } from "@kefu/core";
 * import { z } from "zod";
 *
 * const ReturnPolicy = z.strictObject({ windowDays: z.int().nonnegative().default(30) });
 * parseInput(ReturnPolicy, "return policy", {}); // => { windowDays: 30 }
 * ```
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  subject: string,
  input: unknown,
): z.output<S> {
  requireFunctions("schema", schema, "safeParse");
  refuseTooDeep(subject, input);
  const result = read(schema, input);
  if (result?.success) return result.data;
  const unreadable = [{ path: [], message: "cannot be read" }];
  throw new InvalidInputError(nameOf(subject), result ? issuesOf(result.error) : unreadable);
}

/** Zod's own answer, or nothing where it throws: it compares the `length` of whatever has one, as of `{"length":{}}`. */
export function read<S extends z.ZodType>(schema: S, input: unknown) {
  try {
    return schema.safeParse(input);
  } catch {
    return undefined;
  }
}

/** One issue about the input as a whole. */
export function invalidInput(subject: string, message: string): InvalidInputError {
  return new InvalidInputError(nameOf(subject), [{ path: [], message }]);
}

/** Refuses what has not these functions, such as all JSON. */
export function requireFunctions(subject: string, given: object, ...names: string[]): void {
  const has = (name: string) =>
    typeof (given as Record<string, unknown> | null)?.[name] === "function";
  if (!names.every(has)) throw invalidInput(subject, `must have ${names.join(", ")}`);
}

/** Refuses what has no keys, and lists. */
export function requireObject(subject: string, given: unknown): void {
  if (!isObject(given) || Array.isArray(given)) throw invalidInput(subject, "must be an object");
}

/** Refuses what is no list. */
export function requireList(subject: string, given: unknown): void {
  if (!Array.isArray(given)) throw invalidInput(subject, "must be a list");
}

/** Keeps towers and circles away from recursion. */
export function refuseTooDeep(subject: string, input: unknown): void {
  const depth = depthOf(input);
  if (depth === "fair") return;
  const reason = `nested deeper than ${MAX_DEPTH} levels, or in a circle`;
  throw invalidInput(subject, depth === "deep" ? reason : "cannot be read");
}

/** Names each unknown key by its own path, and looks into a record's key and into the part of a union that fits best. */
export function issuesOf(error: { readonly issues: readonly z.core.$ZodIssue[] }): KefuIssue[] {
  return error.issues.flatMap((issue) => {
    const ofKey = issue.code === "invalid_key" ? issue.issues[0] : undefined;
    const { message } = ofKey ?? issue;
    const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: [...path, key], message }));
    }
    const below = issue.code === "invalid_union" ? fewest(issue.errors) : [];
    return below.some((inner) => inner.path.length > 0)
      ? below.map((inner) => ({ ...inner, path: [...path, ...inner.path] }))
      : [{ path, message }];
  });
}

function fewest(branches: readonly (readonly z.core.$ZodIssue[])[]): KefuIssue[] {
  const read = branches.map((issues) => issuesOf({ issues }));
  return read.sort((one, other) => one.length - other.length)[0] ?? [];
}

/** Some JSON objects cannot be made a text: `{ toString: 1 }`. */
function nameOf(subject: unknown): string {
  return typeof subject === "string" ? subject : "input";
}

/** What is no plain data may throw where it is looked at: getters, proxies. */
function depthOf(input: unknown): "fair" | "deep" | "unreadable" {
  try {
    return isDeeperThan(input, MAX_DEPTH) ? "deep" : "fair";
  } catch {
    return "unreadable";
  }
}

/** Walks breadth-first and stops at the limit, so that circles and deep towers end it, not the stack. */
function isDeeperThan(input: unknown, limit: number): boolean {
  let level = [input].filter(isObject);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= limit) return true;
    level = [...new Set(level.flatMap((parent) => Object.values(parent).filter(isObject)))];
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

import { z } from "zod";
import { momentOf } from "./condition-moment.ts";
import { Duration } from "./duration.ts";
import { KefuError } from "./errors.ts";
import { issuesOf, parseInput } from "./parse-input.ts";
import { isSafePattern } from "./safe-pattern.ts";
import { versionOf } from "./semantic-version.ts";

/** Anything that JSON can say. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** The kinds of JSON value that the operator `type` tells apart; what is absent counts as `"null"`. */
export type JsonTypeName = "null" | "boolean" | "number" | "string" | "array" | "object";

/** What every question about a field has. */
export interface FieldQuestion<Operator extends string> {
  /** Own keys and list positions joined by dots, as in `"orders.0.total"`; `""` is the value itself. */
  readonly field: string;
  /** What is asked of the field. */
  readonly op: Operator;
}

/** A question that compares a field with a value that the condition fixes. */
export interface FieldComparison<Operator extends string, Value> extends FieldQuestion<Operator> {
  /** What the field is compared with. */
  readonly value: Value;
}

/** A comparison that can leave upper and lower case out of account. */
export interface TextComparison<Operator extends string, Value>
  extends FieldComparison<Operator, Value> {
  /** Case insensitive: both sides are lower-cased first, by Unicode's rules for no particular language. */
  readonly ci?: boolean | undefined;
}

/**
 * One question about one field. What the operators ask:
 *
 * - `eq`: equal, lists and objects by content. `ne`: not `eq`.
 * - `gt`, `gte`, `lt`, `lte`: number against number, or text against text by code units. Nothing else is ordered.
 * - `in`: equals one of the list; a field that is a list: one of its elements does. `nin`: not `in`.
 * - `containsAll`: the field is a list, and every value is among its elements.
 * - `contains`, `startsWith`, `endsWith`: a text with that part, or with one of those parts; `contains` also: a list
 *   with such an element.
 * - `matches`: a text in which the regular expression is found. It takes time in proportion to the text, so
 *   look-around, back-references, inline flags, named groups and `\p` are refused.
 * - `before`, `after`: a moment (ISO 8601 with offset, or an `Instant`) strictly before or after another.
 * - `withinLast`, `withinNext`, `olderThan`: with `age = at − field`, these are `0 ≤ age ≤ value`,
 *   `-value ≤ age < 0` and `age > value`; so a moment is one of the three, or further ahead.
 * - `verEq`, `verNe`, `verGt`, `verGte`, `verLt`, `verLte`: precedence of Semantic Versioning 2.0; a leading `v` is
 *   allowed, a missing minor or patch number is 0, build metadata is ignored. `verNe`: not `verEq`.
 * - `type`: the kind of JSON value. `present`, `absent`: whether there is a value.
 * - `inGroup`: `in`, with a list that the compiler is given by name; an unknown group is empty. `notInGroup`: not `inGroup`.
 * - `some`: the field is a list, and `where` holds for one of its elements. `count`: it is a list, and `where` holds
 *   for its length, which has the field `""`.
 */
export type FieldCondition =
  | TextComparison<"eq" | "ne", JsonValue>
  | FieldComparison<"gt" | "gte" | "lt" | "lte", string | number | boolean | null>
  | TextComparison<"in" | "nin" | "containsAll", readonly JsonValue[]>
  | TextComparison<"contains" | "startsWith" | "endsWith", string | readonly string[]>
  | TextComparison<"matches", string>
  | FieldComparison<"before" | "after", string | number>
  | FieldComparison<"withinLast" | "withinNext" | "olderThan", Duration>
  | FieldComparison<"verEq" | "verNe" | "verGt" | "verGte" | "verLt" | "verLte", string>
  | FieldComparison<"type", JsonTypeName>
  | FieldQuestion<"present" | "absent">
  | (FieldQuestion<"inGroup" | "notInGroup"> & { readonly group: string })
  | (FieldQuestion<"some" | "count"> & { readonly where: Condition });

/**
 * A rule as plain data: a question about a field, or a combination of conditions.
 * `all` of none is true, `any` of none is false, `none` is the opposite of `any`.
 *
 * `undefined` and `null` are both *absent*, as is a path that leads nowhere. On an absent field every operator says
 * false, but for `absent`, `type: "null"` and the four opposites `ne`, `nin`, `notInGroup`, `verNe`, which say true.
 * Nothing is coerced: `"5"` is not `5`. Only own properties are seen.
 *
 * @example
 * ```ts
 * import { type Condition, compileCondition } from "@kefu/core";
 *
 * const germanRegulars: Condition = {
 *   all: [
 *     { field: "address.country", op: "eq", value: "DE" },
 *     { field: "orders", op: "count", where: { field: "", op: "gte", value: 3 } },
 *   ],
 * };
 * const isGermanRegular = compileCondition(germanRegulars);
 * isGermanRegular({ address: { country: "DE" }, orders: [{}, {}, {}] }); // => true
 * isGermanRegular({ address: { country: "DE" } }); // => false
 * ```
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly const: boolean }
  | FieldCondition;

/** Says what is wrong with a condition: every path at once. `code` is `"invalid-condition"`. */
export class InvalidConditionError extends KefuError {
  override readonly code = "invalid-condition";
  override readonly name = "InvalidConditionError";
}

/** Reads a {@link Condition}; use it inside other schemas, and {@link parseCondition} for a condition alone. */
export const Condition: z.ZodType<Condition> = z.unknown().transform((input, context) => {
  const { data, error } = schemaFor(input).safeParse(input, { error: messageFor });
  for (const { path, message } of error ? issuesOf(error) : []) {
    context.addIssue({ code: "custom", path: [...path], message });
  }
  return data ?? z.NEVER;
});

type Schemas = Readonly<Record<string, z.ZodType<Condition>>>;
let schemas: Schemas | undefined;

/** The schema of what the input seems to be. All are built when the first condition is read, not on loading. */
function schemaFor(input: unknown): z.ZodType<Condition> {
  schemas ??= { ...combinationSchemas(), "": questionSchema() };
  const keys = typeof input === "object" && input !== null ? Object.keys(input) : [];
  const name = keys.find((key) => Object.hasOwn(schemas as Schemas, key)) ?? "";
  return schemas[name] as z.ZodType<Condition>;
}

function combinationSchemas(): Schemas {
  const conditions = z.array(Condition);
  return {
    all: z.strictObject({ all: conditions }),
    any: z.strictObject({ any: conditions }),
    none: z.strictObject({ none: conditions }),
    not: z.strictObject({ not: Condition }),
    const: z.strictObject({ const: z.boolean() }),
  };
}

function questionSchema(): z.ZodType<FieldCondition> {
  const ci = z.boolean().optional();
  const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
  const texts = z.union([z.string(), z.array(z.string())]);
  const type = z.enum(["null", "boolean", "number", "string", "array", "object"]);
  const json = z
    .custom<JsonValue>(isJson)
    .transform((value): JsonValue => JSON.parse(JSON.stringify(value)));
  const moment = z
    .union([z.string(), z.number()])
    .refine((at) => !Number.isNaN(momentOf(at)), "must be a moment: ISO 8601 with offset");
  const version = z.string().refine(versionOf, "must be a version such as 1.2.3");
  const pattern = z
    .string()
    .refine(
      isSafePattern,
      "must be a small regular expression, without look-around, back-reference, name or flag",
    );
  const length = Duration.refine(
    ({ years, months }) => !(years || months),
    "has no fixed length: say weeks, days or hours",
  );
  return z.discriminatedUnion("op", [
    question(["eq", "ne"], { value: json, ci }),
    question(["gt", "gte", "lt", "lte"], { value: scalar }),
    question(["in", "nin", "containsAll"], { value: z.array(json), ci }),
    question(["contains", "startsWith", "endsWith"], { value: texts, ci }),
    question(["matches"], { value: pattern, ci }),
    question(["before", "after"], { value: moment }),
    question(["withinLast", "withinNext", "olderThan"], { value: length }),
    question(["verEq", "verNe", "verGt", "verGte", "verLt", "verLte"], { value: version }),
    question(["type"], { value: type }),
    question(["present", "absent"], {}),
    question(["inGroup", "notInGroup"], { group: z.string() }),
    question(["some", "count"], { where: Condition }),
  ]);
}

/** Says in our words what zod can't know; nothing where its own will do. */
function messageFor({ input, code, discriminator }: z.core.$ZodRawIssue): string | undefined {
  if (input === undefined) return "is missing";
  if (code === "custom") return "must be JSON";
  return discriminator ? operatorMessage(input as object) : undefined;
}

function operatorMessage({ op, ...others }: { readonly op?: unknown }): string {
  if (op !== undefined)
    return typeof op === "string" ? `unknown operator "${op}"` : "unknown operator";
  const stray = Object.keys(others).find((key) => !/^(?:field|value|ci|group|where)$/.test(key));
  return stray === undefined
    ? "is missing"
    : `is missing, and "${stray}" is unknown: say all, any, none, not, const, or field and op`;
}

function question<O extends string, S extends z.core.$ZodLooseShape>(
  ops: readonly O[],
  operands: S,
) {
  return z.strictObject({ field: z.string(), op: z.enum(ops), ...operands });
}

/** Unlike zod's own schema it keeps keys named `__proto__`. */
function isJson(value: unknown): boolean {
  if (Array.isArray(value) || z.core.util.isPlainObject(value)) {
    return Object.values(value).every(isJson);
  }
  return value === null || /^(?:string|boolean)$/.test(typeof value) || Number.isFinite(value);
}

/**
 * Reads a condition from unchecked data, such as a file or a form.
 *
 * @returns a copy of it, known to be right; the input is not changed
 * @throws {@link InvalidConditionError} naming every path that is wrong: an unknown operator or key, a value that its operator cannot
 *   use, a regular expression that is unsafe, too large (1,000 states) or no regular expression; also when nested deeper than 64 levels
 *
 * @example
 * ```ts
 * import { parseCondition } from "@kefu/core";
 *
 * parseCondition({ field: "tier", op: "eq", value: "gold" }); // => { field: "tier", op: "eq", value: "gold" }
 * ```
 */
export function parseCondition(input: unknown): Condition {
  try {
    return parseInput(Condition, "condition", input);
  } catch (error) {
    if (error instanceof KefuError) throw new InvalidConditionError("condition", error.issues);
    throw error;
  }
}

import { z } from "zod";
import { type Condition, parseCondition } from "./condition.ts";
import { leavesOf } from "./condition-leaves.ts";
import type { KefuIssue } from "./errors.ts";
import { keysOf } from "./field-path.ts";
import { requireFunctions } from "./parse-input.ts";

/**
 * The field paths that a condition asks for, each once, in the order of their first use. Within `some`, `*` stands for each
 * element of the list, as in `"orders.*.total"`; `count` asks for `"orders.length"`.
 *
 * @throws {@link InvalidConditionError} (`invalid-condition`) naming every path of the condition that is wrong
 *
 * @example
 * ```ts
 * import { conditionFields } from "@kefu/core";
 *
 * conditionFields({ any: [{ field: "tags", op: "in", value: ["vip"] }, { field: "tier", op: "eq", value: "gold" }] });
 * // => ["tags", "tier"]
 * ```
 */
export function conditionFields(condition: Condition): string[] {
  return [...new Set(leavesOf(parseCondition(condition)).map(({ field }) => field))];
}

/**
 * Which fields of a condition the data can't have, going by the data's zod schema. Schemas that take anything (`z.unknown()`,
 * `z.record`, loose objects) know every field; of a union, one member that has the field is enough.
 *
 * @returns an issue for each question about an unknown field: the path is that of the question's `field` in the condition, the
 *   message proposes a known field that is at most two letters away
 * @throws {@link InvalidConditionError} (`invalid-condition`) naming every path of the condition that is wrong
 * @throws {@link InvalidInputError} (`invalid-input`) when `schema` is no zod schema
 *
 * @example
 * ```ts
 * import { checkConditionFields } from "@kefu/core";
 * import { z } from "zod";
 *
 * const Profile = z.object({ address: z.object({ country: z.string() }) });
 * checkConditionFields({ field: "address.contry", op: "eq", value: "DE" }, Profile);
 * // => [{ path: ["field"], message: 'unknown field "address.contry": did you mean "country"?' }]
 * ```
 */
export function checkConditionFields(condition: Condition, schema: z.ZodType): KefuIssue[] {
  requireFunctions("schema", schema, "safeParse");
  return leavesOf(parseCondition(condition)).flatMap(({ question, path, field }) => {
    const wrong = firstUnknownKey(schema, field);
    if (wrong === undefined) return [];
    const near = wrong.known.find((key) => isNear(key, wrong.key));
    const hint = near === undefined ? "" : `: did you mean "${near}"?`;
    return [{ path: [...path, "field"], message: `unknown field "${question.field}"${hint}` }];
  });
}

interface UnknownKey {
  readonly key: string;
  /** The keys that there are in its place. */
  readonly known: readonly string[];
}

function firstUnknownKey(schema: z.core.$ZodType, field: string): UnknownKey | undefined {
  let places = plainSchemas(schema);
  for (const key of keysOf(field)) {
    const inside = places.flatMap((place) => schemasAt(place, key).flatMap(plainSchemas));
    const next = [...new Set(inside)];
    if (next.length === 0)
      return { key, known: places.flatMap(({ shape = {} }) => Object.keys(shape)) };
    places = next;
  }
  return undefined;
}

/** What the definitions of zod schemas may say, as far as it matters here. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly catchall?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly left?: z.core.$ZodType;
  readonly right?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
}

/** The definitions behind a schema that only wraps others or chooses between them. */
function plainSchemas(schema: z.core.$ZodType): Definition[] {
  const definition = schema._zod.def as Definition;
  const { innerType, options = [], left, right, out, getter } = definition;
  const inner = [innerType, ...options, left, right, out, getter?.()].filter(isSchema);
  return inner.length > 0 ? inner.flatMap(plainSchemas) : [definition];
}

/** What a schema says of the value at a key; nothing when there is no such key. */
function schemasAt(place: Definition, key: string): readonly z.core.$ZodType[] {
  const { type, shape = {}, catchall, valueType, element, items = [] } = place;
  if (/^(?:any|unknown|custom|transform)$/.test(type)) return [z.unknown()];
  if (/^(?:array|tuple)$/.test(type) && key === "length") return [z.number()];
  const elements = /^(?:\d+|\*)$/.test(key) ? [element, ...items] : [];
  const property = Object.hasOwn(shape, key) ? shape[key] : (catchall ?? valueType);
  return [property, ...elements].filter(isSchema);
}

function isSchema(schema: z.core.$ZodType | undefined): schema is z.core.$ZodType {
  return schema !== undefined && schema._zod.def.type !== "never";
}

/** Longer names are no typing mistakes, and would go deep. */
const LONGEST_NAME = 100;

/** Whether one word becomes the other by at most two insertions, deletions or replacements of a letter. */
function isNear(left: string, right: string, edits = 2): boolean {
  if (left === right) return true;
  if (left.length > LONGEST_NAME) return false;
  if (left && left[0] === right[0]) return isNear(left.slice(1), right.slice(1), edits);
  if (edits === 0) return false;
  const rest = right.slice(1);
  return (
    [rest, right].some((other) => isNear(left.slice(1), other, edits - 1)) ||
    isNear(left, rest, edits - 1)
  );
}

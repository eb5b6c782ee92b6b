import { z } from "zod";
import { Audience, seesClass } from "./data-class.ts";
import { parseInput, read, refuseTooDeep, requireFunctions } from "./parse-input.ts";

/** Stands for what the audience must not see, since `undefined` and `null` are values. */
const HIDDEN = Symbol("hidden");

/** What zod keeps about the kinds of schema that hold others. */
interface SchemaDefinition {
  readonly innerType?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
}

/**
 * A copy of a record with only those fields that an audience may see, after the data classes in its schema
 * ({@link DataClass}). When in doubt a field is left out:
 *
 * - a field is seen when its own class and those of all that it lies in are seen;
 * - a field without a class has that of what it lies in; without any, only `"admin"` sees it;
 * - keys that the schema does not name, and values that do not fit their schema, are left out;
 * - an unclassified object or list of which nothing stays is left out whole, so that its length tells nothing.
 *
 * Looks into objects, records, lists and unions, through `optional`, `nullable`, `default`, `readonly`, `lazy` and
 * transforms. Of anything else that holds parts, such as a tuple or an intersection, nothing is shown.
 *
 * @param schema - the zod schema that the record was read by
 * @param value - the record, as that schema gives it
 * @param audience - who will see the copy
 * @returns plain JSON; `null` where nothing may be seen
 * @throws {@link InvalidInputError} when an argument has not its shape
 *
 * @example
 * ```ts
 * import { redact } from "@kefu/core";
 * import { z } from "zod";
 *
 * const Person = z.strictObject({
 *   id: z.string().meta({ dataClass: "public" }),
 *   phone: z.string().meta({ dataClass: "personal" }).optional(),
 * });
 * redact(Person, { id: "c1", phone: "+49 30 1234" }, "public"); // => { id: "c1" }
 * ```
 */
export function redact(schema: z.ZodType, value: unknown, audience: Audience): unknown {
  requireFunctions("schema", schema, "safeParse");
  refuseTooDeep("value", value);
  const seen = seenOf(schema, value, parseInput(Audience, "audience", audience), undefined);
  return seen === HIDDEN ? null : seen;
}

function seenOf(schema: z.ZodType, value: unknown, audience: Audience, outer: unknown): unknown {
  const own = z.globalRegistry.get(schema)?.["dataClass"];
  const dataClass = own ?? outer;
  const isSeen = seesClass(audience, dataClass);
  if (own !== undefined && !isSeen) return HIDDEN;
  const definition = schema._zod.def as SchemaDefinition;
  const inner = innerOf(definition, value);
  if (inner !== undefined) return seenOf(inner, value, audience, dataClass);
  if (!isObject(value)) return isSeen ? leafOf(definition, value) : HIDDEN;
  const parts = Object.entries(value).flatMap(([key, part]) => {
    const next = schemaAt(definition, key, value);
    const seen = next && seenOf(next, part, audience, dataClass);
    return next === undefined || seen === HIDDEN ? [] : [[key, seen] as const];
  });
  if (parts.length === 0 && !isSeen) return HIDDEN;
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

/** The schema inside a wrapper, or the one of a union that the value fits. */
function innerOf(definition: SchemaDefinition, value: unknown): z.ZodType | undefined {
  const { innerType, getter, in: before, out, options } = definition;
  const after = out?._zod.def.type === "transform" ? before : out;
  const fitting = options?.find((option) => read(option, value)?.success);
  return innerType ?? getter?.() ?? after ?? fitting;
}

function schemaAt({ element, shape, valueType }: SchemaDefinition, key: string, parent: object) {
  if (Array.isArray(parent)) return element;
  return shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : valueType;
}

/** A value without parts, where the schema has none either. */
function leafOf({ shape, valueType, element, options }: SchemaDefinition, value: unknown): unknown {
  const isLeaf = (shape ?? valueType ?? element ?? options) === undefined;
  return value === null || (isLeaf && typeof value !== "undefined") ? value : HIDDEN;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

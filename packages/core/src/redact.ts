import { z } from "zod";
import { Audience, seesClass } from "./data-class.ts";
import { invalidInput, isSchema, parseInput, refuseTooDeep } from "./parse-input.ts";

/** Stands for what the audience must not see, since `undefined` and `null` are values. */
const HIDDEN = Symbol("hidden");

/** A part of a container: its key, its schema, its value. */
type Part = readonly [string, z.ZodType, unknown];

/** What zod keeps about the kinds of schema that hold others. */
interface SchemaDefinition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
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
 * Looks into objects, records, lists, tuples (the fixed part) and unions, through `optional`, `nullable`, `default`, `readonly`, `lazy`
 * and `pipe`. Of anything else that holds parts, such as an intersection, nothing is shown.
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
  if (!isSchema(schema)) throw invalidInput("schema", "must be a zod schema");
  refuseTooDeep("value", value);
  const seen = seenOf(schema, value, parseInput(Audience, "audience", audience), undefined);
  return seen === HIDDEN ? null : seen;
}

function seenOf(schema: z.ZodType, value: unknown, audience: Audience, outer: unknown): unknown {
  const own = z.globalRegistry.get(schema)?.["dataClass"];
  if (own !== undefined && !seesClass(audience, own)) return HIDDEN;
  const dataClass = own ?? outer;
  const definition = schema._zod.def as SchemaDefinition;
  const inner = innerOf(definition, value);
  if (inner !== undefined) return seenOf(inner, value, audience, dataClass);
  const isSeen = seesClass(audience, dataClass);
  const parts = partsOf(definition, value);
  if (parts === undefined) return isSeen ? leafOf(definition, value) : HIDDEN;
  const kept = parts
    .map(([key, next, part]) => [key, seenOf(next, part, audience, dataClass)] as const)
    .filter(([, part]) => part !== HIDDEN);
  if (kept.length === 0 && !isSeen) return HIDDEN;
  return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept);
}

/** The schema that stands in for a wrapper or a union. */
function innerOf(definition: SchemaDefinition, value: unknown): z.ZodType | undefined {
  const { innerType, getter, in: from, out, options } = definition;
  if (options !== undefined) return options.find((option) => option.safeParse(value).success);
  const isTransformed = out?._zod.def.type === "transform";
  return innerType ?? getter?.() ?? (isTransformed ? from : out);
}

function partsOf(definition: SchemaDefinition, value: unknown): Part[] | undefined {
  if (Array.isArray(value)) {
    const { element, items } = definition;
    const schemas = items ?? (element && value.map(() => element));
    return schemas?.slice(0, value.length).map((schema, at) => [String(at), schema, value[at]]);
  }
  const { shape, valueType } = definition;
  if (!isObject(value) || (shape === undefined && valueType === undefined)) return undefined;
  const parts = Object.entries(value).map(([key, part]) => {
    const named = shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
    return [key, shape === undefined ? valueType : named, part] as const;
  });
  return parts.filter((part): part is Part => part[1] !== undefined);
}

/** A value without parts; what `unknown` and `any` hold is copied as JSON. */
function leafOf({ type }: SchemaDefinition, value: unknown): unknown {
  if (type === "unknown" || type === "any") return copyOf(value);
  const isContainer = ["object", "record", "array", "tuple", "union"].includes(type);
  if (value === null) return null;
  return !isContainer && ["string", "number", "boolean"].includes(typeof value) ? value : HIDDEN;
}

function copyOf(value: unknown): unknown {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? HIDDEN : JSON.parse(text);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

import { z } from "zod";

/** What zod keeps about the kinds of schema that hold others. */
interface SchemaDefinition {
  readonly innerType?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
}

/**
 * The paths of the fields that a schema marks as sensitive (`dataClass: "sensitive"`), without list positions; a schema that holds
 * itself is looked into once.
 */
export function privateFields(schema: z.ZodType | undefined): string[] {
  const found: string[] = [];
  if (schema !== undefined) collect(schema, "", new Set(), found);
  return found;
}

function collect(schema: z.ZodType, path: string, seen: Set<z.ZodType>, found: string[]): void {
  if (z.globalRegistry.get(schema)?.["dataClass"] === "sensitive") {
    found.push(path);
    return;
  }
  if (seen.has(schema)) return;
  const within = new Set(seen).add(schema);
  const definition = schema._zod.def as SchemaDefinition;
  const { innerType, getter, in: before, element, options = [], shape = {} } = definition;
  for (const same of [innerType, getter?.(), before, element, ...options]) {
    if (same !== undefined) collect(same, path, within, found);
  }
  for (const [key, field] of Object.entries(shape)) {
    collect(field, path === "" ? key : `${path}.${key}`, within, found);
  }
}

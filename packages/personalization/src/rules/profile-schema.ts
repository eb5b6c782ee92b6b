import { InvalidInputError } from "@kefu/core";
import { z } from "zod";

/** What a schema says of the values at one place, in the words of JSON Schema; what says nothing takes anything. */
export interface SchemaNode {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly prefixItems?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly dataClass?: unknown;
}

/** A zod schema of profiles, ready to be asked about fields. */
export interface ProfileSchema {
  readonly root: readonly SchemaNode[];
  /** What the schema says one key further; nothing when there is no such key. */
  readonly inside: (nodes: readonly SchemaNode[], key: string) => readonly SchemaNode[];
  /** The paths of the fields whose data class is `"sensitive"`; `*` stands for the elements of a list. */
  readonly sensitiveFields: readonly string[];
}

/** Reads a schema. @throws `InvalidInputError` when it is none */
export function readProfileSchema(schema: z.ZodType): ProfileSchema {
  const document = documentOf(schema);
  const plain = (node: SchemaNode) => plainNodes(node, document);
  const inside = (nodes: readonly SchemaNode[], key: string) =>
    [...new Set(nodes.flatMap((node) => nodesAt(node, key)))].flatMap(plain);
  const root = plain(document);
  return { root, inside, sensitiveFields: sensitiveIn([document], inside) };
}

function documentOf(schema: z.ZodType): SchemaNode {
  try {
    return z.toJSONSchema(schema, { unrepresentable: "any", cycles: "ref" }) as SchemaNode;
  } catch {
    throw new InvalidInputError("profile", [{ path: [], message: "must be a zod schema" }]);
  }
}

/** The nodes behind a node that only refers to others or chooses between them. */
function plainNodes(
  node: SchemaNode,
  document: SchemaNode,
  seen = new Set<SchemaNode>(),
): SchemaNode[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const { $ref, anyOf = [], oneOf = [], allOf = [] } = node;
  const target = $ref === undefined ? [] : [targetOf($ref, document)];
  const others = [...target, ...anyOf, ...oneOf, ...allOf];
  if (others.length > 0) return others.flatMap((other) => plainNodes(other, document, seen));
  const types: unknown = node.type;
  return Array.isArray(types) ? types.map((type: string) => ({ ...node, type })) : [node];
}

function targetOf(reference: string, document: SchemaNode): SchemaNode {
  const name = reference.split("/").at(-1) ?? "";
  return document.$defs?.[name] ?? document;
}

/** Whether a schema takes anything. */
export function takesAnything({ type, enum: values, ...rest }: SchemaNode): boolean {
  return type === undefined && values === undefined && !("const" in rest);
}

function nodesAt(node: SchemaNode, key: string): readonly SchemaNode[] {
  if (takesAnything(node)) return [{}];
  if (node.type === "object") return propertyAt(node, key);
  return node.type === "array" ? elementsAt(node, key) : [];
}

function propertyAt(
  { properties = {}, additionalProperties = false }: SchemaNode,
  key: string,
): readonly SchemaNode[] {
  const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const other = additionalProperties === true ? {} : additionalProperties;
  return [own ?? other].filter((found) => found !== false);
}

function elementsAt({ items, prefixItems = [] }: SchemaNode, key: string): readonly SchemaNode[] {
  if (key === "length") return [{ type: "number" }];
  return /^(?:\d+|\*)$/.test(key) ? [...(items ? [items] : []), ...prefixItems] : [];
}

/** Deeper levels of a schema that contains itself are not looked through. */
const MOST_LEVELS = 8;

function sensitiveIn(
  nodes: readonly SchemaNode[],
  inside: ProfileSchema["inside"],
  path: readonly string[] = [],
): string[] {
  if (nodes.some(({ dataClass }) => dataClass === "sensitive")) return [path.join(".")];
  if (path.length >= MOST_LEVELS) return [];
  const keys = nodes.flatMap(({ type, properties = {} }) => [
    ...Object.keys(properties),
    ...(type === "array" ? ["*"] : []),
  ]);
  return [...new Set(keys)].flatMap((key) => {
    const raw = nodes.flatMap((node) => nodesAt(node, key));
    const further = [...raw, ...inside(nodes, key)];
    return sensitiveIn([...new Set(further)], inside, [...path, key]);
  });
}

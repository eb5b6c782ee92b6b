import { z } from "zod";
import { type Draft, own } from "./draft.ts";

/** A map as plain JSON that grows without being copied: few entries, or sixteen maps by the next four bits of a hash. */
export type Directory<Value> =
  | { readonly entries: readonly (readonly [string, Value])[] }
  | { readonly branches: readonly Directory<Value>[] };

type Entries<Value> = { entries: (readonly [string, Value])[]; branches?: never };
type Branches<Value> = { branches: Node<Value>[]; entries?: never };
type Node<Value> = Entries<Value> | Branches<Value>;

/** More entries are split up. */
const FEW = 16;
/** How many bits of a hash lead from one node to the next. */
const BITS = 4;
const LAST = 15;
/** A hash has 32 bits. */
const DEEPEST = 8;

/** The schema of a directory. */
export function directory<Value extends z.ZodType>(
  value: Value,
): z.ZodType<Directory<z.output<Value>>> {
  const entry = z.tuple([z.string(), value]).readonly();
  const schema = z.union([
    z.strictObject({ entries: z.array(entry).readonly() }),
    z.strictObject({
      branches: z
        .array(z.lazy((): z.ZodType => schema))
        .length(16)
        .readonly(),
    }),
  ]);
  return schema as never;
}

/** What stands under a name. */
export function find<Value>(directory: Directory<Value>, name: string): Value | undefined {
  let node = directory as Node<Value>;
  if (node.entries?.length === 0) return undefined;
  for (let hash = hashOf(name); node.branches !== undefined; hash >>>= BITS) {
    node = node.branches[hash & LAST] as Node<Value>;
  }
  const { entries } = node;
  return entries[positionOf(entries, name)]?.[1];
}

/** The directory with a value under a name, in the draft's own copy. */
export function put<Value>(
  draft: Draft,
  directory: Directory<Value>,
  name: string,
  value: Value,
): Directory<Value> {
  const root = own(draft, directory as Node<Value>);
  let node = root;
  let depth = 0;
  let hash = hashOf(name);
  for (; node.branches !== undefined; hash >>>= BITS) {
    node.branches = own(draft, node.branches);
    const branch = own(draft, node.branches[hash & LAST] as Node<Value>);
    node.branches[hash & LAST] = branch;
    node = branch;
    depth++;
  }
  const leaf = node;
  leaf.entries = own(draft, leaf.entries);
  leaf.entries[positionOf(leaf.entries, name)] = [name, value];
  if (leaf.entries.length > FEW && depth < DEEPEST) split(draft, leaf, depth);
  return root as Directory<Value>;
}

/** Where a name stands, or is to stand. */
function positionOf(entries: Entries<unknown>["entries"], name: string): number {
  let at = 0;
  while (at < entries.length && entries[at]?.[0] !== name) at++;
  return at;
}

/** FNV-1a, as that of core, which looks at what it is given first. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Makes branches of the entries of a node that has become too full. */
function split<Value>(draft: Draft, node: Entries<Value>, depth: number): void {
  const branches = Array.from({ length: LAST + 1 }, (): Entries<Value> => ({ entries: [] }));
  for (const entry of node.entries) {
    branches[(hashOf(entry[0]) >>> (BITS * depth)) & LAST]?.entries.push(entry);
  }
  for (const branch of branches) draft.owned?.add(branch).add(branch.entries);
  draft.owned?.add(branches);
  Object.assign(node, { branches });
  Reflect.deleteProperty(node, "entries");
}

/** All that stands in a directory. */
export function entriesOf<Value>(
  directory: Directory<Value>,
): readonly (readonly [string, Value])[] {
  return "entries" in directory ? directory.entries : directory.branches.flatMap(entriesOf);
}

import { fnv1a32 } from "@kefu/core";
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
  for (let hash = fnv1a32(name); node.branches !== undefined; hash >>>= 4) {
    node = node.branches[hash & 15] as Node<Value>;
  }
  return node.entries.find(([key]) => key === name)?.[1];
}

/** The directory with a value under a name, in the draft's own copy. */
export function put<Value>(
  draft: Draft,
  directory: Directory<Value>,
  name: string,
  value: Value,
): Directory<Value> {
  return putAt(
    draft,
    directory as Node<Value>,
    [name, value],
    fnv1a32(name),
    0,
  ) as Directory<Value>;
}

function putAt<Value>(
  draft: Draft,
  given: Node<Value>,
  entry: readonly [string, Value],
  hash: number,
  depth: number,
): Node<Value> {
  const node = own(draft, given);
  if (node.branches !== undefined) {
    node.branches = own(draft, node.branches);
    const at = hash & 15;
    const branch = node.branches[at] as Node<Value>;
    node.branches[at] = putAt(draft, branch, entry, hash >>> 4, depth + 1);
    return node;
  }
  node.entries = own(draft, node.entries);
  const at = node.entries.findIndex(([key]) => key === entry[0]);
  node.entries[at < 0 ? node.entries.length : at] = entry;
  return node.entries.length > FEW && depth < DEEPEST ? split(draft, node, depth) : node;
}

function split<Value>(draft: Draft, { entries }: Entries<Value>, depth: number): Node<Value> {
  const branches = Array.from({ length: 16 }, (): Entries<Value> => ({ entries: [] }));
  for (const entry of entries) {
    branches[(fnv1a32(entry[0]) >>> (4 * depth)) & 15]?.entries.push(entry);
  }
  for (const node of branches) {
    draft.owned?.add(node).add(node.entries);
  }
  draft.owned?.add(branches);
  const node = { branches };
  draft.owned?.add(node);
  return node;
}

/** All that stands in a directory. */
export function entriesOf<Value>(
  directory: Directory<Value>,
): readonly (readonly [string, Value])[] {
  return "entries" in directory ? directory.entries : directory.branches.flatMap(entriesOf);
}

import { InvalidInputError, type KefuIssue, Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { Audience, maySee } from "../audience.ts";

/** Deeper trees are refused: no customer walks down further, and every walk stays short. */
const MAX_DEPTH = 16;

/** A heading of the knowledge base. */
export const FaqCategory = z.strictObject({
  /** Unique in the tree. */
  id: z.string().min(1).max(200),
  /** What it is called, by locale. */
  name: z.record(Locale, z.string()).readonly(),
  /** The id of the category above; left out at the top. */
  parent: z.string().min(1).max(200).optional(),
});
/** A heading of the knowledge base, see the schema of the same name. */
export interface FaqCategory extends Readonly<z.output<typeof FaqCategory>> {}

/** A category with those below it, as plain JSON. */
export interface FaqCategoryNode extends Omit<FaqCategory, "parent"> {
  /** The ids from the top down to this one, itself included: its breadcrumbs. */
  readonly path: readonly string[];
  /** Those directly below, in the order in which they were given. */
  readonly children: readonly FaqCategoryNode[];
}

/** How many entries stand in a category. */
export interface FaqCategoryCount {
  /** The id of the category. */
  readonly id: string;
  /** Entries that stand right here. */
  readonly own: number;
  /** Entries here and anywhere below. */
  readonly total: number;
}

/**
 * Arranges a flat list of categories as a tree. Siblings keep the order of the list.
 *
 * @returns the categories at the top, each with its children
 * @throws `InvalidInputError` for ids that occur twice, unknown parents, categories that stand below
 *   themselves, and trees deeper than 16 levels, with the path of each
 *
 * @example
 * ```ts
 * import { buildCategoryTree } from "@kefu/faq";
 *
 * const [returns] = buildCategoryTree([
 *   { id: "returns", name: { en: "Returns" } },
 *   { id: "refunds", name: { en: "Refunds" }, parent: "returns" },
 * ]);
 * returns?.children[0]?.path; // => ["returns", "refunds"]
 * ```
 */
export function buildCategoryTree(categories: readonly FaqCategory[]): readonly FaqCategoryNode[] {
  const all = parseInput(z.array(FaqCategory), "categories", categories);
  refuseIf(brokenReferences(all));
  const byParent = childrenByParent(all);
  const placed = new Set<string>();
  const nodesBelow = (parent: string | undefined, above: readonly string[]): FaqCategoryNode[] => {
    if (above.length >= MAX_DEPTH) return [];
    return (byParent.get(parent) ?? []).map(({ id, name }) => {
      const path = [...above, id];
      placed.add(id);
      return { id, name, path, children: nodesBelow(id, path) };
    });
  };
  const tree = nodesBelow(undefined, []);
  refuseIf(
    all.flatMap(({ id }, position) =>
      placed.has(id)
        ? []
        : issue(position, "parent", "stands below itself, or deeper than 16 levels"),
    ),
  );
  return tree;
}

/**
 * Counts the published entries of each category, as far as an audience may see them: what it may not
 * see is not in the numbers either.
 *
 * @param tree - from {@link buildCategoryTree}
 * @param entries - the entries of a knowledge base; the last id of `category` says where each stands
 * @param audience - who is looking
 * @returns one row for each category, in the order of the tree read downwards
 * @throws `InvalidInputError` when an argument has not its shape
 */
export function countByCategory(
  tree: readonly FaqCategoryNode[],
  entries: readonly CountedEntry[],
  audience: Audience,
): FaqCategoryCount[] {
  const reader = parseInput(Audience, "audience", audience);
  const own = new Map<string, number>();
  for (const { category, status, audience: meantFor } of parseInput(COUNTED, "entries", entries)) {
    const id = category.at(-1);
    if (id === undefined || status !== "published" || !maySee(reader, meantFor)) continue;
    own.set(id, (own.get(id) ?? 0) + 1);
  }
  return parseInput(z.array(NODE), "category tree", tree).flatMap((node) => countsIn(node, own));
}

/** What {@link countByCategory} reads of an entry. */
export type CountedEntry = Readonly<z.input<typeof CountedEntry>>;

const CountedEntry = z.object({
  category: z.array(z.string()).readonly().default([]),
  status: z.string().default("published"),
  audience: Audience.default("public"),
});
const COUNTED = z.array(CountedEntry);

interface Node {
  readonly id: string;
  readonly children: readonly Node[];
}
const NODE: z.ZodType<Node> = z.object({
  id: z.string(),
  get children() {
    return z.array(NODE);
  },
});

function childrenByParent(all: readonly FaqCategory[]): Map<string | undefined, FaqCategory[]> {
  const byParent = new Map<string | undefined, FaqCategory[]>();
  for (const category of all) {
    const siblings = byParent.get(category.parent);
    if (siblings === undefined) byParent.set(category.parent, [category]);
    else siblings.push(category);
  }
  return byParent;
}

function countsIn({ id, children }: Node, own: ReadonlyMap<string, number>): FaqCategoryCount[] {
  const below = children.map((child) => countsIn(child, own));
  const here = own.get(id) ?? 0;
  const total = below.reduce((sum, [child]) => sum + (child?.total ?? 0), here);
  return [{ id, own: here, total }, ...below.flat()];
}

function brokenReferences(all: readonly FaqCategory[]): KefuIssue[] {
  const firstAt = new Map<string, number>();
  all.forEach(({ id }, position) => {
    if (!firstAt.has(id)) firstAt.set(id, position);
  });
  return all.flatMap(({ id, parent }, position) => [
    ...(firstAt.get(id) === position ? [] : issue(position, "id", `"${id}" occurs twice`)),
    ...(parent === undefined || firstAt.has(parent)
      ? []
      : issue(position, "parent", `no category is called "${parent}"`)),
  ]);
}

function issue(position: number, key: string, message: string): KefuIssue[] {
  return [{ path: [position, key], message }];
}

function refuseIf(issues: readonly KefuIssue[]): void {
  if (issues.length > 0) throw new InvalidInputError("categories", issues);
}

import { z } from "zod";
import type { FaqEntry } from "./faq-entry.ts";
import type { FaqView, Shown } from "./faq-view.ts";

/**
 * What found entries can be counted by: `"category"` on every level of the tree, `"tag"`, or `"locale"`, the language in
 * which the question would be served.
 */
export const FaqFacet = z.enum(["category", "tag", "locale"]);
/** What found entries can be counted by, see the schema of the same name. */
export type FaqFacet = z.output<typeof FaqFacet>;

/** How many found entries have one category, tag or locale. */
export interface FaqFacetCount {
  /** The category's id, the tag or the locale. */
  readonly id: string;
  /** How many of the entries that match have it, each counted once. */
  readonly count: number;
}

/** For each facet that was asked for, what the found entries have of it: most first, ties by id. */
export type FaqFacetCounts = Readonly<Partial<Record<FaqFacet, readonly FaqFacetCount[]>>>;

/** Counts all entries that the last search of a view has found, the page's and beyond. */
export function countFacets(
  facets: readonly FaqFacet[],
  view: FaqView,
  shown: Shown,
): FaqFacetCounts {
  const found = foundEntries(view, shown);
  const { entries } = view.corpus;
  const idsOf = (facet: FaqFacet, position: number): readonly string[] => {
    const { category, tags } = entries.at(position) as FaqEntry;
    if (facet === "locale") return [shown.locales[position] ?? ""];
    return facet === "category" ? category : tags;
  };
  return Object.fromEntries(
    facets.map((facet) => [facet, counted(found.map((position) => idsOf(facet, position)))]),
  );
}

/** The positions of entries that share anything with the query. */
function foundEntries({ corpus, scores }: FaqView, { rows }: Shown): number[] {
  const found = new Set<number>();
  scores.forEach((score, row) => {
    if (score > 0 && rows[row] === 1) found.add(corpus.rowEntries[row] as number);
  });
  return [...found];
}

function counted(idsOfEntries: readonly (readonly string[])[]): FaqFacetCount[] {
  const counts = new Map<string, number>();
  for (const ids of idsOfEntries) {
    for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

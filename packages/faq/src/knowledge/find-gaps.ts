import { Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { buildFaqIndex, viewFor } from "../build-faq-index.ts";
import { findRows } from "../find-rows.ts";

/** A query that was not answered well. */
export const UnansweredQuery = z.object({
  /** What was typed. */
  query: z.string().max(1000),
  /** How often. */
  weight: z.number().positive().max(1e9).default(1),
  /** The language of the page on which it was typed. */
  locale: Locale.optional(),
});
/** A query that was not answered well, with defaults left out. */
export interface UnansweredQuery extends Readonly<z.input<typeof UnansweredQuery>> {}

/** How to find gaps. */
export const FindGapsOptions = z.strictObject({
  /** From this likeness on, 0 to 1, two queries ask the same. */
  linkFrom: z.number().min(0.01).max(1).default(0.45),
  /** Gaps that weigh less are left out. */
  leastWeight: z.number().nonnegative().default(2),
});
/** How to find gaps, with defaults left out. */
export interface FindGapsOptions extends Readonly<z.input<typeof FindGapsOptions>> {}

/** What customers ask and the knowledge base does not answer: a suggested entry, with its sources. */
export interface KnowledgeGap {
  /** The query that is most like all the others: the suggested question. Names the gap. */
  readonly question: string;
  /** How often it was asked, in all its ways. */
  readonly weight: number;
  /** The languages in which it was asked, as far as told, in the order of their code units. */
  readonly locales: readonly string[];
  /** All ways in which it was asked: the suggested alternates. Most frequent first, ties by text. */
  readonly members: readonly { readonly query: string; readonly weight: number }[];
}

/** More than this many different queries are not read: the most frequent ones are. */
const MOST_QUERIES = 5000;
const MOST_NEIGHBOURS = 100;

interface Asked {
  readonly query: string;
  readonly locales: ReadonlySet<string>;
  weight: number;
}

/**
 * What the knowledge base lacks: unanswered queries, gathered by what they ask. No model is needed; the likeness is that
 * of the search engine, so that spelling, both Chinese scripts and known synonyms do not tell queries apart. The 5,000
 * most frequent queries are read.
 *
 * Clusters are stars: the query that is linked to the most weight takes all its neighbours, then the next one of those
 * left.
 *
 * @returns the heaviest first, ties by question
 * @throws `InvalidInputError` when an argument has not its shape
 * @see Aslam, Pelekhov, Rus (2004), The star clustering algorithm, Journal of Graph Algorithms and Applications 8
 *
 * @example
 * ```ts
 * import { findGaps } from "@kefu/faq";
 *
 * const [gap] = findGaps([
 *   { query: "gift wrapping", weight: 3 },
 *   { query: "do you offer gift wrapping?" },
 *   { query: "student discount" },
 * ]);
 * gap?.question; // => "gift wrapping"
 * gap?.weight; // => 4
 * ```
 */
export function findGaps(
  queries: readonly UnansweredQuery[],
  options: FindGapsOptions = {},
): readonly KnowledgeGap[] {
  const { linkFrom, leastWeight } = parseInput(FindGapsOptions, "gap options", options);
  const asked = distinct(parseInput(z.array(UnansweredQuery), "unanswered queries", queries));
  return starsOf(asked, linksOf(asked, linkFrom))
    .map((star) => gapOf(star.map((at) => asked[at] as Asked)))
    .filter(({ weight }) => weight >= leastWeight)
    .sort((a, b) => b.weight - a.weight || (a.question < b.question ? -1 : 1));
}

function distinct(queries: readonly z.output<typeof UnansweredQuery>[]): Asked[] {
  const asked = new Map<string, Asked & { readonly locales: Set<string> }>();
  for (const { query, weight, locale } of queries) {
    const text = query.trim();
    if (text === "") continue;
    const known = asked.get(text) ?? { query: text, locales: new Set<string>(), weight: 0 };
    known.weight += weight;
    if (locale !== undefined) known.locales.add(locale);
    asked.set(text, known);
  }
  return [...asked.values()].sort(byWeight).slice(0, MOST_QUERIES);
}

/** By query: the positions of those that ask the same, in either direction. */
function linksOf(asked: readonly Asked[], linkFrom: number): Set<number>[] {
  // One locale does for all: the analyzer goes by script, not by locale.
  const entries = asked.map(({ query }, at) => ({ id: idOf(at), question: { en: query } }));
  const view = viewFor(buildFaqIndex(entries), "public");
  const allowed = new Uint8Array(view.corpus.rowEntries.length).fill(1);
  const links = asked.map(() => new Set<number>());
  asked.forEach(({ query }, at) => {
    for (const { row, similarity } of findRows(view, query, allowed, MOST_NEIGHBOURS).ranked) {
      const other = view.corpus.rowEntries[row] as number;
      if (other === at || similarity < linkFrom) continue;
      links[at]?.add(other);
      links[other]?.add(at);
    }
  });
  return links;
}

/** Ids in the order of the positions, as the index orders entries by id. */
function idOf(at: number): string {
  return String(at).padStart(6, "0");
}

function starsOf(asked: readonly Asked[], links: readonly ReadonlySet<number>[]): number[][] {
  const weightOf = (at: number) => asked[at]?.weight ?? 0;
  const drawn = links.map((others, at) =>
    [...others].reduce((sum, other) => sum + weightOf(other), weightOf(at)),
  );
  const centres = asked
    .map((_, at) => at)
    .sort((a, b) => (drawn[b] ?? 0) - (drawn[a] ?? 0) || a - b);
  const taken = new Set<number>();
  return centres.flatMap((centre) => {
    if (taken.has(centre)) return [];
    const star = [centre, ...[...(links[centre] ?? [])].filter((at) => !taken.has(at))];
    for (const at of star) taken.add(at);
    return [star];
  });
}

function gapOf(star: readonly Asked[]): KnowledgeGap {
  return {
    question: star[0]?.query ?? "",
    weight: star.reduce((sum, { weight }) => sum + weight, 0),
    locales: [...new Set(star.flatMap(({ locales }) => [...locales]))].sort(),
    members: star.toSorted(byWeight).map(({ query, weight }) => ({ query, weight })),
  };
}

function byWeight(a: Asked, b: Asked): number {
  return b.weight - a.weight || (a.query < b.query ? -1 : 1);
}

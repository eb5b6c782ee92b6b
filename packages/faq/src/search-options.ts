import { Locale, LocaleFallbackPolicy, parseInput } from "@kefu/core";
import { z } from "zod";
import { AnswerPolicy, BY_DEFAULT } from "./answer-policy.ts";
import { Audience } from "./audience.ts";
import { FaqFacet } from "./count-facets.ts";

const view = {
  /** The language that the reader reads. */
  locale: Locale,
  /** Who is asking. Entries above it do not exist for the search: not as hits, not in counts or statistics. */
  audience: Audience.default("public"),
  /** What to serve where an entry lacks the locale; `{ mode: "exact" }` serves such entries not at all. */
  fallback: LocaleFallbackPolicy.optional(),
};
const ids = z.array(z.string()).max(10_000).readonly();
const limit = z.int().min(1).max(1000);

/** What is typed, or names an entry: any text is taken. */
export const anyText = (subject: string, given: unknown): string =>
  typeof given === "string" ? given : parseInput(z.string(), subject, given);

/** How to search. */
export const SearchFaqOptions = z.strictObject({
  ...view,
  /** How many hits to return at most. */
  limit: limit.default(10),
  /** Only entries of this category or below it. */
  category: z.string().optional(),
  /** Only entries that carry all of these tags. */
  tags: z.array(z.string()).max(100).readonly().optional(),
  /** Only these entries, by id: those of one product, say. Ids that do not exist are passed over. */
  ids: ids.optional(),
  /** Not these entries, by id: those that did not help. */
  exclude: ids.optional(),
  /** What to count the found entries by, see `facets` of the result. Filters apply before counting. */
  facets: z.array(FaqFacet).max(10).readonly().default([]),
  /** When to answer, ask back and offer a person. */
  policy: AnswerPolicy.default(BY_DEFAULT),
});
/** How to search, with defaults left out. */
export interface SearchFaqOptions extends Readonly<z.input<typeof SearchFaqOptions>> {}

const REMEMBERED = 100;
/** Options that were read before. Reading them anew would cost more than finding in a small base. */
const remembered = new Map<string, z.output<typeof SearchFaqOptions>>();

/** Reads options; those of plain values that were read before are taken as read. */
export function readSearchOptions(options: unknown): z.output<typeof SearchFaqOptions> {
  const key = keyOfPlain(options);
  const known = key === undefined ? undefined : remembered.get(key);
  if (known !== undefined) return known;
  const read = parseInput(SearchFaqOptions, "search options", options);
  if (remembered.size >= REMEMBERED) remembered.clear();
  if (key !== undefined) remembered.set(key, read);
  return read;
}

const PLAIN = new Set(["locale", "audience", "limit", "category"]);

/** Names options without lists and objects in them, of which no two that differ have the same name. */
function keyOfPlain(options: unknown): string | undefined {
  try {
    if (Object.getPrototypeOf(options) !== Object.prototype) return undefined;
    const entries = Object.entries(options as SearchFaqOptions);
    const isPlain = entries.every(
      ([name, value]) => PLAIN.has(name) && (typeof value === "string" || Number.isInteger(value)),
    );
    return isPlain ? JSON.stringify(entries) : undefined;
  } catch {
    return undefined;
  }
}

/** How to suggest. */
export const SuggestFaqOptions = z.strictObject({
  ...view,
  /** How many suggestions to return at most. */
  limit: limit.default(6),
});
/** How to suggest, with defaults left out. */
export interface SuggestFaqOptions extends Readonly<z.input<typeof SuggestFaqOptions>> {}

/** Which related entries to show. */
export const RelatedFaqOptions = z.strictObject({
  ...view,
  /** How many to return at most. */
  limit: limit.default(5),
});
/** Which related entries to show, with defaults left out. */
export interface RelatedFaqOptions extends Readonly<z.input<typeof RelatedFaqOptions>> {}

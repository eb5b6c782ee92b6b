import { Locale, LocaleFallbackPolicy } from "@kefu/core";
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
export const AnyText = z.string();

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

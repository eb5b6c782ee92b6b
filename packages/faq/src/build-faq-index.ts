import { InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { Audience } from "./audience.ts";
import { type Corpus, filledCorpus } from "./corpus.ts";
import type { FaqEntryInput } from "./faq-entry.ts";
import { createView, type FaqView, refreshView } from "./faq-view.ts";
import { publishedIn } from "./published-entries.ts";

/** How to build an index. */
export const FaqIndexOptions = z.strictObject({
  /**
   * Groups of words and phrases that customers use for one thing; replaces {@link defaultLexicon}. `[]` works
   * without any.
   */
  lexicon: z
    .array(z.array(z.string().max(200)).readonly())
    .readonly()
    .optional(),
});
/** How to build an index, with defaults left out. */
export interface FaqIndexOptions extends Readonly<z.input<typeof FaqIndexOptions>> {}

/** What an index holds. */
export interface IndexContent {
  readonly corpus: Corpus;
  /** By level of the audience. */
  readonly views: (FaqView | undefined)[];
}

const content: unique symbol = Symbol("kefu faq index");

/**
 * A knowledge base made ready for searching by {@link buildFaqIndex}: a value in memory, changed in place by
 * {@link updateFaqIndex} and stored by {@link faqSnapshot}.
 */
export interface FaqIndex {
  /** @internal */
  readonly [content]: IndexContent;
}

/**
 * Makes a knowledge base ready for searching. Only published entries are kept. The result depends on nothing but the
 * entries and options; their order does not matter.
 *
 * Each audience searches with the statistics of what it may see and nothing else, so that scores, too, tell nothing about
 * the rest.
 *
 * @param entries - the knowledge base; not changed, may be empty
 * @throws `InvalidInputError` naming every path that is wrong, also for an id that occurs twice
 *
 * @example
 * ```ts
 * import { buildFaqIndex, searchFaq } from "@kefu/faq";
 *
 * const index = buildFaqIndex([{ id: "returns", question: { en: "How do I return an item?", "zh-Hans": "怎么退货？" } }]);
 * searchFaq(index, "我要退貨", { locale: "zh-Hant" }).hits[0]?.question; // => "怎么退货？"
 * ```
 */
export function buildFaqIndex(
  entries: readonly FaqEntryInput[],
  options: FaqIndexOptions = {},
): FaqIndex {
  const { lexicon } = parseInput(FaqIndexOptions, "index options", options);
  return indexOf(filledCorpus(lexicon, publishedIn(entries)));
}

/** An index over a corpus. */
export const indexOf = (corpus: Corpus): FaqIndex => ({ [content]: { corpus, views: [] } });

/** What an audience can find. */
export function viewFor(index: FaqIndex, audience: Audience): FaqView {
  const { corpus, views } = contentOf(index);
  const level = widestAlike(corpus, Audience.options.indexOf(audience));
  const known = views[level];
  if (known !== undefined) return refreshView(known);
  const view = createView(corpus, Audience.options[level] as Audience, level);
  views[level] = view;
  return view;
}

/** The widest audience that may see the same: where nothing is meant for the narrower, they share a view. */
function widestAlike({ tallies }: Corpus, level: number): number {
  let widest = level;
  while (widest > 0 && tallies[widest]?.rowCount === 0) widest--;
  return widest;
}

/** What an index holds. */
export function contentOf(index: unknown): IndexContent {
  try {
    if (typeof index === "object" && index !== null && content in index) {
      return (index as FaqIndex)[content];
    }
  } catch {
    // A proxy may throw at whatever is asked of it.
  }
  throw new InvalidInputError("FAQ index", [{ path: [], message: "must come from buildFaqIndex" }]);
}

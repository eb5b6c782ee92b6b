import { InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { type Audience, maySee } from "./audience.ts";
import { type ConceptFinder, compileLexicon } from "./concepts.ts";
import { buildCorpus } from "./corpus.ts";
import { defaultLexicon } from "./default-lexicon.ts";
import { FaqEntry, type FaqEntryInput } from "./faq-entry.ts";
import { createView, type FaqView } from "./faq-view.ts";

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

interface IndexContent {
  readonly entries: readonly FaqEntry[];
  readonly findConcepts: ConceptFinder;
  readonly views: Map<Audience, FaqView>;
}

const content: unique symbol = Symbol("kefu faq index");

/** A knowledge base made ready for searching by {@link buildFaqIndex}. A value in memory: keep the entries, not the index. */
export interface FaqIndex {
  /** @internal */
  readonly [content]: IndexContent;
}

/**
 * Makes a knowledge base ready for searching. Only published entries are kept. The result depends on nothing but the
 * entries and options; their order does not matter.
 *
 * Each audience searches an index of its own that holds only what it may see, so that scores, too, tell nothing about
 * the rest; those of `"customer"` and above are made on their first search.
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
  const parsed = parseInput(z.array(FaqEntry), "FAQ entries", entries);
  refuseEqualIds(parsed);
  const published = parsed
    .filter(({ status }) => status === "published")
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const index: FaqIndex = {
    [content]: {
      entries: published,
      findConcepts: lexicon === undefined ? defaultFinder() : compileLexicon(lexicon),
      views: new Map(),
    },
  };
  viewFor(index, "public");
  return index;
}

let compiledDefault: ConceptFinder | undefined;

function defaultFinder(): ConceptFinder {
  compiledDefault ??= compileLexicon(defaultLexicon);
  return compiledDefault;
}

function refuseEqualIds(entries: readonly FaqEntry[]): void {
  const first = new Map<string, number>();
  const issues = entries.flatMap(({ id }, at) => {
    const taken = first.get(id);
    if (taken === undefined) first.set(id, at);
    return taken === undefined
      ? []
      : [{ path: [at, "id"], message: `"${id}" is already the id of entry ${taken}` }];
  });
  if (issues.length > 0) throw new InvalidInputError("FAQ entries", issues);
}

/** What an audience can find. */
export function viewFor(index: FaqIndex, audience: Audience): FaqView {
  const { entries, findConcepts, views } = contentOf(index);
  const known = views.get(audience);
  if (known !== undefined) return known;
  const visible = entries.filter((entry) => maySee(audience, entry.audience));
  const sameSize = [...views.values()].find(
    ({ corpus }) => corpus.entries.length === visible.length,
  );
  // A wider audience sees a part of what a narrower one sees: as many entries are the same entries.
  const view = sameSize ?? createView(buildCorpus(visible, findConcepts));
  views.set(audience, view);
  return view;
}

function contentOf(index: unknown): IndexContent {
  if (typeof index === "object" && index !== null && content in index) {
    return (index as FaqIndex)[content];
  }
  throw new InvalidInputError("FAQ index", [{ path: [], message: "must come from buildFaqIndex" }]);
}

import { parseInput } from "@kefu/core";
import { type FaqIndex, viewFor } from "./build-faq-index.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { positionOf } from "./faq-view.ts";
import { findRows } from "./find-rows.ts";
import { anyText, RelatedFaqOptions } from "./search-options.ts";
import type { FaqRelated } from "./search-result.ts";
import { servedEntry } from "./served-entry.ts";
import { shownRows } from "./shown-rows.ts";

/** Less alike than this is chance. */
const SIMILAR_FROM = 0.15;

/**
 * Entries to show beside one: those that it names, in its order, then those most like it.
 *
 * @param id - the entry that is being read
 * @returns an empty list for an id that does not exist or that the audience may not see, which look the same
 * @throws `InvalidInputError` when an argument is not what is asked for
 *
 * @example
 * ```ts
 * import { buildFaqIndex, relatedFaq } from "@kefu/faq";
 *
 * const index = buildFaqIndex([
 *   { id: "returns", question: { en: "How do I return a kettle?" }, related: ["labels"] },
 *   { id: "labels", question: { en: "Where do I print a label?" } },
 *   { id: "costs", question: { en: "What does it cost to return a kettle?" } },
 * ]);
 * relatedFaq(index, "returns", { locale: "en" }).map(({ id, because }) => `${id} ${because}`);
 * // => ["labels pinned", "costs similar"]
 * ```
 */
export function relatedFaq(
  index: FaqIndex,
  id: string,
  options: RelatedFaqOptions,
): readonly FaqRelated[] {
  const { audience, limit, ...serving } = parseInput(RelatedFaqOptions, "related options", options);
  const view = viewFor(index, audience);
  const { corpus } = view;
  const position = positionOf(view, anyText("id", id));
  if (position === undefined) return [];
  const entry = corpus.entries.at(position) as FaqEntry;
  const { rows, locales } = shownRows(view, serving);
  const question = entry.question[locales[position] ?? ""] ?? "";
  const pinned = entry.related.flatMap((other) => positionOf(view, other) ?? []);
  const { ranked } = findRows(view, question, rows, limit + pinned.length + 1);
  const similar = ranked
    .filter(({ similarity }) => similarity >= SIMILAR_FROM)
    .map(({ row }) => corpus.rowEntries[row] as number);
  return [...new Set([...pinned, ...similar])]
    .filter((other) => other !== position && locales[other] !== undefined)
    .slice(0, limit)
    .map((other) => ({
      ...servedEntry(corpus.entries, other, locales[other] ?? ""),
      because: pinned.includes(other) ? "pinned" : "similar",
    }));
}

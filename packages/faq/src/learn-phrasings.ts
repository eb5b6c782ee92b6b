import { Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { FaqEntry, type FaqEntryInput } from "./faq-entry.ts";
import type { LearntPhrasings } from "./phrasing-feedback.ts";
import { readingOf } from "./reading.ts";

const Learnt = z.array(
  z.object({
    entryId: z.string(),
    locale: Locale,
    phrasings: z.array(z.object({ text: z.string() })),
  }),
);

/**
 * The entries with what customers taught: `learnt` of each becomes exactly what is given for it, so that what is
 * contradicted since goes away again. What an entry is asked by already is not learnt; entries that do not exist are passed over.
 *
 * Learnt phrasings are searched and never shown: give a browser entries without them.
 *
 * @param entries - the knowledge base; not changed
 * @param learnt - what {@link confirmedPhrasings} gave
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { buildFaqIndex, learnPhrasings, searchFaq } from "@kefu/faq";
 *
 * const entries = [{ id: "returns", question: { en: "How do I send an item back?" } }];
 * const phrasings = [{ text: "it does not fit me", helped: 2, unhelped: 0 }];
 * const taught = learnPhrasings(entries, [{ entryId: "returns", locale: "en", phrasings }]);
 * const [hit] = searchFaq(buildFaqIndex(taught), "does not fit", { locale: "en" }).hits;
 * hit?.id; // => "returns"
 * hit?.because; // => { field: "learnt", locale: "en", text: "" }
 * ```
 */
export function learnPhrasings(
  entries: readonly FaqEntryInput[],
  learnt: readonly LearntPhrasings[],
): readonly FaqEntry[] {
  const read = parseInput(z.array(FaqEntry), "FAQ entries", entries);
  const byEntry = new Map<string, z.output<typeof Learnt>>();
  for (const one of parseInput(Learnt, "learnt phrasings", learnt)) {
    const same = byEntry.get(one.entryId);
    if (same === undefined) byEntry.set(one.entryId, [one]);
    else same.push(one);
  }
  return read.map((entry) => ({ ...entry, learnt: newTo(entry, byEntry.get(entry.id) ?? []) }));
}

/** By locale, what an entry is not asked by yet. */
function newTo(entry: FaqEntry, learnt: z.output<typeof Learnt>): FaqEntry["learnt"] {
  const asked = [...Object.values(entry.question), ...Object.values(entry.alternates).flat()];
  const known = new Set(learnt.length === 0 ? [] : asked.map(readingOf));
  const texts: Record<string, string[]> = {};
  for (const { locale, phrasings } of learnt) {
    const unknown = phrasings.map(({ text }) => text).filter((text) => !known.has(readingOf(text)));
    if (unknown.length > 0) texts[locale] = [...(texts[locale] ?? []), ...unknown];
  }
  return texts;
}

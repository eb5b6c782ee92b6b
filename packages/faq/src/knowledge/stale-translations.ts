import { Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import { type EntryContent, EntryRevision, type EntryRevisionInput } from "./entry-revision.ts";

/** A language that says what the source said before. */
export interface StaleTranslation {
  /** The language. */
  readonly locale: string;
  /** The number of the revision in which it was last written or checked. */
  readonly revision: number;
  /** The number of the revision in which the source last changed. */
  readonly sourceRevision: number;
}

/**
 * Which translations of an entry lag behind: the question or answer of the source changed in a later revision than the
 * one in which the translation was last written, or checked and found right.
 *
 * @param revisions - of one entry, oldest first
 * @param source - the language that is written first
 * @returns by locale in the order of their code units; empty where the latest revision lacks the source
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { staleTranslations } from "@kefu/faq";
 *
 * const written = { author: "ada", at: instant(0), why: "" };
 * const revisions = [
 *   { ...written, number: 1, content: { question: { en: "Returns?", "zh-Hans": "退货？" } } },
 *   { ...written, number: 2, content: { question: { en: "Returns and refunds?", "zh-Hans": "退货？" } } },
 * ];
 * staleTranslations(revisions, "en"); // => [{ locale: "zh-Hans", revision: 1, sourceRevision: 2 }]
 * ```
 */
export function staleTranslations(
  revisions: readonly EntryRevisionInput[],
  source: Locale,
): readonly StaleTranslation[] {
  const all = parseInput(z.array(EntryRevision), "revisions", revisions);
  const origin = parseInput(Locale, "source locale", source);
  const latest = all.at(-1)?.content;
  const sourceRevision = lastWritten(all, origin);
  if (latest === undefined || !textsIn(latest, origin)) return [];
  const present = new Set([...Object.keys(latest.question), ...Object.keys(latest.answer)]);
  return [...present].sort().flatMap((locale) => {
    const revision = Math.max(lastWritten(all, locale), lastChecked(all, locale));
    const isStale = locale !== origin && revision < sourceRevision;
    return isStale ? [{ locale, revision, sourceRevision }] : [];
  });
}

/** The number of the revision in which a language last changed; 0 when it never did. */
function lastWritten(revisions: readonly EntryRevision[], locale: string): number {
  const position = revisions.findLastIndex(({ content }, at) => {
    const before = revisions[at - 1];
    return textsIn(content, locale) !== (before && textsIn(before.content, locale));
  });
  return revisions[position]?.number ?? 0;
}

function lastChecked(revisions: readonly EntryRevision[], locale: string): number {
  return revisions.findLast(({ checked }) => checked.includes(locale))?.number ?? 0;
}

function textsIn({ question, answer }: EntryContent, locale: string): string | undefined {
  const texts = [question, answer].map((by) => (Object.hasOwn(by, locale) ? by[locale] : null));
  return texts.every((text) => text === null) ? undefined : JSON.stringify(texts);
}

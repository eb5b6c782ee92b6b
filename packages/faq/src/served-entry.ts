import { type LocaleFallbackPolicyInput, localizeValue } from "@kefu/core";
import { plainAnswer } from "./answer-text.ts";
import { categoryOf, type EntryParts, questionOf } from "./entry-form.ts";
import type { EntryStore } from "./entry-store.ts";
import type { FaqEntry } from "./faq-entry.ts";

/** In which language to serve. */
export interface Serving {
  readonly locale: string;
  readonly fallback?: LocaleFallbackPolicyInput | undefined;
}

/** What is shown of an entry wherever it is listed. */
export interface ServedEntry {
  readonly id: string;
  readonly locale: string;
  readonly question: string;
  readonly category: readonly string[];
}

/** The entry at a position, with its question in one of its own locales. */
export function servedEntry(entries: EntryStore, position: number, locale: string): ServedEntry {
  return servedParts(entries.partsAt(position) as EntryParts, locale);
}

/** An entry that is taken apart, with its question in one of its own locales. */
export function servedParts(parts: EntryParts, locale: string): ServedEntry {
  return { id: parts.id, locale, question: questionOf(parts, locale), category: categoryOf(parts) };
}

/** The plain answer in the language of a reader; empty when there is none. */
export function servedAnswer(entry: FaqEntry, { locale, fallback }: Serving): string {
  const served = localizeValue(entry.answer, locale, fallback);
  return served === undefined ? "" : plainAnswer(served.value);
}

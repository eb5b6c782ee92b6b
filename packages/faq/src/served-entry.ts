import { type LocaleFallbackPolicyInput, localizeValue } from "@kefu/core";
import { plainAnswer } from "./answer-text.ts";
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

/** An entry with its question in one of its own locales. */
export function servedEntry({ id, question, category }: FaqEntry, locale: string): ServedEntry {
  return { id, locale, question: question[locale] ?? "", category: [...category] };
}

/** The plain answer in the language of a reader; empty when there is none. */
export function servedAnswer(entry: FaqEntry, { locale, fallback }: Serving): string {
  const served = localizeValue(entry.answer, locale, fallback);
  return served === undefined ? "" : plainAnswer(served.value);
}

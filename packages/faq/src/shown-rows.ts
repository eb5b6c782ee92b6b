import { fallbackChain, type LocaleFallbackPolicyInput, localizeValue } from "@kefu/core";
import { languageOf } from "./entry-variants.ts";
import type { FaqEntry } from "./faq-entry.ts";
import type { FaqView, Shown } from "./faq-view.ts";

/** Which entries may be shown. */
export interface RowFilter {
  readonly locale: string;
  readonly fallback?: LocaleFallbackPolicyInput | undefined;
  readonly category?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

const REMEMBERED = 16;

/** What a filter lets through; remembered, since most searches of a page filter alike. */
export function shownRows({ corpus, filtered }: FaqView, filter: RowFilter): Shown {
  const { locale, fallback, category, tags } = filter;
  const key = JSON.stringify([locale, fallback ?? null, category ?? null, tags ?? []]);
  const known = filtered.get(key);
  if (known !== undefined) return known;
  const languages = new Set(fallbackChain(locale, fallback).map(languageOf));
  const locales = corpus.entries.map((entry) => servedLocale(entry, filter));
  const rows = Uint8Array.from(corpus.rowEntries, (entry, row) =>
    locales[entry] !== undefined && languages.has(corpus.rowLanguages[row] as string) ? 1 : 0,
  );
  if (filtered.size >= REMEMBERED) filtered.clear();
  filtered.set(key, { rows, locales });
  return { rows, locales };
}

function servedLocale(entry: FaqEntry, filter: RowFilter): string | undefined {
  const { locale, fallback, category, tags = [] } = filter;
  if (category !== undefined && !entry.category.includes(category)) return undefined;
  if (!tags.every((tag) => entry.tags.includes(tag))) return undefined;
  return localizeValue(entry.question, locale, fallback)?.locale;
}

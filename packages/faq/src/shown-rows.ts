import { type LocaleFallbackPolicyInput, localizeValue } from "@kefu/core";
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
  const locales = corpus.entries.map((entry) => servedLocale(entry, filter));
  // A customer may ask in another language than the page is in: an entry is found by all of its own.
  const rows = Uint8Array.from(corpus.rowEntries, (entry) =>
    locales[entry] === undefined ? 0 : 1,
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

import { fallbackChain, type LocaleFallbackPolicyInput, localizeValue } from "@kefu/core";
import type { FaqView } from "./build-faq-index.ts";
import { languageOf } from "./entry-variants.ts";
import type { FaqEntry } from "./faq-entry.ts";

/** Which entries may be shown. */
export interface RowFilter {
  readonly locale: string;
  readonly fallback?: LocaleFallbackPolicyInput | undefined;
  readonly category?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

const REMEMBERED = 64;

/** By row: 1 when its language is read by whoever asks and its entry can be served and passes the filter. */
export function allowedRows({ corpus, masks }: FaqView, filter: RowFilter): Uint8Array {
  const { locale, fallback, category, tags } = filter;
  const key = JSON.stringify([locale, fallback ?? null, category ?? null, tags ?? []]);
  const known = masks.get(key);
  if (known !== undefined) return known;
  const languages = new Set(fallbackChain(locale, fallback).map(languageOf));
  const passes = corpus.entries.map((entry) => isShown(entry, filter));
  const mask = Uint8Array.from(corpus.rowEntries, (entry, row) =>
    passes[entry] && languages.has(corpus.rowLanguages[row] as string) ? 1 : 0,
  );
  if (masks.size >= REMEMBERED) masks.clear();
  masks.set(key, mask);
  return mask;
}

function isShown(entry: FaqEntry, { locale, fallback, category, tags = [] }: RowFilter): boolean {
  if (category !== undefined && !entry.category.includes(category)) return false;
  if (!tags.every((tag) => entry.tags.includes(tag))) return false;
  return localizeValue(entry.question, locale, fallback) !== undefined;
}

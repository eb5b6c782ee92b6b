import { type LocaleFallbackPolicyInput, localizeValue } from "@kefu/core";
import { maySee } from "./audience.ts";
import type { Corpus } from "./corpus.ts";
import type { EntryForm } from "./entry-form.ts";
import type { FaqEntry } from "./faq-entry.ts";
import type { FaqView, RememberedFilter, Shown } from "./faq-view.ts";
import { grown } from "./growing-array.ts";

/** Which entries may be shown. */
export interface RowFilter {
  readonly locale: string;
  readonly fallback?: LocaleFallbackPolicyInput | undefined;
  readonly category?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

const REMEMBERED = 16;

/** What a filter lets through; remembered, since most searches of a page filter alike. */
export function shownRows(view: FaqView, filter: RowFilter): Shown {
  const { corpus, filtered } = view;
  const { locale, fallback, category, tags } = filter;
  const key = JSON.stringify([locale, fallback ?? null, category ?? null, tags ?? []]);
  const known = filtered.get(key);
  if (known !== undefined) return known;
  const servedLocale = localeServer(view, filter);
  const locales = Array.from({ length: corpus.entries.length() }, (_, at) => servedLocale(at));
  // A customer may ask in another language than the page is in: an entry is found by all of its own.
  const rows = new Uint8Array(corpus.rowEntries.length);
  for (let row = 0; row < corpus.rowCount; row++) {
    if (locales[corpus.rowEntries[row] as number] !== undefined) rows[row] = 1;
  }
  if (filtered.size >= REMEMBERED) filtered.clear();
  const shown = { servedLocale, rows, locales };
  filtered.set(key, shown);
  return shown;
}

/** Brings what a view remembers of its filters in step with entries that came or went. */
export function refreshShown(view: FaqView, positions: readonly number[]): void {
  const { corpus, filtered } = view;
  for (const shown of filtered.values()) {
    shown.rows = grown(shown.rows, corpus.rowEntries.length);
    for (const position of positions) refreshEntry(corpus, shown, position);
  }
}

function refreshEntry(corpus: Corpus, shown: RememberedFilter, at: number): void {
  const { rowEntries, rowCount } = corpus;
  const { rows, locales } = shown;
  locales[at] = shown.servedLocale(at);
  const first = firstRow(corpus, at);
  for (let row = first; row < rowCount && rowEntries[row] === at; row++) {
    rows[row] = locales[at] === undefined ? 0 : 1;
  }
}

function firstRow({ rowEntries, rowCount }: Corpus, position: number): number {
  let [low, high] = [0, rowCount];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rowEntries[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function localeServer(
  { audience, corpus }: FaqView,
  { locale, fallback, category, tags = [] }: RowFilter,
): RememberedFilter["servedLocale"] {
  const choose = ({ audience: meantFor, question }: EntryForm): string | undefined => {
    if (!maySee(audience, meantFor)) return undefined;
    const present = Object.fromEntries(question.map((one) => [one, one]));
    return localizeValue(present, locale, fallback)?.locale;
  };
  // Entries share a few forms, and a fallback policy takes time to read: each choice is made once.
  const chosen = new Map<EntryForm, string | undefined>();
  const isFiltered = category !== undefined || tags.length > 0;
  const isLetThrough = (position: number): boolean => {
    const entry = corpus.entries.at(position) as FaqEntry;
    if (category !== undefined && !entry.category.includes(category)) return false;
    return tags.every((tag) => entry.tags.includes(tag));
  };
  return (position) => {
    const form = corpus.entries.formAt(position);
    if (form === undefined) return undefined;
    if (!chosen.has(form)) chosen.set(form, choose(form));
    const served = chosen.get(form);
    return served === undefined || (isFiltered && !isLetThrough(position)) ? undefined : served;
  };
}

import type { Locale } from "../locales.ts";
import type { Period } from "./search-history.ts";

/** The tabs of the editor's pages, by the ends of their addresses. */
export const TABS = {
  overview: "",
  queries: "/queries",
  suggestions: "/suggestions",
  work: "/work",
  lint: "/checks",
  entries: "/entries",
} as const;
export type Tab = keyof typeof TABS;

export const editorPaths = {
  tab: (locale: Locale, tab: Tab) => `/${locale}/editor${TABS[tab]}`,
  period: (locale: Locale, tab: Tab, period: Period) =>
    `/${locale}/editor${TABS[tab]}?period=${period}`,
  decideGap: (locale: Locale) => `/${locale}/editor/suggestions`,
  entry: (locale: Locale, id: string) => `/${locale}/editor/entries/${encodeURIComponent(id)}`,
  life: (locale: Locale, id: string) => `/${locale}/editor/entries/${encodeURIComponent(id)}/life`,
  revision: (locale: Locale, id: string, number: number) =>
    `/${locale}/editor/entries/${encodeURIComponent(id)}/revisions/${number}`,
};

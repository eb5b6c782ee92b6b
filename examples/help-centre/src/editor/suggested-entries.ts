import { findGaps, type GapBoard, type KnowledgeGap, openGaps, type SearchReport } from "@kefu/faq";
import type { Locale } from "../locales.ts";
import { queryKey, type UnmetQuery } from "./unmet-queries.ts";

/** A query that a suggested entry comes from. */
interface GapSource {
  readonly query: string;
  readonly locale: Locale;
  readonly weight: number;
}

/** An entry that customers seem to miss. */
export interface SuggestedEntry {
  /** Names it. */
  readonly question: string;
  readonly locale: Locale;
  /** How often it was asked, in all its ways. */
  readonly weight: number;
  readonly sources: readonly GapSource[];
}

/** What no editor has decided yet, most asked first. */
export function suggestedEntries(
  unanswered: SearchReport["unanswered"],
  queries: readonly UnmetQuery[],
  board: GapBoard,
): SuggestedEntry[] {
  const locales = new Map(queries.map(({ query, locale }) => [queryKey(query), locale]));
  const localeOf = (query: string) => locales.get(queryKey(query)) ?? "en";
  const asked = unanswered.map(({ query, weight }) => ({
    ...{ query, weight },
    locale: localeOf(query),
  }));
  return openGaps(findGaps(asked), board).map((gap) => suggestedEntry(gap, localeOf));
}

function suggestedEntry(
  { question, weight, members }: KnowledgeGap,
  localeOf: (query: string) => Locale,
): SuggestedEntry {
  const sources = members.map((member) => ({ ...member, locale: localeOf(member.query) }));
  return { question, locale: localeOf(question), weight, sources };
}

/** What a suggested entry begins with: its question, and the other ways of asking as alternates. */
export function contentOf({ question, locale, sources }: SuggestedEntry) {
  const alternates: Partial<Record<Locale, string[]>> = {};
  for (const source of sources) {
    if (queryKey(source.query) === queryKey(question)) continue;
    alternates[source.locale] = [...(alternates[source.locale] ?? []), source.query];
  }
  return { question: { [locale]: question }, alternates };
}

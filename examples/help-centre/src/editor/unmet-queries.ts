import type { Instant } from "@kefu/core";
import type { RecordedEvent } from "../database/search-events.ts";
import { localeOf } from "../knowledge/served-text.ts";
import { LOCALES, type Locale } from "../locales.ts";

/** What can go wrong with a search. */
export const LACKS = ["withoutResult", "withoutClick", "contacted"] as const;
export type Lack = (typeof LACKS)[number];

/** A query, and how often it led nowhere. */
export interface UnmetQuery {
  /** As it was typed last. */
  readonly query: string;
  /** The language of the pages on which it was typed most. */
  readonly locale: Locale;
  /** How often it was searched for. */
  readonly searches: number;
  /** How often it found nothing, was followed by no click, was the last search before asking a person. */
  readonly lacks: Readonly<Record<Lack, number>>;
  readonly lastSeen: Instant;
}

interface Counted {
  query: string;
  searches: number;
  lastSeen: Instant;
  readonly lacks: Record<Lack, number>;
  readonly locales: Map<Locale, number>;
}

/** What was searched for in the visits, with what it lacked; writing in capitals or with more spaces is the same query. */
export function unmetQueries(recorded: readonly RecordedEvent[]): UnmetQuery[] {
  const queries = new Map<string, Counted>();
  for (const visit of visitsIn(recorded)) {
    visit.forEach(({ event, detail }, at) => {
      if (event.type !== "searched") return;
      const found = countedFor(queries, event.query, event.at);
      const locale = localeOf(detail.locale);
      found.searches++;
      found.locales.set(locale, (found.locales.get(locale) ?? 0) + 1);
      for (const lack of lacksOf(visit, at)) found.lacks[lack]++;
    });
  }
  return [...queries.values()].map(({ locales, ...query }) => ({
    ...query,
    locale: mostFrequent(locales),
  }));
}

/** The queries that lack something, most often first; ties by the text. */
export function topLacking(
  queries: readonly UnmetQuery[],
  lack: Lack,
  limit: number,
): UnmetQuery[] {
  return queries
    .filter(({ lacks }) => lacks[lack] > 0)
    .sort((a, b) => b.lacks[lack] - a.lacks[lack] || (a.query < b.query ? -1 : 1))
    .slice(0, limit);
}

/** One spelling of a query for all that differ in capitals and spaces only. */
export function queryKey(query: string): string {
  return query.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");
}

function visitsIn(recorded: readonly RecordedEvent[]): RecordedEvent[][] {
  const visits = new Map<string, RecordedEvent[]>();
  for (const one of recorded) {
    const visit = visits.get(one.event.sessionId);
    if (visit === undefined) visits.set(one.event.sessionId, [one]);
    else visit.push(one);
  }
  return [...visits.values()].map((visit) => visit.sort((a, b) => a.event.at - b.event.at));
}

function countedFor(queries: Map<string, Counted>, query: string, at: Instant): Counted {
  const key = queryKey(query);
  const found = queries.get(key) ?? {
    ...{ query, searches: 0, lastSeen: at, locales: new Map() },
    lacks: { withoutResult: 0, withoutClick: 0, contacted: 0 },
  };
  if (at >= found.lastSeen) [found.query, found.lastSeen] = [query, at];
  queries.set(key, found);
  return found;
}

/** What the search at a place of a visit lacked, by what came before the next search. */
function lacksOf(visit: readonly RecordedEvent[], at: number): Lack[] {
  const { event } = visit[at] as RecordedEvent;
  if (event.type !== "searched") return [];
  const next = visit.findIndex((later, place) => place > at && later.event.type === "searched");
  const after = visit.slice(at + 1, next === -1 ? visit.length : next).map((one) => one.event.type);
  const contacted: Lack[] = after.includes("contacted") ? ["contacted"] : [];
  if (event.hits === 0) return ["withoutResult", ...contacted];
  const isListed = event.shown === "list" && !after.includes("opened");
  return isListed ? ["withoutClick", ...contacted] : contacted;
}

/** Ties go to the language that comes first everywhere. */
function mostFrequent(locales: ReadonlyMap<Locale, number>): Locale {
  const most = Math.max(...locales.values());
  return LOCALES.find((locale) => locales.get(locale) === most) ?? "en";
}

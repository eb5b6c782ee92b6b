import { type CountedShare, countedShare } from "../counted-share.ts";
import type { SearchRun, SessionFacts } from "./read-session.ts";

/** How a figure spreads over visits. */
export interface Spread {
  /** The mean. */
  readonly mean: number;
  /** Half of the visits have at most this (the lower of two middle ones). */
  readonly median: number;
  /** Nine of ten visits have at most this. */
  readonly ninth: number;
}

/** What customers look for, find, and go through. Shares are `null` where nothing could be counted. */
export interface SearchReport {
  /** Visits with any event. */
  readonly sessions: number;
  /** Searches in all. */
  readonly searches: number;
  /** Searches that found nothing. */
  readonly zeroResults: CountedShare;
  /** Searches with a list from which nothing was opened. Those that showed the answer itself do not count. */
  readonly zeroClicks: CountedShare;
  /** Searches that were asked again in other words. */
  readonly reformulated: CountedShare;
  /** Queries that followed each other without success: words for the lexicon. The 100 most frequent, ties by text. */
  readonly chains: readonly { readonly queries: readonly string[]; readonly count: number }[];
  /** The mean place in the list of what was opened; `null` when nothing was. */
  readonly clickPosition: number | null;
  /** By entry: visits that asked a person after reading it, of those that read it. Most contacts first, ties by id. */
  readonly contactAfterReading: readonly (CountedShare & { readonly entryId: string })[];
  /** How visits ended: read something and asked nobody; asked a person; neither. */
  readonly outcomes: Readonly<Record<"selfServed" | "contacted" | "abandoned", number>>;
  /** Visits that helped themselves, of those that did or asked a person. */
  readonly deflection: CountedShare;
  /** Searches + reformulations + entries opened + steps back, a visit; `null` without visits. */
  readonly effort: Spread | null;
  /** From the first to the last event of a visit, in seconds. */
  readonly elapsedSeconds: Spread | null;
  /** How long that felt, in seconds. */
  readonly feltSeconds: Spread | null;
  /** What was searched and not found well, with how often: what `findGaps` reads. Most frequent first, ties by text. */
  readonly unanswered: readonly {
    readonly query: string;
    readonly weight: number;
    readonly confidence: number;
  }[];
}

/** The report over visits. */
export function reportOf(sessions: readonly SessionFacts[], answeredFrom: number): SearchReport {
  const runs = sessions.flatMap((session) => session.runs);
  const lists = runs.filter(({ search }) => search.hits > 0 && search.shown === "list");
  const positions = sessions.flatMap((session) => session.positions);
  const outcomes = { selfServed: 0, contacted: 0, abandoned: 0 };
  for (const { outcome } of sessions) outcomes[outcome]++;
  const share = (of: readonly SearchRun[], is: (run: SearchRun) => boolean) =>
    countedShare(of.filter(is).length, of.length);
  return {
    sessions: sessions.length,
    searches: runs.length,
    zeroResults: share(runs, ({ search }) => search.hits === 0),
    zeroClicks: share(lists, ({ isOpened }) => !isOpened),
    reformulated: share(runs, ({ isReformulated }) => isReformulated),
    chains: chainsOf(sessions),
    clickPosition: spreadOf(positions)?.mean ?? null,
    contactAfterReading: contactsOf(sessions),
    outcomes,
    deflection: countedShare(outcomes.selfServed, outcomes.selfServed + outcomes.contacted),
    effort: spreadOf(sessions.map(({ effort }) => effort)),
    elapsedSeconds: spreadOf(sessions.map(({ elapsedSeconds }) => elapsedSeconds)),
    feltSeconds: spreadOf(sessions.map(({ feltSeconds }) => feltSeconds)),
    unanswered: unansweredOf(runs, answeredFrom),
  };
}

/** The nearest rank: always a value that occurred. */
function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const sum = sorted.reduce((total, value) => total + value, 0);
  return sorted.length === 0
    ? null
    : { mean: sum / sorted.length, median: at(0.5), ninth: at(0.9) };
}

function chainsOf(sessions: readonly SessionFacts[]): SearchReport["chains"] {
  const counts = countBy(
    sessions.flatMap(({ chains }) => chains.map((chain) => JSON.stringify(chain))),
  );
  const mostFrequent = counts.slice(0, 100);
  return mostFrequent.map(([chain, count]) => ({ queries: JSON.parse(chain) as string[], count }));
}

function contactsOf(sessions: readonly SessionFacts[]): SearchReport["contactAfterReading"] {
  const read = countBy(sessions.flatMap(({ opened }) => [...opened]));
  const contacted = new Map(
    countBy(sessions.flatMap(({ openedBeforeContact }) => [...openedBeforeContact])),
  );
  return read
    .map(([entryId, of]) => ({ entryId, ...countedShare(contacted.get(entryId) ?? 0, of) }))
    .sort((a, b) => b.count - a.count || (a.entryId < b.entryId ? -1 : 1));
}

function unansweredOf(
  runs: readonly SearchRun[],
  answeredFrom: number,
): SearchReport["unanswered"] {
  const worst = new Map<string, number>();
  const missed = runs
    .map(({ search: { query, hits, confidence } }) => ({
      query: query.trim(),
      confidence: hits === 0 ? 0 : confidence,
    }))
    .filter(({ query, confidence }) => query !== "" && confidence < answeredFrom);
  for (const { query, confidence } of missed) {
    worst.set(query, Math.min(confidence, worst.get(query) ?? 1));
  }
  return countBy(missed.map(({ query }) => query)).map(([query, weight]) => ({
    query,
    weight,
    confidence: worst.get(query) ?? 0,
  }));
}

/** Most frequent first, ties by text. */
function countBy(keys: readonly string[]): (readonly [key: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}

import { buildFaqIndex, type FaqEntry, searchFaq } from "@kefu/faq";
import type { LabelledQuery } from "../base/labelled-query.ts";

/** What a search for a labelled query gave. */
export interface Judged {
  readonly query: LabelledQuery;
  /** Where the first right entry stands among ten, from 1; 0 when it is not there. */
  readonly rank: number;
  readonly hasHits: boolean;
  readonly confidence: number;
  readonly verdict: "right" | "wrong" | "none";
  readonly outcome: "answer" | "clarify" | "handOff";
}

/** Searches for every query and compares with its label. */
export function judgeAll(
  entries: readonly FaqEntry[],
  queries: readonly LabelledQuery[],
): Judged[] {
  const index = buildFaqIndex(entries);
  return queries.map((query) => {
    const { text, locale, right } = query;
    const { hits, confidence, outcome } = searchFaq(index, text, { locale, audience: "admin" });
    const rank = hits.findIndex(({ id }) => right.has(id)) + 1;
    const verdict = right.size === 0 ? "none" : rank === 1 ? "right" : "wrong";
    return { query, rank, hasHits: hits.length > 0, confidence, verdict, outcome };
  });
}

/**
 * Leaves one alternate of every entry and language out in turn and searches for it: what the base does with ways of asking
 * that it does not know. The first alternates are left out together, then the second ones, and so on.
 */
export function judgeLeftOut(entries: readonly FaqEntry[]): Judged[] {
  const counts = entries.flatMap(({ alternates }) =>
    Object.values(alternates).map(({ length }) => length),
  );
  const rounds = counts.reduce((most, count) => Math.max(most, count), 0);
  return Array.from({ length: Math.min(rounds, MOST_ROUNDS) }, (_, round) => {
    const queries = entries.flatMap(({ id, alternates }) =>
      Object.entries(alternates).flatMap(([locale, texts]) => {
        const text = texts[round];
        return text === undefined ? [] : [{ text, locale, right: new Set([id]) }];
      }),
    );
    return judgeAll(
      entries.map((entry) => without(entry, round)),
      queries,
    );
  }).flat();
}

/** Each round builds the index anew. */
const MOST_ROUNDS = 10;

const without = (entry: FaqEntry, round: number): FaqEntry => ({
  ...entry,
  alternates: Object.fromEntries(
    Object.entries(entry.alternates).map(([locale, texts]) => [locale, texts.toSpliced(round, 1)]),
  ),
});

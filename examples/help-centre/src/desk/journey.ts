import type { Instant, SearchContext } from "@kefu/core";
import type { VisitStep } from "../database/visits.ts";
import type { Verdict } from "../database/votes.ts";

/** What a visitor did before asking a person. */
export interface Journey {
  /** In the order in which it happened. */
  readonly steps: readonly VisitStep[];
  /** What was said under "Did this help?". */
  readonly verdicts: readonly Verdict[];
}

/** A longer pause counts as this much: the tab was left open. */
export const LONGEST_PAUSE = 10 * 60_000;

/** What a ticket hands over, so that the customer need not say it twice: each query and entry once. */
export function searchContextOf({ steps, verdicts }: Journey, at: Instant): SearchContext {
  const queries = steps.map(({ query }) => query).filter((query) => query !== "");
  const entryIds = steps.map(({ entryId }) => entryId).filter((id) => id !== "");
  const helpful = new Map(verdicts.map((verdict) => [verdict.entryId, verdict.helpful]));
  return {
    queries: [...new Set(queries)],
    entriesSeen: [...new Set(entryIds)].map((entryId) => ({
      entryId,
      helped: helpful.get(entryId),
    })),
    spentMilliseconds: timeSpent([...steps.map((step) => step.at), at]),
  };
}

/**
 * How long someone looked for an answer, in milliseconds: the time between what they did, from the first
 * moment to the last, each pause counted up to ten minutes.
 */
export function timeSpent(moments: readonly Instant[]): number {
  const inOrder = [...moments].sort((a, b) => a - b);
  let total = 0;
  for (const [index, moment] of inOrder.entries()) {
    total += Math.min(moment - (inOrder[index - 1] ?? moment), LONGEST_PAUSE);
  }
  return total;
}

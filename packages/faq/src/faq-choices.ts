import { lazyProperties } from "./lazy-properties.ts";
import type { FaqChoice, FaqHit, TextRange } from "./search-result.ts";

/** How many hits the choices are chosen from. */
export const CHOSEN_FROM = 5;

/** What may be chosen. */
interface ChoiceLimits {
  /** How like the query a hit has to be, as a share of what the first is. */
  readonly share: number;
  /** How many choices there are at most. */
  readonly most: number;
}

type Candidate = Pick<FaqHit, "id" | "question" | "score" | "similarity" | "highlights">;

/**
 * What to ask a customer back: the first hit, and of the next those most like the query, since a score may owe more to
 * one common word said often than to a good fit.
 */
export function choicesOf(
  [first, ...others]: readonly Candidate[],
  { share, most }: ChoiceLimits,
): FaqChoice[] {
  if (first === undefined) return [];
  const close = others
    .slice(0, CHOSEN_FROM - 1)
    .filter(({ similarity }) => similarity >= first.similarity * share)
    .sort((a, b) => b.similarity - a.similarity || b.score - a.score);
  return [first, ...close.slice(0, most - 1)].map(choiceOf);
}

// Marking costs more than finding: it is done for the choices that are looked at.
const withGaps = lazyProperties<Candidate, Pick<FaqChoice, "distinguishing">>({
  distinguishing: ({ question, highlights }) => gaps(question, highlights.question),
});

const choiceOf = (hit: Candidate): FaqChoice =>
  withGaps({ id: hit.id, question: hit.question }, hit);

/** What the query does not say of a question is what sets it apart. */
function gaps(question: string, marked: readonly TextRange[]): TextRange[] {
  const edges = [0, ...marked.flat(), question.length];
  const between: TextRange[] = [];
  for (let at = 0; at < edges.length; at += 2) between.push([edges[at] ?? 0, edges[at + 1] ?? 0]);
  return between.filter(([start, end]) => /[\p{L}\p{N}]/u.test(question.slice(start, end)));
}

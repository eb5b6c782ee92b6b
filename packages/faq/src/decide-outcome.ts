import type { AnswerPolicy } from "./answer-policy.ts";
import { choicesOf } from "./faq-choices.ts";
import type { FaqHit, FaqSearchResult } from "./search-result.ts";

/** What a search found, before anything is made of it. */
export type Found = Omit<FaqSearchResult, "outcome" | "because" | "choices">;

/** A hit has to be close among so many, the first included, for the first to have a rival. */
const RIVALS_AMONG = 3;

/**
 * Whether the first hit answers, whether the customer has to choose, or whether a person should take over.
 *
 * @param candidates - the best hits, whether or not the caller wants so many
 * @param isEmpty - whether the query has nothing to search for
 */
export function decideOutcome(
  policy: AnswerPolicy,
  found: Found,
  { candidates, isEmpty }: { readonly candidates: readonly FaqHit[]; readonly isEmpty: boolean },
): FaqSearchResult {
  const { confidence } = found;
  const { answerFrom, handOffBelow, mostChoices: most } = policy;
  const facts = { confidence, threshold: answerFrom };
  const handOff = (code: "empty-query" | "nothing-found" | "low-confidence") =>
    ({ ...found, outcome: "handOff", because: { code, facts } }) as const;
  if (isEmpty) return handOff("empty-query");
  if (candidates.length === 0) return handOff("nothing-found");
  const isSure = confidence >= answerFrom;
  const share = isSure ? policy.twinShare : policy.closeShare;
  const isAlone = !hasRival(candidates, share);
  // Nothing is more like a query than the very same words.
  if (isSure && (isAlone || confidence === 1)) {
    return { ...found, outcome: "answer", because: { code: "confident-best", facts } };
  }
  if (isAlone || confidence < handOffBelow) return handOff("low-confidence");
  const choices = choicesOf(candidates, { share, most });
  const because = { code: "close-choices", facts: { ...facts, choices: choices.length } } as const;
  return { ...found, outcome: "clarify", choices, because };
}

function hasRival([first, ...others]: readonly FaqHit[], share: number): boolean {
  const least = (first?.similarity ?? 0) * share;
  return others.slice(0, RIVALS_AMONG - 1).some(({ similarity }) => similarity >= least);
}

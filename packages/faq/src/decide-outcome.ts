import type { AnswerPolicy } from "./answer-policy.ts";
import { choicesOf } from "./faq-choices.ts";
import type { FaqAnswerFound, FaqClarification, FaqHandOff, FaqHit } from "./search-result.ts";

/** What is made of a search. */
export type Verdict =
  | Pick<FaqAnswerFound, "outcome" | "because">
  | Pick<FaqClarification, "outcome" | "because" | "choices">
  | Pick<FaqHandOff, "outcome" | "because">;

/** What a search came to. */
interface Found {
  readonly confidence: number;
  /** The best hits, whether or not the caller wants so many. */
  readonly candidates: readonly FaqHit[];
  /** Whether the query has nothing to search for. */
  readonly isEmpty: boolean;
}

/** A hit has to be close among so many, the first included, for the first to have a rival. */
const RIVALS_AMONG = 3;

/** Whether the first hit answers, whether the customer has to choose, or whether a person should take over. */
export function decideOutcome(
  policy: AnswerPolicy,
  { confidence, candidates, isEmpty }: Found,
): Verdict {
  const { answerFrom, handOffBelow, mostChoices: most } = policy;
  const facts = { confidence, threshold: answerFrom };
  const handOff = (code: "empty-query" | "nothing-found" | "low-confidence") =>
    ({ outcome: "handOff", because: { code, facts } }) as const;
  if (isEmpty) return handOff("empty-query");
  if (candidates.length === 0) return handOff("nothing-found");
  const isSure = confidence >= answerFrom;
  const share = isSure ? policy.twinShare : policy.closeShare;
  const isAlone = !hasRival(candidates, share);
  // Nothing is more like a query than the very same words.
  if (isSure && (isAlone || confidence === 1)) {
    return { outcome: "answer", because: { code: "confident-best", facts } };
  }
  if (isAlone || confidence < handOffBelow) return handOff("low-confidence");
  const choices = choicesOf(candidates, { share, most });
  const because = { code: "close-choices", facts: { ...facts, choices: choices.length } } as const;
  return { outcome: "clarify", choices, because };
}

function hasRival([first, ...others]: readonly FaqHit[], share: number): boolean {
  const least = (first?.similarity ?? 0) * share;
  return others.slice(0, RIVALS_AMONG - 1).some(({ similarity }) => similarity >= least);
}

import "./without-eval.ts";
import {
  buildFaqIndex,
  type FaqChoice,
  type FaqEntryInput,
  type FaqSearchResult,
  searchFaq,
  suggestFaq,
  type TextRange,
} from "@kefu/faq";

/** An entry that fits what is being typed. */
interface Suggestion {
  readonly id: string;
  readonly question: string;
  /** The language in which the question is served. */
  readonly locale: string;
  readonly highlights: readonly TextRange[];
}

/** What fits the text typed so far. */
export interface Suggestions {
  readonly found: readonly Suggestion[];
  /** How many at the start fit about equally well: their highlights are what sets them apart. */
  readonly choices: number;
}

/** Finds what fits the text typed so far. */
export type Suggester = (typed: string) => Suggestions;

/** An index over the entries, built here in the browser. */
export function suggesterOver(
  entries: readonly FaqEntryInput[],
  { locale, limit }: { readonly locale: string; readonly limit: number },
): Suggester {
  const index = buildFaqIndex(entries);
  const view = { locale, audience: "public", limit } as const;
  return (typed) => {
    const result = searchFaq(index, typed, view);
    const choices = result.outcome === "clarify" ? result.choices.map(asSuggestion(result)) : [];
    // Then questions that go on as typed, then those that the words lead to.
    const completions = suggestFaq(index, typed, view);
    const hits = result.hits.map(({ highlights, ...hit }) => ({
      ...hit,
      highlights: highlights.question,
    }));
    const all = [...choices, ...completions, ...hits];
    const firsts = new Map(all.toReversed().map((one) => [one.id, one]));
    const found = all.filter((one) => firsts.get(one.id) === one).slice(0, limit);
    return { found, choices: choices.length };
  };
}

function asSuggestion({ hits }: FaqSearchResult) {
  return ({ id, question, distinguishing }: FaqChoice): Suggestion => ({
    id,
    question,
    locale: hits.find((hit) => hit.id === id)?.locale ?? "",
    highlights: distinguishing,
  });
}

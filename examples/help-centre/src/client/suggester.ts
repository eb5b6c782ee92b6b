import "./without-eval.ts";
import {
  buildFaqIndex,
  type FaqEntryInput,
  searchFaq,
  suggestFaq,
  type TextRange,
} from "@kefu/faq";

/** An entry that fits what is being typed. */
export interface Suggestion {
  readonly id: string;
  readonly question: string;
  /** The language in which the question is served. */
  readonly locale: string;
  readonly highlights: readonly TextRange[];
}

/** Finds what fits the text typed so far. */
export type Suggester = (typed: string) => readonly Suggestion[];

/** An index over the entries, built here in the browser. */
export function suggesterOver(
  entries: readonly FaqEntryInput[],
  { locale, limit }: { readonly locale: string; readonly limit: number },
): Suggester {
  const index = buildFaqIndex(entries);
  const view = { locale, audience: "public", limit } as const;
  return (typed) => {
    // Questions that go on as typed come first, then those that the words lead to.
    const completions = suggestFaq(index, typed, view);
    const known = new Set(completions.map(({ id }) => id));
    const hits = searchFaq(index, typed, view).hits.filter(({ id }) => !known.has(id));
    const found = hits.map(({ id, question, locale: served, highlights }) => ({
      id,
      question,
      locale: served,
      highlights: highlights.question,
    }));
    return [...completions, ...found].slice(0, limit);
  };
}

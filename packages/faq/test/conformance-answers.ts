import { buildFaqIndex, searchFaq, suggestFaq } from "../src/index.ts";
import { helpBase } from "./help-base.ts";

/** A case of `conformance/faq-search.json`: a question to the small shop of `help-base.ts`. */
export interface FaqSearchCase {
  readonly query: string;
  readonly locale: string;
  readonly audience?: "public" | "customer" | "agent" | "admin";
}

/** What a case says of its answer; the digits are for comparing runtimes. */
export interface FaqSearchExpectation {
  readonly outcome: string;
  readonly code: string;
  /** The first hit, or the choices. */
  readonly ids: readonly string[];
}

const index = buildFaqIndex(helpBase);

/** Answers a case to the last digit: outcome, hits with scores and marks, words, facets, suggestions. */
export function answerFaqSearchCase({ query, locale, audience = "public" }: FaqSearchCase) {
  const facets = ["category", "tag", "locale"] as const;
  const result = searchFaq(index, query, { locale, audience, facets });
  const { outcome, because, hits } = result;
  const ids =
    outcome === "clarify"
      ? result.choices.map(({ id }) => id)
      : hits.slice(0, 1).map(({ id }) => id);
  const { code, facts } = because;
  const typed = suggestFaq(index, query, { locale, audience });
  return {
    ...result,
    code,
    facts,
    ids,
    suggested: typed.map(({ id, highlights }) => [id, highlights]),
  };
}

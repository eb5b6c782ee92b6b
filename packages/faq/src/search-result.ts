import type { Because } from "@kefu/core";
import type { FaqFacetCounts } from "./count-facets.ts";

/** A stretch of a text: start (inclusive) and end (exclusive) as UTF-16 offsets, always between whole characters. */
export type TextRange = readonly [start: number, end: number];

/** What in an entry matched the query best. */
export interface FaqHitReason {
  /** Where it was found. */
  readonly field: "question" | "alternate" | "learnt" | "tag" | "answer";
  /** The language that the matching text is written in; `null` for tags, which belong to none. */
  readonly locale: string | null;
  /** The matching question, alternate or tags; for an answer its excerpt; empty for what was learnt from other customers. */
  readonly text: string;
}

/** An entry that was found. */
export interface FaqHit {
  /** The id of the entry. */
  readonly id: string;
  /** The language in which {@link FaqHit.question} is served, which may come from the fallback chain. */
  readonly locale: string;
  /** The question as it is to be shown. */
  readonly question: string;
  /** The category ids from the top of the tree downwards. */
  readonly category: readonly string[];
  /** Ranks the hits of one search; means nothing beside the score of another search. */
  readonly score: number;
  /**
   * How like the query the closest way of asking this entry is: 0 nothing shared, 1 the same. Absolute, so it can be
   * compared between searches; says nothing of the other hits, see {@link FaqSearchResult} `confidence` for that.
   */
  readonly similarity: number;
  /** What to mark in the question and in an excerpt of the answer. Worked out when it is first read. */
  readonly highlights: {
    /** Stretches of {@link FaqHit.question}, in order, not overlapping. */
    readonly question: readonly TextRange[];
    /** The part of the plain answer that fits the query best, and stretches of it. */
    readonly answer: { readonly excerpt: string; readonly ranges: readonly TextRange[] };
  };
  /** What matched. Worked out when it is read. */
  readonly because: FaqHitReason;
}

/** How far the best hit covers a word (in Chinese: a stretch of characters) of the query. */
export interface FaqTermCoverage {
  /** The word as it was typed. */
  readonly term: string;
  /** Where it stands in the query. */
  readonly range: TextRange;
  /** Whether the knowledge base has it at all; `false` for words that no visible entry contains. */
  readonly known: boolean;
  /** How much of its weight the best hit holds: 0 nothing, 1 all. */
  readonly coverage: number;
  /** The word of the knowledge base that an unknown word was read as, when it looked like a typing mistake. */
  readonly correctedTo?: string;
}

interface FaqSearchBase {
  /** The entries found, best first; ties by id. */
  readonly hits: readonly FaqHit[];
  /** How many entries match at all, beyond `limit`. */
  readonly total: number;
  /**
   * How sure the engine is of the first hit, 0 to 1: its `similarity`, raised by up to a half for its lead over the second, lowered
   * where it rests on common words alone or lacks a weighty word of the query. 1 for the very same words, 0 without hits. The
   * policy's thresholds are compared with it.
   */
  readonly confidence: number;
  /** The words of the query and what became of them: tells a gap of the knowledge base from an odd query. */
  readonly terms: readonly FaqTermCoverage[];
  /** How many of the entries counted in `total` have which category, tag and locale; there when facets are asked for. */
  readonly facets?: FaqFacetCounts;
}

/** The first hit answers the query. */
export interface FaqAnswerFound extends FaqSearchBase {
  /** Tells the outcomes apart. */
  readonly outcome: "answer";
  /** Why the first hit is taken for the answer. */
  readonly because: Because<"confident-best">;
}

/** Two or more entries fit about equally well: let the customer choose. */
export interface FaqClarification extends FaqSearchBase {
  /** Tells the outcomes apart. */
  readonly outcome: "clarify";
  /**
   * The first hit and those of the next that are most like the query, and what each says that the query does not. They do not
   * depend on `limit`.
   */
  readonly choices: readonly FaqChoice[];
  /** Why one has to ask back. */
  readonly because: Because<"close-choices">;
}

/** One of the entries to choose from. */
export interface FaqChoice {
  /** The id of the entry. */
  readonly id: string;
  /** Its question. */
  readonly question: string;
  /** The stretches of the question that the query does not say: what sets it apart from the other choices is among them. */
  readonly distinguishing: readonly TextRange[];
}

/** Nothing answers the query well enough: offer a person. Hits may still be listed. */
export interface FaqHandOff extends FaqSearchBase {
  /** Tells the outcomes apart. */
  readonly outcome: "handOff";
  /** `"empty-query"`: nothing to search for; `"nothing-found"`: no entry shares a word; `"low-confidence"`: none fits well. */
  readonly because: Because<"empty-query" | "nothing-found" | "low-confidence">;
}

/** What a search found: an answer, a choice to make, or a reason to offer a person. */
export type FaqSearchResult = FaqAnswerFound | FaqClarification | FaqHandOff;

/** A question that completes what is being typed. */
export interface FaqSuggestion {
  /** The id of the entry. */
  readonly id: string;
  /** The language in which the question is served. */
  readonly locale: string;
  /** The question as it is to be shown. */
  readonly question: string;
  /** The category ids from the top of the tree downwards. */
  readonly category: readonly string[];
  /** Stretches of the question to mark, in order, not overlapping. */
  readonly highlights: readonly TextRange[];
}

/** An entry to show beside another one. */
export interface FaqRelated {
  /** The id of the entry. */
  readonly id: string;
  /** The language in which the question is served. */
  readonly locale: string;
  /** The question as it is to be shown. */
  readonly question: string;
  /** The category ids from the top of the tree downwards. */
  readonly category: readonly string[];
  /** `"pinned"` when the entry names it, `"similar"` when the engine finds it close. */
  readonly because: "pinned" | "similar";
}

/**
 * Finds answers in a knowledge base, in English and Chinese.
 *
 * @packageDocumentation
 */
export { answerText } from "./answer-text.ts";
export { Audience, maySee } from "./audience.ts";
export { buildFaqIndex, type FaqIndex, FaqIndexOptions } from "./build-faq-index.ts";
export type { FaqLexicon } from "./concepts.ts";
export { defaultLexicon } from "./default-lexicon.ts";
export { FaqAnswer, MarkdownAnswer, StepsAnswer } from "./faq-answer.ts";
export { FaqEntry, type FaqEntryInput, FaqStatus } from "./faq-entry.ts";
export { relatedFaq } from "./related-faq.ts";
export { searchFaq } from "./search-faq.ts";
export { RelatedFaqOptions, SearchFaqOptions, SuggestFaqOptions } from "./search-options.ts";
export type {
  FaqAnswerFound,
  FaqChoice,
  FaqClarification,
  FaqHandOff,
  FaqHit,
  FaqHitReason,
  FaqRelated,
  FaqSearchResult,
  FaqSuggestion,
  FaqTermCoverage,
  TextRange,
} from "./search-result.ts";
export { suggestFaq } from "./suggest-faq.ts";

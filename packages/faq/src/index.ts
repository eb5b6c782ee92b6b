/**
 * Finds answers in a knowledge base, in English and Chinese.
 *
 * @packageDocumentation
 */
export { answerText } from "./answer-text.ts";
export { Audience, maySee } from "./audience.ts";
export { FaqAnswer, MarkdownAnswer, StepsAnswer } from "./faq-answer.ts";
export { FaqEntry, type FaqEntryInput, FaqLocale, FaqStatus } from "./faq-entry.ts";
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
export { buildFaqIndex, type FaqIndex, relatedFaq, searchFaq, suggestFaq } from "./simple.ts";

/**
 * Finds answers in a knowledge base, in English and Chinese.
 *
 * @packageDocumentation
 */
export { AnswerPolicy, type AnswerPolicyInput } from "./answer-policy.ts";
export { answerText } from "./answer-text.ts";
export { Audience, maySee } from "./audience.ts";
export { buildFaqIndex, type FaqIndex, FaqIndexOptions } from "./build-faq-index.ts";
export type { FaqLexicon } from "./concepts.ts";
export { confirmedPhrasings, type PhrasingSum } from "./confirmed-phrasings.ts";
export { FaqFacet, type FaqFacetCount, type FaqFacetCounts } from "./count-facets.ts";
export type { CountedShare } from "./counted-share.ts";
export { defaultLexicon } from "./default-lexicon.ts";
export { FaqAnswer, MarkdownAnswer, StepsAnswer } from "./faq-answer.ts";
export { FaqEntry, type FaqEntryInput, FaqStatus } from "./faq-entry.ts";
export {
  type FaqSnapshotJson,
  FaqSnapshotOptions,
  faqSnapshot,
  loadFaqIndex,
} from "./faq-snapshot.ts";
export {
  type HandOffCurve,
  HandOffCurvePolicy,
  type HandOffCurveSum,
  type HandOffPoint,
  handOffCurve,
  JudgedSearch,
} from "./hand-off-curve.ts";
export { FaqHandOffPacket, HandOffPacketOptions, handOffPacket } from "./hand-off-packet.ts";
export {
  buildCategoryTree,
  type CountedEntry,
  countByCategory,
  FaqCategory,
  type FaqCategoryCount,
  type FaqCategoryNode,
} from "./knowledge/category-tree.ts";
export type { EntryRefusal } from "./knowledge/decide-entry.ts";
export {
  DecisionTreeAnswer,
  type DecisionTreeAnswerInput,
  type DecisionTreeChoice,
  type DecisionTreeStep,
  walkDecisionTree,
} from "./knowledge/decision-tree.ts";
export { diffRevisions, type RevisionChange } from "./knowledge/diff-revisions.ts";
export type { DiffPiece } from "./knowledge/diff-text.ts";
export { entryDecider } from "./knowledge/entry-decider.ts";
export {
  EntryCommand,
  type EntryCommandInput,
  EntryEvent,
  EntryLife,
  EntryLifePolicy,
  type EntryLifePolicyInput,
} from "./knowledge/entry-life.ts";
export {
  EntryContent,
  type EntryContentInput,
  EntryRevision,
  type EntryRevisionInput,
} from "./knowledge/entry-revision.ts";
export { type EntryStanding, entryStatus, entryWakeAt } from "./knowledge/entry-status.ts";
export { MediaAnswer, TableAnswer } from "./knowledge/faq-answer-formats.ts";
export { type FaqPage, FaqPageOptions, faqPage, jsonForScript } from "./knowledge/faq-page.ts";
export { type FilledMacros, fillMacros, MacroOptions } from "./knowledge/fill-macros.ts";
export {
  FindGapsOptions,
  findGaps,
  type KnowledgeGap,
  UnansweredQuery,
} from "./knowledge/find-gaps.ts";
export {
  GapBoard,
  GapCommand,
  type GapCommandInput,
  GapEvent,
  type GapRefusal,
  gapDecider,
} from "./knowledge/gap-decider.ts";
export {
  type EntryHelpfulness,
  HelpfulnessPolicy,
  type HelpfulnessSum,
  HelpfulnessVote,
  helpfulness,
  type StoredVote,
} from "./knowledge/helpfulness.ts";
export { entryMessages, gapMessages } from "./knowledge/knowledge-messages.ts";
export {
  type KnowledgeFinding,
  LintOptions,
  lintKnowledge,
} from "./knowledge/lint-knowledge.ts";
export { lintMessages } from "./knowledge/lint-messages.ts";
export { openGaps } from "./knowledge/open-gaps.ts";
export {
  feltSeconds,
  TimeFactors,
  type TimeFactorsInput,
  TimePhase,
} from "./knowledge/psychological-time.ts";
export { type Readability, readability } from "./knowledge/readability.ts";
export {
  SearchAnalyticsPolicy,
  type SearchSum,
  searchAnalytics,
} from "./knowledge/search-analytics.ts";
export { SearchEvent, type SearchEventInput } from "./knowledge/search-event.ts";
export type { SearchReport, Spread } from "./knowledge/search-report.ts";
export { type StaleTranslation, staleTranslations } from "./knowledge/stale-translations.ts";
export { learnPhrasings } from "./learn-phrasings.ts";
export {
  LearningPolicy,
  type LearntPhrasing,
  type LearntPhrasings,
  PhrasingFeedback,
  type StoredPhrasing,
} from "./phrasing-feedback.ts";
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
export { FaqSnapshotError } from "./snapshot-bytes.ts";
export { suggestFaq } from "./suggest-faq.ts";
export { FaqIndexChanges, type FaqIndexUpdate, updateFaqIndex } from "./update-faq-index.ts";

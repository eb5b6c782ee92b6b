/**
 * Finds what goes with what a customer has: cross-sell, up-sell, bought together, with reasons.
 *
 * @packageDocumentation
 */

export type { Basket } from "./baskets.ts";
export {
  type BoughtTogether,
  BoughtTogetherOptions,
  type BoughtTogetherOptionsInput,
  boughtTogether,
  type Pair,
} from "./bought-together.ts";
export { type ItemCounting, type ItemCountSum, itemCounts } from "./counting.ts";
export {
  type EvaluatedFigure,
  type Evaluation,
  EvaluationCase,
  EvaluationOptions,
  type EvaluationOptionsInput,
  evaluateRecommendations,
  type HiddenItem,
  hideOne,
  splitByTime,
} from "./evaluate.ts";
export { EaseOptions, type EaseOptionsInput, fitEase } from "./fit-ease.ts";
export { fitItemItem } from "./fit-item-item.ts";
export { type ItemItemMode, ItemItemOptions, type ItemItemOptionsInput } from "./fit-options.ts";
export { HistoryEntry, type HistoryEntryInput } from "./history.ts";
export type { ItemCounts } from "./item-counts.ts";
export { type ItemFacts, itemFilter } from "./item-filter.ts";
export type { ItemModel, ItemModelMode } from "./item-model.ts";
export {
  CatalogueItem,
  type CatalogueItemInput,
  type Ladder,
  LadderOptions,
  type LadderOptionsInput,
  type LadderStep,
  ladder,
} from "./ladder.ts";
export {
  type ItemModelJson,
  ItemModelSnapshotError,
  ItemModelSnapshotOptions,
  itemModelSnapshot,
  loadItemModel,
} from "./model-snapshot.ts";
export {
  type Recommendation,
  type RecommendationCode,
  type Recommendations,
  RecommendOptions,
  type RecommendOptionsInput,
  recommend,
} from "./recommend.ts";
export { explainRecommendation, recommendationMessages } from "./recommendation-messages.ts";

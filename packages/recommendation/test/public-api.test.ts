import { expect, it } from "vitest";
import * as recommendation from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(recommendation).sort()).toEqual([
    "BoughtTogetherOptions",
    "CatalogueItem",
    "EaseOptions",
    "EvaluationCase",
    "EvaluationOptions",
    "HistoryEntry",
    "ItemItemOptions",
    "ItemModelSnapshotError",
    "ItemModelSnapshotOptions",
    "LadderOptions",
    "RecommendOptions",
    "boughtTogether",
    "evaluateRecommendations",
    "explainRecommendation",
    "fitEase",
    "fitItemItem",
    "hideOne",
    "itemCounts",
    "itemFilter",
    "itemModelSnapshot",
    "ladder",
    "loadItemModel",
    "recommend",
    "recommendationMessages",
    "splitByTime",
  ]);
});

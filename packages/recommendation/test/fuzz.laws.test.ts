import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as recommendation from "../src/index.ts";

const { itemCounts, fitItemItem, itemModelSnapshot } = recommendation;
const baskets = [["tea", "cup"], ["tea", "cup", "pot"], ["__proto__"], []];
const sum = itemCounts.addAll(itemCounts.create(), baskets);
const model = fitItemItem(baskets);
const rated = [{ itemId: "tea", rating: 4, at: 1_700_000_000_000 }, "cup"];
const item = { itemId: "tea", price: { amountMinor: 100, currency: "EUR" }, name: "green tea" };
const dearer = { ...item, itemId: "pot", price: { amountMinor: 120, currency: "EUR" } };
const because = { code: "bought-with", facts: { item: "tea", together: 3, of: 4 } };
const { create, add, addAll, merge, finish } = itemCounts;

describeFuzz(
  { ...recommendation, create, add, addAll, merge, finish },
  {
    words: ["tea", "cup", model, sum, baskets, because, { itemId: "tea" }, new ArrayBuffer(40)],
    arguments: {
      add: fc.constant([sum, ["tea"]]),
      addAll: fc.constant([sum, baskets]),
      merge: fc.constant([sum, sum]),
      finish: fc.constant([sum]),
      fitEase: fc.constant([baskets, { ridge: 3, neighbours: 2 }]),
      fitItemItem: fc.constantFrom<readonly unknown[]>(
        [finish(sum), { mode: "llr", neighbours: 2 }],
        [baskets, { beta: 0.4, alpha: 1, minTogether: 1 }],
      ),
      recommend: fc.constant([model, rated, { limit: 2, exclude: ["pot"], diversity: 0.5, at: 1 }]),
      boughtTogether: fc.constant([model, "tea", { minTogether: 1, minLogLikelihoodRatio: 0 }]),
      itemModelSnapshot: fc.constantFrom<readonly unknown[]>([model], [model, { as: "json" }]),
      loadItemModel: fc.constantFrom<readonly unknown[]>(
        [itemModelSnapshot(model)],
        [itemModelSnapshot(model, { as: "json" })],
      ),
      itemFilter: fc.constant([
        [{ itemId: "tea", stock: 3 }],
        { field: "stock", op: "gt", value: 0 },
        { at: 1 },
      ]),
      ladder: fc.constant([[item, dearer], "tea", { minStep: 1.1, limit: 2 }]),
      explainRecommendation: fc.constant([because, "zh-Hant", { tea: "茶" }]),
      evaluateRecommendations: fc.constant([
        [{ recommended: ["tea"], relevant: ["cup"], group: "a" }],
        { seed: "s", draws: 20, k: 2, catalogueSize: 3 },
      ]),
      splitByTime: fc.constant([[{ at: 1 }, { at: 3 }], 2]),
      hideOne: fc.constant([baskets, "s"]),
    },
  },
);

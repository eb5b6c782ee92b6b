import { describe, expect, it } from "vitest";
import {
  boughtTogether,
  explainRecommendation,
  fitItemItem,
  itemFilter,
  recommend,
  recommendationMessages,
} from "../src/index.ts";
import { randomBaskets } from "./random-baskets.ts";

const BASKETS = [
  ...Array<string[]>(6).fill(["tea", "cup"]),
  ...Array<string[]>(4).fill(["tea", "pot"]),
  ...Array<string[]>(3).fill(["cup", "saucer"]),
  ...Array<string[]>(9).fill(["soap"]),
];
const model = fitItemItem(BASKETS, { mode: "cooccurrence" });
const idsOf = (items: readonly { readonly itemId: string }[]) => items.map(({ itemId }) => itemId);

describe("recommend", () => {
  it("says why, by the item that speaks most for it", () => {
    const { outcome, items } = recommend(model, ["tea", "saucer"], { fallback: "none" });
    expect(outcome).toBe("personal");
    expect(items).toEqual([
      {
        itemId: "cup",
        score: 9,
        because: { code: "bought-with", facts: { item: "tea", together: 6, of: 10 } },
      },
      {
        itemId: "pot",
        score: 4,
        because: { code: "bought-with", facts: { item: "tea", together: 4, of: 10 } },
      },
    ]);
  });

  it("falls back to what is popular, and says so", () => {
    const { outcome, items, unknownItems } = recommend(model, ["sofa"], { limit: 2 });
    expect([outcome, unknownItems]).toEqual(["popular", ["sofa"]]);
    expect(items.map(({ because }) => because)).toEqual([
      { code: "popular", facts: { count: 10, of: 22 } },
      { code: "popular", facts: { count: 9, of: 22 } },
    ]);
    expect(idsOf(items)).toEqual(["tea", "cup"]);
    expect(recommend(model, [], { fallback: "none" }).outcome).toBe("nothing");
  });

  it("fills a short list with what is popular", () => {
    const { items } = recommend(model, ["pot"], { limit: 3 });
    expect(items.map(({ itemId, because }) => [itemId, because.code])).toEqual([
      ["tea", "bought-with"],
      ["cup", "popular"],
      ["soap", "popular"],
    ]);
  });

  it.each([
    ["nothing else", {}, ["cup", "pot"]],
    ["what is excluded", { exclude: ["cup", "sofa"] }, ["pot"]],
    ["what a test says", { where: (id: string) => id !== "pot" }, ["cup"]],
    ["all but one", { limit: 1 }, ["cup"]],
    ["not even what is owned", { owned: "include" as const }, ["cup", "pot"]],
  ])("leaves out %s", (_, options, expected) => {
    expect(idsOf(recommend(model, ["tea"], { fallback: "none", ...options }).items)).toEqual(
      expected,
    );
  });

  it("looks further down when the filter takes the strongest away", () => {
    const found = recommend(model, ["tea"], {
      limit: 1,
      where: (id) => id === "pot",
      fallback: "none",
    });
    expect(idsOf(found.items)).toEqual(["pot"]);
  });

  it("shows what a condition holds for", () => {
    const stock = [
      { itemId: "cup", stock: 0 },
      { itemId: "pot", stock: 2 },
    ];
    const where = itemFilter(stock, { field: "stock", op: "gt", value: 0 });
    expect(idsOf(recommend(model, ["tea"], { where }).items)).toEqual(["pot"]);
    expect(() => itemFilter([{ itemId: "" }], { all: [] })).toThrow("0.itemId");
    expect(() => recommend(model, ["tea"], { where: () => 1 as never })).toThrow("true or false");
  });

  it("weighs by rating and by age", () => {
    const day = 86_400_000;
    const scoreAfter = (days: number, halfLifeDays?: number) => {
      const history = [{ itemId: "tea", rating: 3, at: 0 as never }];
      const at = (days * day) as never;
      return recommend(model, history, halfLifeDays ? { at, halfLifeDays } : { at }).items[0]
        ?.score;
    };
    expect(scoreAfter(30)).toBe(18);
    expect([0, 30, 60].map((days) => scoreAfter(days, 30))).toEqual([18, 9, 4.5]);
    expect(scoreAfter(-30, 30)).toBe(18);
  });

  it("spreads", () => {
    const baskets = [
      ...Array<string[]>(9).fill(["a", "b", "c"]),
      ...Array<string[]>(4).fill(["a", "d"]),
    ];
    const alike = fitItemItem(baskets, { mode: "cooccurrence" });
    const first = (diversity: number) =>
      idsOf(recommend(alike, ["a"], { limit: 2, diversity }).items);
    expect([first(0), first(0.5)]).toEqual([
      ["b", "c"],
      ["b", "d"],
    ]);
  });

  it("keeps its order whatever the limit", () => {
    const larger = fitItemItem(randomBaskets("limits", 400, 60));
    const all = idsOf(recommend(larger, ["i0", "i919"], { limit: 60 }).items);
    for (const limit of [1, 2, 7, 20]) {
      expect(idsOf(recommend(larger, ["i0", "i919"], { limit }).items)).toEqual(
        all.slice(0, limit),
      );
    }
  });
});

describe("boughtTogether", () => {
  it.each([
    ["enough of them", { minTogether: 6, minLogLikelihoodRatio: 0 }, ["cup"]],
    ["fewer asked for", { minTogether: 4, minLogLikelihoodRatio: 0 }, ["cup", "pot"]],
    ["more asked for", { minTogether: 7, minLogLikelihoodRatio: 0 }, "nothing-sure"],
    // 2 (6 ln(6·22/90) + 4 ln(4·22/130) + 3 ln(3·22/108) + 9 ln(9·22/156)) = 2.812
    ["a chance of one in ten", { minTogether: 5, minLogLikelihoodRatio: 2.81 }, ["cup"]],
    ["less chance", { minTogether: 5, minLogLikelihoodRatio: 2.82 }, "nothing-sure"],
  ])("%s", (_, options, expected) => {
    const found = boughtTogether(model, "tea", options);
    expect(found.outcome === "found" ? idsOf(found.pairs) : found.outcome).toEqual(expected);
  });

  it("does not know what was never bought", () => {
    for (const itemId of ["sofa", "__proto__", "constructor"]) {
      expect(boughtTogether(model, itemId)).toEqual({ outcome: "unknown-item", itemId });
    }
  });
});

describe("sentences", () => {
  it("has each in three languages", () => {
    for (const texts of Object.values(recommendationMessages)) {
      expect(Object.keys(texts)).toEqual(["en", "zh-Hans", "zh-Hant"]);
    }
  });

  it("names items", () => {
    const because = {
      code: "often-together",
      facts: { item: "t", together: 31, of: 120, times: "3.9" },
    };
    expect(explainRecommendation(because, "en", { t: "tea" })).toBe(
      "Often bought together: 31 of 120 orders with tea had it too, 3.9 times as often as by chance.",
    );
    expect(explainRecommendation(because, "zh-TW")).toBe(
      "經常一起購買：購買「t」的 120 筆訂單中有 31 筆也買了它，是偶然情況的 3.9 倍。",
    );
  });
});

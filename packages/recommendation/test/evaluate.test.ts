import { describe, expect, it } from "vitest";
import { evaluateRecommendations, hideOne, splitByTime } from "../src/index.ts";

const OPTIONS = { seed: "autumn", draws: 200 };

describe("figures, computed by hand", () => {
  it.each([
    // recommended, relevant, k: hit rate, precision, recall, nDCG
    ["ab", "a", 2, [1, 1 / 2, 1, 1]],
    ["ab", "b", 2, [1, 1 / 2, 1, 1 / Math.log2(3)]],
    ["ab", "c", 2, [0, 0, 0, 0]],
    ["ab", "b", 1, [0, 0, 0, 0]],
    ["ba", "abc", 2, [1, 1, 2 / 3, 1]],
    ["aab", "b", 2, [1, 1 / 2, 1, 1 / Math.log2(3)]],
    ["", "b", 2, [0, 0, 0, 0]],
  ])("%s for %s, first %i", (recommended, relevant, k, expected) => {
    const one = { recommended: [...recommended], relevant: [...relevant] };
    const found = evaluateRecommendations([one], { ...OPTIONS, k });
    const figures = [found?.hitRate, found?.precision, found?.recall, found?.ndcg];
    expect(figures.map((figure) => figure?.value)).toEqual(expected);
  });

  it("does not count cases without anything relevant", () => {
    const one = { recommended: ["a"], relevant: [] };
    expect(evaluateRecommendations([one], OPTIONS)).toBeUndefined();
    expect(evaluateRecommendations([one, { ...one, relevant: ["a"] }], OPTIONS)?.cases).toBe(1);
  });
});

describe("the interval", () => {
  const cases = Array.from({ length: 400 }, (_, at) => ({
    recommended: ["a"],
    relevant: [at % 4 === 0 ? "a" : "b"],
    group: `${at % 20}`,
  }));

  it("is the same for the same seed, and about as wide as theory says", () => {
    const alone = cases.map(({ group: _, ...one }) => one);
    const found = evaluateRecommendations(alone, { ...OPTIONS, draws: 2000, catalogueSize: 4 });
    expect(evaluateRecommendations(alone, { ...OPTIONS, draws: 2000, catalogueSize: 4 })).toEqual(
      found,
    );
    const deviation = Math.sqrt((0.25 * 0.75) / 400);
    expect(found?.hitRate.value).toBe(0.25);
    expect(found?.hitRate.lower).toBeCloseTo(0.25 - 1.96 * deviation, 1.9);
    expect(found?.hitRate.upper).toBeCloseTo(0.25 + 1.96 * deviation, 1.9);
    expect(found?.coverage).toBe(0.25);
  });

  it("is wider where cases come in groups", () => {
    const width = (given: typeof cases) => {
      const { lower, upper } = evaluateRecommendations(given, OPTIONS)?.hitRate ?? {
        lower: 0,
        upper: 0,
      };
      return upper - lower;
    };
    expect(width(cases)).toBeGreaterThan(
      2 * width(cases.map((one, at) => ({ ...one, group: `${at}` }))),
    );
  });
});

describe("splits", () => {
  it("puts the moment itself later", () => {
    const events = [1, 2, 3].map((at) => ({ at: at as never }));
    const { before, after } = splitByTime(events, 2 as never);
    expect([before.length, after.length]).toEqual([1, 2]);
  });

  it("hides one item of each basket that has two", () => {
    const hidden = hideOne([["a"], ["a", "a"], ["b", "c", "c"], []], "autumn");
    expect(hidden).toHaveLength(1);
    expect([hidden[0]?.basket, [hidden[0]?.hidden, ...(hidden[0]?.history ?? [])].sort()]).toEqual([
      2,
      ["b", "c"],
    ]);
    expect(() => hideOne([3 as never], "s")).toThrow("0: must be a list");
  });
});

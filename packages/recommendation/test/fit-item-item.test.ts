import { seededRandom } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { fitItemItem, type ItemItemOptionsInput, itemCounts, recommend } from "../src/index.ts";
import { randomBaskets } from "./random-baskets.ts";

const BASKETS = randomBaskets("fit", 300, 30);
const SETS = BASKETS.map((basket) => new Set(basket)).filter(({ size }) => size > 0);
const IDS = [...new Set(BASKETS.flat())].sort();
const count = (...ids: string[]) => SETS.filter((set) => ids.every((id) => set.has(id))).length;

/** What a model says of a pair: the score that the one item alone gives the other. */
function weight(
  options: ItemItemOptionsInput,
  from: string,
  to: string,
  baskets = BASKETS,
): number {
  const model = fitItemItem(baskets, options);
  const { items } = recommend(model, [from], { limit: 10_000, fallback: "none", halfLifeDays: 1 });
  return items.find(({ itemId }) => itemId === to)?.score ?? 0;
}

describe("a small table, computed by hand", () => {
  // 4 baskets; tea 3, cup 2, pot 1, soap 1; tea & cup in baskets of 2 and 3.
  const table = [["tea", "cup"], ["tea", "cup", "pot"], ["tea"], ["soap"], []];
  // 7 items in 4 baskets, of 4 kinds.
  const USUAL = { alpha: 0.6 * Math.log10(7 / 4), beta: 0.3 * Math.log10(7 / 4) };
  it.each([
    ["cooccurrence", {}, 2],
    ["jaccard", {}, 2 / 3],
    ["sar", {}, 2 / 3],
    ["cosine", {}, 2 / Math.sqrt(6)],
    ["rp3beta", {}, (1 / 2 + 1 / 3) / (2 ** USUAL.alpha * 3 ** USUAL.beta)],
    ["rp3beta", { alpha: 1, beta: 0.5 }, (1 / 2 + 1 / 3) / (2 * Math.sqrt(3))],
    ["rp3beta", { beta: 0, alpha: 0 }, 1 / 2 + 1 / 3],
    // k = [[2, 0], [1, 1]]: 2 (2 ln(4/3) + ln(2/3) + ln 2).
    ["llr", {}, 2 * (2 * Math.log((2 * 4) / 6) + Math.log(4 / 6) + Math.log(4 / 2))],
  ] as const)("%s %j", (mode, options, expected) => {
    expect(weight({ mode, ...options }, "cup", "tea", table)).toBeCloseTo(expected, 6);
  });

  it("lets all items speak alike when each is in 50 baskets, and holds the popular back by .6 at most", () => {
    const baskets = Array.from({ length: 50 }, () =>
      Array.from({ length: 120 }, (_, at) => `i${at}`),
    );
    expect(weight({}, "i0", "i1", baskets)).toBeCloseTo(50 / 120 / 50 / 50 ** 0.6, 8);
  });

  it("has no pair that is rarer than asked for", () => {
    expect(weight({ mode: "jaccard", minTogether: 2 }, "cup", "tea", table)).toBeGreaterThan(0);
    expect(weight({ mode: "jaccard", minTogether: 3 }, "cup", "tea", table)).toBe(0);
  });

  it("keeps the strongest neighbours, of equal ones the first", () => {
    const model = fitItemItem(
      [
        ["a", "b"],
        ["a", "b"],
        ["a", "d"],
        ["a", "c"],
      ],
      {
        mode: "cooccurrence",
        neighbours: 2,
      },
    );
    const { items } = recommend(model, ["a"], { fallback: "none" });
    expect(items.map(({ itemId }) => itemId)).toEqual(["b", "c"]);
  });
});

describe("against a direct computation", () => {
  it("RP3 beta", () => {
    for (const from of IDS.slice(0, 8)) {
      for (const to of IDS.slice(3, 12)) {
        if (from === to) continue;
        const shares = SETS.filter((set) => set.has(from) && set.has(to));
        const expected =
          shares.reduce((sum, { size }) => sum + 1 / size, 0) / (count(from) * count(to) ** 0.4);
        expect(weight({ alpha: 1, beta: 0.4 }, from, to)).toBeCloseTo(expected, 6);
      }
    }
  });

  it("SAR: affinity by rating and age times Jaccard, what was seen removed", () => {
    const random = seededRandom("sar");
    const day = 86_400_000;
    const model = fitItemItem(BASKETS, { mode: "sar" });
    for (let user = 0; user < 40; user++) {
      const history = Array.from({ length: 1 + random.integer(6) }, () => ({
        itemId: IDS[random.integer(IDS.length)] as string,
        rating: 1 + random.integer(5),
        at: (random.integer(90) * day) as never,
      }));
      const at = (95 * day) as never;
      const expected = IDS.filter((id) => history.every(({ itemId }) => itemId !== id))
        .map((id) => {
          const score = history.reduce((sum, { itemId, rating, at: from }) => {
            const both = count(itemId, id);
            const likeness = both / (count(itemId) + count(id) - both);
            return sum + rating * 2 ** (-(at - from) / (30 * day)) * likeness;
          }, 0);
          return { id, score };
        })
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score);
      const { items } = recommend(model, history, { at, limit: 10, fallback: "none" });
      expect(items).toHaveLength(Math.min(10, expected.length));
      items.forEach(({ itemId, score }, rank) => {
        expect(score / (expected[rank]?.score as number)).toBeCloseTo(1, 5);
        expect(score / (expected.find(({ id }) => id === itemId)?.score as number)).toBeCloseTo(
          1,
          5,
        );
      });
    }
  });
});

describe("counts instead of baskets", () => {
  it.each(["rp3beta", "llr", "sar"] as const)("say the same by %s", (mode) => {
    const counts = itemCounts.finish(itemCounts.addAll(itemCounts.create(), BASKETS));
    const [one, other] = [fitItemItem(BASKETS, { mode }), fitItemItem(counts, { mode })];
    for (const id of IDS) expect(recommend(one, [id])).toEqual(recommend(other, [id]));
  });
});

describe("what is no basket", () => {
  it.each([
    ["no list", 3, "must be a list of baskets"],
    ["no baskets", ["tea"], "must be a list of item ids"],
    ["ids that are no text", [[3]], "must be an item id"],
    ["an empty id", [["a", ""]], "must be an item id"],
    [
      "100,000 items",
      [Array.from({ length: 100_000 }, (_, at) => `i${at}`)],
      "split it, or leave it out",
    ],
  ])("%s", (_, baskets, message) => {
    if (!Array.isArray(baskets)) expect(() => fitItemItem(baskets as never)).toThrow("kind");
    else expect(() => fitItemItem(baskets as never)).toThrow(message);
  });

  it("counts an item once, and takes names of prototypes", () => {
    const baskets = [["__proto__", "constructor", "__proto__"], ["__proto__"], []];
    const model = fitItemItem(baskets, { mode: "cooccurrence" });
    expect(recommend(model, ["constructor"]).items).toEqual([
      {
        itemId: "__proto__",
        score: 1,
        because: { code: "bought-with", facts: { item: "constructor", together: 1, of: 1 } },
      },
    ]);
    expect(model.baskets).toBe(2);
  });

  it("takes a basket of 2,000 items, and no more", () => {
    const of = (size: number) => [Array.from({ length: size }, (_, at) => `i${at}`)];
    expect(fitItemItem(of(2000), { neighbours: 1 }).items).toBe(2000);
    expect(() => fitItemItem(of(2001))).toThrow("0: has more than 2000 different items");
  });

  it("takes counts of as many baskets as 32 bits can tell, and no more", () => {
    const fair = itemCounts.finish(itemCounts.add(itemCounts.create(), ["a", "b"]));
    expect(fitItemItem({ ...fair, baskets: 2 ** 32 - 1 }).baskets).toBe(2 ** 32 - 1);
    expect(() => fitItemItem({ ...fair, baskets: 2 ** 32 })).toThrow("baskets: must be at most");
  });

  it("refuses counts that no baskets have", () => {
    const fair = itemCounts.finish(itemCounts.add(itemCounts.create(), ["a", "b"]));
    expect(fitItemItem(fair).items).toBe(2);
    for (const wrong of [
      { kind: "counts" },
      { baskets: 0.5 },
      { items: ["b", "a"] },
      { items: ["a"] },
      { counts: [1, 2] },
      { counts: [1, Number.NaN] },
      { pairs: [0, 1, 1] },
      { pairs: [1, 0, 1, 5] },
      { pairs: [0, 1, 2, 5] },
      { pairs: [0, 2, 1, 5] },
      { pairs: [0, 1, 1, 2 ** 53] },
    ]) {
      expect(() => fitItemItem({ ...fair, ...wrong } as never)).toThrow("as counting leaves it");
    }
  });
});

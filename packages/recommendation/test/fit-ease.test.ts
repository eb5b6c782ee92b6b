import { describe, expect, it } from "vitest";
import { fitEase, itemCounts, recommend } from "../src/index.ts";
import { randomBaskets } from "./random-baskets.ts";

const BASKETS = randomBaskets("fit", 300, 30);
const SETS = BASKETS.map((basket) => new Set(basket)).filter(({ size }) => size > 0);
const IDS = [...new Set(BASKETS.flat())].sort();
const count = (...ids: string[]) => SETS.filter((set) => ids.every((id) => set.has(id))).length;

describe("fitEase", () => {
  it("finds the weights of a direct computation", () => {
    const ridge = 3;
    const model = fitEase(BASKETS, { ridge });
    const sum = IDS.reduce((all, id) => all + count(id), 0);
    const lambda = (ridge * sum) / IDS.length;
    const inverse = inverseOf(
      IDS.map((one) => IDS.map((other) => count(one, other) + (one === other ? lambda : 0))),
    );
    for (let i = 0; i < IDS.length; i++) {
      const { items } = recommend(model, [IDS[i] as string], { limit: 100, fallback: "none" });
      const scores = new Map(items.map(({ itemId, score }) => [itemId, score]));
      IDS.forEach((id, j) => {
        const expected = -(inverse[i]?.[j] as number) / (inverse[j]?.[j] as number);
        if (i !== j) expect(scores.get(id) ?? 0).toBeCloseTo(Math.max(0, expected), 6);
      });
    }
  });

  it("says the same of counts as of baskets", () => {
    const counts = itemCounts.finish(itemCounts.addAll(itemCounts.create(), BASKETS));
    const [one, other] = [fitEase(BASKETS), fitEase(counts)];
    expect(one.mode).toBe("ease");
    for (const id of IDS) expect(recommend(one, [id])).toEqual(recommend(other, [id]));
  });

  it("knows nothing from nothing", () => {
    expect(fitEase([]).items).toBe(0);
    expect(recommend(fitEase([["tea"]]), ["tea"]).outcome).toBe("nothing");
  });

  it("keeps as many neighbours as asked for", () => {
    const { items } = recommend(fitEase(BASKETS, { neighbours: 1 }), [IDS[0] as string], {
      fallback: "none",
    });
    expect(items.length).toBeLessThanOrEqual(1);
  });

  it("takes no more than 4,000 items", () => {
    const baskets = Array.from({ length: 4001 }, (_, at) => [`i${at}`]);
    expect(() => fitEase(baskets)).toThrow("use fitItemItem");
  });
});

/** Gauss and Jordan. */
function inverseOf(matrix: number[][]): number[][] {
  const size = matrix.length;
  const work = matrix.map((row, at) => [...row, ...row.map((_, to) => (to === at ? 1 : 0))]);
  for (let at = 0; at < size; at++) {
    const pivot = work[at] as number[];
    const scale = pivot[at] as number;
    for (let to = 0; to < 2 * size; to++) pivot[to] = (pivot[to] as number) / scale;
    work.forEach((row, other) => {
      const factor = row[at] as number;
      if (other === at) return;
      for (let to = 0; to < 2 * size; to++) {
        row[to] = (row[to] as number) - factor * (pivot[to] as number);
      }
    });
  }
  return work.map((row) => row.slice(size));
}

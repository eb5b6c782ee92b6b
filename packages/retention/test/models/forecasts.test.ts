import { describe, expect, it } from "vitest";
import {
  aliveProbability,
  bgNbdCountProbability,
  churnByAliveProbability,
  discountedPurchases,
  expectedPurchases,
  expectedPurchasesOfNewcomer,
  lifetimeValue,
  type PurchaseModel,
} from "../../src/index.ts";
import { catching } from "../catching.ts";

const beta = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const MODELS: readonly PurchaseModel[] = [
  { model: "bg-nbd", unitDays: 7, parameters: beta },
  { model: "mbg-nbd", unitDays: 7, parameters: beta },
  {
    model: "pareto-nbd",
    unitDays: 7,
    parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 },
  },
  {
    model: "bg-bb",
    unitDays: 7,
    parameters: { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 },
  },
  { model: "nbd", unitDays: 7, parameters: { r: 0.385, alpha: 12.07 } },
];
const BG = MODELS[0] as Extract<PurchaseModel, { model: "bg-nbd" }>;
const customers = {
  kind: "nonContractual",
  unitDays: 7,
  frequency: [0, 2, 7, 3],
  recency: [0, 30, 32, 4],
  age: [38, 38, 38, 39],
} as const;

describe.each(MODELS)("$model", (model) => {
  const expectedIn = (horizon: number) => expectedPurchases(model, customers, { horizon });

  it("expects nothing of no time, and ever more of more", () => {
    expect([...expectedIn(0)]).toEqual([0, 0, 0, 0]);
    const [month, year, decade] = [expectedIn(4), expectedIn(52), expectedIn(520)];
    for (const row of [0, 1, 2, 3]) {
      expect(month[row]).toBeLessThan(year[row] ?? 0);
      expect(year[row]).toBeLessThan(decade[row] ?? 0);
    }
  });

  it("values one undiscounted period by its purchases, at its end or in the middle", () => {
    const options = {
      periods: 1,
      periodDays: 28,
      discountRate: 0,
      timing: "end",
      spend: 1,
    } as const;
    const { values, total } = lifetimeValue(model, customers, options);
    expect(values).toEqual(expectedIn(4));
    expect(total).toBeCloseTo(
      values.reduce((sum, value) => sum + value, 0),
      12,
    );
    const discounted = (timing: "mid" | "end") =>
      lifetimeValue(model, customers, { ...options, discountRate: 1, timing }).values[2] ?? 0;
    expect(discounted("end")).toBeCloseTo((values[2] ?? 0) / 2, 12);
    expect(discounted("mid")).toBeCloseTo((values[2] ?? 0) / Math.SQRT2, 12);
  });

  it("comes near the value of all time with many short periods", () => {
    const rate = { discountRate: 0.02, periodDays: 7 };
    const forever = discountedPurchases(model, customers, rate);
    const long = {
      ...rate,
      periods: 900,
      timing: model.model === "bg-bb" ? "end" : "mid",
      spend: 1,
    } as const;
    const { values } = lifetimeValue(model, customers, long);
    for (const row of [0, 1, 2, 3]) {
      expect(Math.abs((values[row] ?? 0) / (forever[row] ?? 0) - 1)).toBeLessThan(3e-4);
    }
  });

  it("knows of a newcomer what it knows of one who has just come", () => {
    const fresh = { ...customers, frequency: [0], recency: [0], age: [0] };
    const known = expectedPurchases(model, fresh, { horizon: 9 })[0] ?? 0;
    expect(expectedPurchasesOfNewcomer(model, { horizon: 9 })).toBeCloseTo(known, 12);
  });

  it("says who is lost, and by which threshold", () => {
    const chances = aliveProbability(model, customers);
    const churn = churnByAliveProbability(
      model,
      { ...customers, count: [1, 2, 3, 4] },
      { below: 0.3 },
    );
    expect(churn.aliveProbability).toEqual(chances);
    expect([...churn.lost]).toEqual([...chances].map((chance) => (chance < 0.3 ? 1 : 0)));
    expect([churn.lost[3], churn.customers]).toEqual([model.model === "nbd" ? 0 : 1, 10]);
    expect(churn.definition.facts).toEqual({ model: model.model, below: 0.3 });
  });
});

describe("forecasts", () => {
  it("give the same where many customers are alike as one by one", () => {
    const rows = Array.from({ length: 5000 }, (_, row) => ({
      x: row % 9,
      last: row % 9 === 0 ? 0 : (row % 31) + 0.5,
      until: 40 + (row % 7),
    }));
    const columns = (some: typeof rows) => ({
      ...customers,
      frequency: some.map(({ x }) => x),
      recency: some.map(({ last }) => last),
      age: some.map(({ until }) => until),
    });
    for (const model of MODELS.filter(({ model: name }) => name !== "bg-bb")) {
      const expected = (some: typeof rows) =>
        expectedPurchases(model, columns(some), { horizon: 39 });
      const together = expected(rows);
      const alone = [0, 1, 8, 4321].map((row) => expected(rows.slice(row, row + 1))[0]);
      expect([0, 1, 8, 4321].map((row) => together[row])).toEqual(alone);
    }
  });

  it("do not jump where a series gives way to an integral", () => {
    const at = (horizon: number) => expectedPurchases(BG, customers, { horizon });
    const [before, after] = [at(9 * 42.414 - 1e-9), at(9 * 42.414 + 1e-9)];
    for (const row of [0, 1, 2]) {
      expect(Math.abs((after[row] ?? 0) / (before[row] ?? 0) - 1)).toBeLessThan(1e-10);
    }
  });

  it("add up to one over all counts", () => {
    const chances = Array.from({ length: 400 }, (_, count) =>
      bgNbdCountProbability(BG, { count, horizon: 39 }),
    );
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
    const mean = chances.reduce((sum, chance, count) => sum + chance * count, 0);
    expect(mean).toBeCloseTo(expectedPurchasesOfNewcomer(BG, { horizon: 39 }), 4);
    expect(bgNbdCountProbability(BG, { count: 3, horizon: 0 })).toBe(0);
  });

  it.each([
    [
      () => aliveProbability({ ...BG, parameters: { ...beta, a: 0 } }, customers),
      ["parameters", "a"],
    ],
    [() => aliveProbability({ ...BG, model: "gamma-gamma" } as never, customers), ["model"]],
    [() => expectedPurchases(BG, customers, { horizon: -1 }), ["horizon"]],
    [() => churnByAliveProbability(BG, customers, { below: 2 }), ["below"]],
    [() => bgNbdCountProbability(MODELS[1] as never, { count: 1, horizon: 1 }), ["model"]],
    [() => lifetimeValue(BG, customers, { ...MONTHS, periods: 0 }), ["periods"]],
    [() => lifetimeValue(BG, customers, { ...MONTHS, timing: "start" as never }), ["timing"]],
    [() => lifetimeValue(BG, customers, { ...MONTHS, spend: [1, 2] }), ["spend"]],
    [() => lifetimeValue(BG, customers, { ...MONTHS, spend: [1, 2, Number.NaN, 4] }), ["spend", 2]],
    [
      () => lifetimeValue(MODELS[3] as never, customers, { ...MONTHS, periodDays: 30 }),
      ["periodDays"],
    ],
  ])("refuse %s", (call, path) => {
    expect(catching(call).issues[0]?.path).toEqual(path);
  });
});

const MONTHS = {
  periods: 12,
  periodDays: 28,
  discountRate: 0.01,
  timing: "mid",
  spend: 1,
} as const;

import { describe, expect, it } from "vitest";
import {
  aliveProbability,
  discountedPurchases,
  expectedPurchases,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  type RepeatPurchases,
} from "../../src/index.ts";
import { catching } from "../catching.ts";
import { columnOf, dataSet } from "../data-set.ts";

const rows = dataSet("cdnow_sample_cbs_days.csv");
const inWeeks = (name: string) => columnOf(rows, name).map((days) => days / 7);
const cdnow = {
  kind: "nonContractual",
  unitDays: 7,
  frequency: columnOf(rows, "x"),
  recency: inWeeks("t_x_days"),
  age: inWeeks("T_days"),
} as const;

const purchases = (
  frequency: readonly number[],
  recency: readonly number[],
  age: readonly number[],
  count?: readonly number[],
): RepeatPurchases => ({ kind: "nonContractual", unitDays: 7, frequency, recency, age, count });

const FITS = { fitBgNbd, fitMbgNbd, fitParetoNbd, fitNbd } as const;

describe("a fit", () => {
  it.each(Object.entries(FITS))("%s is plain JSON", (_, fit) => {
    const model = fit(cdnow);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(model).toMatchObject({ status: "converged", diagnostics: [], customers: 2357 });
  });

  it.each(Object.entries(FITS))("%s does not depend on how rows are laid out", (_, fit) => {
    const typed = {
      ...cdnow,
      frequency: Int32Array.from(cdnow.frequency),
      recency: Float64Array.from(cdnow.recency),
      age: Float64Array.from(cdnow.age),
    };
    const reversed = {
      ...cdnow,
      frequency: cdnow.frequency.toReversed(),
      recency: cdnow.recency.toReversed(),
      age: cdnow.age.toReversed(),
    };
    expect(fit(typed)).toEqual(fit(cdnow));
    expect(fit(reversed)).toEqual(fit(cdnow));
  });

  it.each(Object.entries(FITS))("%s scales with the unit of time", (_, fit) => {
    const days = {
      ...cdnow,
      unitDays: 1,
      recency: columnOf(rows, "t_x_days"),
      age: columnOf(rows, "T_days"),
    };
    const [inDays, weekly] = [fit(days), fit(cdnow)];
    const bought = cdnow.frequency.reduce((sum, x) => sum + x, 0);
    expect(inDays.parameters.alpha / weekly.parameters.alpha).toBeCloseTo(7, 3);
    expect(inDays.parameters.r).toBeCloseTo(weekly.parameters.r, 4);
    expect(inDays.logLikelihood + bought * Math.log(7)).toBeCloseTo(weekly.logLikelihood, 6);
  });

  it("grows surer by the root of the number of customers", () => {
    const four = purchases([...cdnow.frequency], cdnow.recency, cdnow.age, Array(2357).fill(4));
    const [once, often] = [fitBgNbd(cdnow), fitBgNbd(four)];
    expect(often.logLikelihood).toBeCloseTo(4 * once.logLikelihood, 5);
    expect(often.standardErrors?.b).toBeCloseTo((once.standardErrors?.b ?? 0) / 2, 4);
  });
});

describe("at a boundary", () => {
  it.each([
    ["nobody came back", purchases([0, 0, 0], [0, 0, 0], [10, 20, 30])],
    ["one customer", purchases([3], [5], [9])],
    ["one customer without history", purchases([0], [0], [9])],
    ["all alike, nobody left", purchases([40, 40, 40], [40, 40, 40], [40, 40, 40])],
    [
      "500 purchases in 501 days",
      purchases([500, 480, 501, 3], [501, 480, 501, 4], [501, 501, 501, 501]),
    ],
    [
      "a thousand million customers",
      purchases([0, 1, 2], [0, 3, 9], [10, 10, 10], [1e9, 1e9, 1e9]),
    ],
    ["a thousand million purchases", purchases([1e9, 0], [10, 0], [10, 10])],
    ["no customers", purchases([], [], [])],
    ["all on the first day", purchases([0, 0], [0, 0], [0, 0])],
  ])("%s: a diagnostic and a usable answer", (_, given) => {
    for (const fit of Object.values(FITS)) {
      const model = fit(given);
      expect(Number.isFinite(model.logLikelihood)).toBe(true);
      if (model.status !== "converged") {
        expect(model.diagnostics).toContain("BOUNDARY");
        expect([model.standardErrors, model.logCovariance]).toEqual([null, null]);
      }
      const chances = aliveProbability(model, given);
      expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
      const expected = expectedPurchases(model, given, { horizon: 10 });
      expect(expected.every((count) => Number.isFinite(count) && count >= 0)).toBe(true);
    }
  });

  it("finds no leaving where nobody left", () => {
    const given = purchases([39, 40, 41, 40], [40, 40, 40, 40], [40, 40, 40, 40]);
    const { logLikelihood } = fitNbd(given);
    expect(Math.abs(fitBgNbd(given).logLikelihood - logLikelihood)).toBeLessThan(1e-5);
    expect(Math.abs(fitParetoNbd(given).logLikelihood - logLikelihood)).toBeLessThan(1e-4);
  });

  it("says so of opportunities and of spend", () => {
    expect(fitBgBb(purchases([0, 0], [0, 0], [5, 6])).diagnostics).toEqual(["BOUNDARY"]);
    const spend = {
      kind: "nonContractual",
      frequency: [2, 2],
      repeatSpendMinor: [400, 400],
    } as const;
    expect(fitGammaGamma(spend).diagnostics).toEqual(["BOUNDARY"]);
    const nobody = { ...spend, repeatSpendMinor: [0, 0] };
    expect(fitGammaGamma(nobody)).toMatchObject({ customers: 0, excluded: 2 });
    expect(fitGammaGamma(nobody).diagnostics).toEqual(["NO_DATA", "BOUNDARY"]);
  });

  it("tells where spend has no mean, or goes with frequency", () => {
    const heavy = {
      kind: "nonContractual",
      frequency: Array<number>(10).fill(9),
      repeatSpendMinor: [900, 900, 1000, 1200, 1500, 3000, 9000, 1e5, 1e7, 1e9],
    } as const;
    expect(fitGammaGamma(heavy).diagnostics).toContain("POPULATION_MEAN_UNDEFINED");
    const frequency = Array.from({ length: 60 }, (__, row) => 1 + (row % 10));
    const repeatSpendMinor = frequency.map((x, row) => x * x * 100 + (row % 7) * 10);
    const dependent = { kind: "nonContractual", frequency, repeatSpendMinor } as const;
    expect(fitGammaGamma(dependent).diagnostics).toContain("DEPENDENCE");
  });
});

describe("a mistake names column and row", () => {
  it.each([
    ["recency above the age", purchases([1, 1], [3, 9], [5, 5]), ["recency", 1]],
    ["recency without purchase", purchases([0], [3], [5]), ["recency", 0]],
    ["a negative frequency", purchases([-1], [0], [5]), ["frequency", 0]],
    ["half a purchase", purchases([1, 0.5], [1, 1], [5, 5]), ["frequency", 1]],
    ["NaN", purchases([1], [1], [Number.NaN]), ["age", 0]],
    ["infinite", purchases([1], [1], [Number.POSITIVE_INFINITY]), ["age", 0]],
    ["columns of two lengths", purchases([1, 2], [1], [5, 5]), ["recency"]],
    ["a negative count", purchases([1], [1], [5], [-3]), ["count", 0]],
    ["another kind", { ...cdnow, kind: "contractual" }, ["kind"]],
    ["no unit", { ...cdnow, unitDays: 0 }, ["unitDays"]],
  ])("%s", (_, given, path) => {
    for (const fit of Object.values(FITS)) {
      const error = catching(() => fit(given as RepeatPurchases));
      expect(error.code).toBe("invalid-input");
      expect(error.issues[0]?.path).toEqual(path);
    }
  });

  it("names a hundred rows at most", () => {
    const many = purchases(Array(500).fill(1), Array(500).fill(9), Array(500).fill(5));
    expect(catching(() => fitBgNbd(many)).issues).toHaveLength(100);
  });

  it("refuses opportunities and spend that cannot be", () => {
    expect(catching(() => fitBgBb(purchases([3], [2], [6]))).issues[0]?.path).toEqual([
      "frequency",
      0,
    ]);
    expect(catching(() => fitBgBb(purchases([1], [1.5], [6]))).issues[0]?.path).toEqual([
      "recency",
      0,
    ]);
    expect(catching(() => fitBgBb(purchases([1], [1], [1e6]))).issues[0]?.path).toEqual(["age", 0]);
    const spend = { kind: "nonContractual", frequency: [1, 0], repeatSpendMinor: [-5, 3] } as const;
    const { issues } = catching(() => fitGammaGamma(spend));
    expect(issues.map(({ path }) => path)).toEqual([
      ["repeatSpendMinor", 0],
      ["repeatSpendMinor", 1],
    ]);
  });

  it("refuses rows in another unit than the model's", () => {
    const model = fitBgNbd(cdnow);
    const error = catching(() => aliveProbability(model, { ...cdnow, unitDays: 1 }));
    expect(error.issues[0]?.path).toEqual(["unitDays"]);
    const options = { discountRate: 0, periodDays: 7 };
    expect(catching(() => discountedPurchases(model, cdnow, options)).issues[0]?.path).toEqual([
      "discountRate",
    ]);
  });
});

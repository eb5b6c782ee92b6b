import { describe, expect, it } from "vitest";
import { expectedPurchases, figureOfFit, fitBgNbd, fitNbd } from "../../src/index.ts";
import { catching } from "../catching.ts";
import { columnOf, dataSet } from "../data-set.ts";

const rows = dataSet("cdnow_sample_cbs_days.csv");
const cdnow = {
  kind: "nonContractual",
  unitDays: 7,
  frequency: columnOf(rows, "x"),
  recency: columnOf(rows, "t_x_days").map((days) => days / 7),
  age: columnOf(rows, "T_days").map((days) => days / 7),
} as const;
const fit = fitBgNbd(cdnow);
const total = (model: typeof fit) =>
  expectedPurchases(model, cdnow, { horizon: 39 }).reduce((sum, count) => sum + count, 0);

describe("a figure of a fit", () => {
  it.each(["r", "alpha", "a", "b"] as const)(
    "is as sure as the parameter %s that it is",
    (name) => {
      const { value, standardError } = figureOfFit(fit, ({ parameters }) => parameters[name]);
      expect(value).toBe(fit.parameters[name]);
      expect((standardError ?? 0) / (fit.standardErrors?.[name] ?? 1)).toBeCloseTo(1, 7);
    },
  );

  it("has an interval around what is forecast", () => {
    const { value, interval, level } = figureOfFit(fit, total);
    expect(value).toBeCloseTo(1653.4087, 1);
    expect(interval?.lower).toBeGreaterThan(1450);
    expect(interval?.upper).toBeLessThan(1900);
    expect(Math.sqrt((interval?.lower ?? 0) * (interval?.upper ?? 0))).toBeCloseTo(value, 6);
    expect(level).toBe(0.95);
    const wide = figureOfFit(fit, total, { level: 0.99 }).interval;
    expect(wide?.upper).toBeGreaterThan(interval?.upper ?? 0);
  });

  it("has none at a boundary", () => {
    const alike = { ...cdnow, frequency: [4, 4], recency: [9, 9], age: [9, 9] };
    const figure = figureOfFit(fitNbd(alike), ({ parameters: { r, alpha } }) => r / alpha);
    expect(figure).toMatchObject({ standardError: null, interval: null });
    expect(figure.value).toBeCloseTo(4 / 9, 6);
  });

  it("refuses a figure that is none", () => {
    expect(catching(() => figureOfFit(fit, () => Number.NaN)).code).toBe("invalid-input");
    expect(
      catching(() => figureOfFit({ ...fit, logCovariance: [] }, total)).issues[0]?.path,
    ).toEqual(["logCovariance"]);
  });
});

describe("covariances that no fit has", () => {
  it.each([1e4, 1e200, 1e308])("leave no interval: %s", (entry) => {
    const fit = {
      model: "nbd",
      unitDays: 7,
      parameters: { r: 0.3, alpha: 5 },
      logCovariance: [
        [entry, 0],
        [0, entry],
      ],
    } as const;
    const { value, interval } = figureOfFit(fit, ({ parameters }) => parameters.r ** 9);
    expect(value).toBeGreaterThan(0);
    for (const end of Object.values(interval ?? {})) expect(Number.isFinite(end)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import {
  discountedLifetime,
  fitRenewals,
  forecastRenewals,
  likelihoodRatio,
  type RenewalModel,
} from "../../src/index.ts";
import { catching } from "../catching.ts";
import { dataSet } from "../data-set.ts";

const lines = dataSet("retention_two_segments.csv");
const segment = (name: "Regular" | "High-end", renewals: number) =>
  lines.slice(0, renewals + 1).map((line) => line[name] ?? 0);
const contracts = (...cohorts: readonly (readonly number[])[]) => ({
  kind: "contractual" as const,
  cohorts: cohorts.map((cohort) => [...cohort]),
});

const models = [
  "beta-geometric",
  "beta-discrete-weibull",
  "geometric",
  "discrete-weibull",
] as const;

describe("fit", () => {
  // P. S. Fader, B. G. S. Hardie: How to project customer retention, 2007: eight observations.
  it.each([
    ["High-end", "0.668", "3.806"],
    ["Regular", "0.704", "1.182"],
  ] as const)("of %s customers is the published one", (name, gamma, delta) => {
    const { parameters, status } = fitRenewals(contracts(segment(name, 7)));
    expect([parameters.gamma?.toFixed(3), parameters.delta?.toFixed(3), status]).toEqual([
      gamma,
      delta,
      "converged",
    ]);
  });

  it.each(["High-end", "Regular"] as const)("of %s customers foretells years not seen", (name) => {
    const fit = fitRenewals(contracts(segment(name, 7)));
    const seen = (lines[12]?.[name] ?? 0) / 1000;
    const { survival = 0, interval } = forecastRenewals(fit, { through: 12 })[12] ?? {};
    expect(Math.abs(survival - seen)).toBeLessThan(0.03);
    expect(interval?.lower).toBeLessThan(seen);
    expect(interval?.upper).toBeGreaterThan(seen);
  });

  it("of two cohorts is that of their sum, where both are seen equally long", () => {
    const one = fitRenewals(contracts([600, 500, 450], [400, 369, 293]));
    const other = fitRenewals(contracts([1000, 869, 743]));
    expect(one.logLikelihood).toBeCloseTo(other.logLikelihood, 9);
  });

  it("takes cohorts that are seen differently long", () => {
    const { customers, parameters } = fitRenewals(contracts(segment("High-end", 7), [1000, 869]));
    expect(customers).toBe(2000);
    expect(parameters.gamma).toBeGreaterThan(0);
  });

  it.each(models)("%s is no worse than what it contains", (model) => {
    const counts = contracts(segment("Regular", 7));
    const { logLikelihood } = fitRenewals(counts, { model });
    expect(logLikelihood).toBeGreaterThanOrEqual(
      fitRenewals(counts, { model: "geometric" }).logLikelihood - 1e-9,
    );
  });

  it.each<[string, readonly number[], readonly string[]]>([
    ["nobody left", [10, 10], ["FEW_EVENTS", "BOUNDARY"]],
    ["all left at once", [50, 0], ["BOUNDARY"]],
    ["nobody was there", [0, 0], ["NO_DATA", "BOUNDARY"]],
  ])("says so when %s, and forecasts all the same", (_, cohort, diagnostics) => {
    for (const model of models) {
      const fit = fitRenewals(contracts(cohort), { model });
      expect([fit.diagnostics, fit.standardErrors]).toEqual([diagnostics, null]);
      for (const { survival, interval } of forecastRenewals(fit)) {
        expect(survival).toBeGreaterThanOrEqual(0);
        expect(interval).toBeNull();
      }
    }
  });

  it("finds the boundary where customers are all alike", () => {
    const { status, parameters } = fitRenewals(contracts([100, 90, 81, 73]), {
      model: "geometric",
    });
    expect([status, parameters.theta?.toFixed(2)]).toEqual(["converged", "0.10"]);
  });
});

const model: RenewalModel = {
  kind: "contractual",
  model: "beta-geometric",
  parameters: { gamma: 1, delta: 3 },
};

describe("forecast", () => {
  it("has no interval without standard errors, nor at the beginning", () => {
    expect(forecastRenewals(model, { through: 1 })).toEqual([
      { renewals: 0, survival: 1, interval: null, retention: null },
      expect.objectContaining({ renewals: 1, interval: null }),
    ]);
    const fit = fitRenewals(contracts(segment("Regular", 7)));
    expect(forecastRenewals(fit).map(({ interval }) => interval === null)).toEqual([
      true,
      ...Array.from({ length: 12 }, () => false),
    ]);
  });

  it("is exact far away", () => {
    // S(t) = δ / (δ + t) for γ = 1.
    const points = forecastRenewals(model, { through: 10_000 });
    for (const renewals of [1, 10, 996, 997, 998, 10_000]) {
      expect(points[renewals]?.survival).toBeCloseTo(3 / (3 + renewals), 12);
    }
  });
});

describe("discounted lifetime", () => {
  it("of customers all alike is a geometric series", () => {
    const alike: RenewalModel = {
      kind: "contractual",
      model: "geometric",
      parameters: { theta: 0.2 },
    };
    const series = 1 / (1 - 0.8 / 1.1);
    expect(discountedLifetime(alike, { discount: 0.1 }).value).toBeCloseTo(series, 12);
    for (const renewed of [0, 5]) {
      const { value } = discountedLifetime(alike, { discount: 0.1, renewed });
      expect(value).toBeCloseTo(0.8 * series, 12);
    }
  });

  it("grows with every renewal where customers differ", () => {
    const [one, two, three] = [0, 1, 2].map(
      (renewed) => discountedLifetime(model, { discount: 0.1, renewed }).value,
    ) as [number, number, number];
    expect(one).toBeLessThan(two);
    expect(two).toBeLessThan(three);
  });

  it("has an interval where the fit has standard errors", () => {
    const fit = fitRenewals(contracts(segment("High-end", 7)));
    const { value, interval } = discountedLifetime(fit, { discount: 0.1 });
    expect(interval?.lower).toBeLessThan(value);
    expect(interval?.upper).toBeGreaterThan(value);
    expect(discountedLifetime(model, { discount: 0.1 }).interval).toBeNull();
  });

  it("refuses to discount by nothing", () => {
    expect(catching(() => discountedLifetime(model, { discount: 0 })).issues[0]?.path).toEqual([
      "discount",
    ]);
  });
});

describe("likelihood ratio", () => {
  it("is nothing where the richer model is no better", () => {
    const fits = [
      { parameters: { a: 1 }, logLikelihood: -5 },
      { parameters: { a: 1, b: 1 }, logLikelihood: -5.1 },
    ] as const;
    expect(likelihoodRatio(...fits)).toEqual({ statistic: 0, degrees: 1, pValue: 1 });
  });

  it("wants the richer model second", () => {
    const fit = { parameters: { a: 1 }, logLikelihood: -5 };
    expect(catching(() => likelihoodRatio(fit, fit)).code).toBe("invalid-input");
  });
});

describe("mistakes", () => {
  it("counts that rise, with the place", () => {
    const error = catching(() => fitRenewals(contracts([10, 9], [10, 8, 9])));
    expect(error.issues.map(({ path }) => path)).toEqual([["cohorts", 1, 2]]);
  });

  it("a model without its parameters", () => {
    const { kind } = model;
    const bare = { kind, model: "beta-geometric", parameters: { gamma: 1 } } as const;
    expect(catching(() => forecastRenewals(bare)).issues[0]?.path).toEqual(["parameters", "delta"]);
  });

  it("customers without contract", () => {
    const others = { kind: "nonContractual", cohorts: [[10, 9]] };
    expect(catching(() => fitRenewals(others as never)).issues[0]?.path).toEqual(["kind"]);
  });
});

import { describe, expect, it } from "vitest";
import { chainLadder } from "../../src/finance/chain-ladder.ts";

/** Taylor and Ashe (1983), cumulated, as printed in Mack (1993), table 1. */
const TAYLOR_ASHE = [
  [357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463],
  [352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085],
  [290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315],
  [310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268],
  [443160, 1136350, 2128333, 2897821, 3402672, 3873311],
  [396132, 1333217, 2180715, 2985752, 3691712],
  [440832, 1288463, 2419861, 3483130],
  [359480, 1421128, 2864498],
  [376686, 1363294],
  [344014],
];
const cohorts = TAYLOR_ASHE.map((redeemedPoints, at) => ({ cohort: `${at + 1}`, redeemedPoints }));

describe("the chain ladder on the triangle of Taylor and Ashe", () => {
  const { factors, cohorts: projected, total, diagnostics } = chainLadder(cohorts);

  it("has Mack's factors", () => {
    const rounded = factors.map(({ numerator, denominator }) =>
      (numerator / denominator).toFixed(3),
    );
    expect(rounded).toEqual([
      "3.491",
      "1.747",
      "1.457",
      "1.174",
      "1.104",
      "1.086",
      "1.054",
      "1.077",
      "1.018",
    ]);
  });

  it("has Mack's reserves and standard errors", () => {
    const table = projected.map(({ cohort, ultimatePoints, redeemedPoints, standardError }) => [
      Number(cohort),
      ultimatePoints - redeemedPoints,
      Math.round(standardError ?? Number.NaN),
    ]);
    expect(table).toEqual([
      [1, 0, 0],
      [2, 94_634, 75_535],
      [3, 469_511, 121_699],
      [4, 709_638, 133_549],
      [5, 984_889, 261_406],
      [6, 1_419_459, 411_010],
      [7, 2_177_641, 558_317],
      [8, 3_920_301, 875_328],
      [9, 4_278_972, 971_258],
      [10, 4_625_811, 1_363_155],
    ]);
  });

  it("has Mack's total", () => {
    expect(total.ultimatePoints - total.redeemedPoints).toBe(18_680_856);
    expect(Math.round(total.standardError ?? 0)).toBe(2_447_095);
    expect(diagnostics).toEqual(["IMMATURE_COHORT"]);
  });
});

describe("the chain ladder", () => {
  const old = {
    cohort: "old",
    earnedPoints: 100_000,
    redeemedPoints: [30_000, 45_000, 52_000, 55_000],
  };
  const young = { cohort: "young", earnedPoints: 100_000, redeemedPoints: [null, 40_000] };

  it("takes a cohort from where it is to the end", () => {
    const { cohorts: both, factors, diagnostics } = chainLadder([old, young]);
    expect(both[1]).toMatchObject({
      redeemedPoints: 40_000,
      ultimatePoints: 48_889,
      redemptionRate: { numerator: 48_889, denominator: 100_000 },
      breakagePoints: 51_111,
      standardError: null,
    });
    const toEnd = factors.slice(1).reduce((all, one) => (all * one.numerator) / one.denominator, 1);
    expect(toEnd).toBeCloseTo(55 / 45, 14);
    expect(diagnostics).toEqual(["TOO_FEW_COHORTS"]);
  });

  it("weighs factors by volume", () => {
    const twice = { cohort: "twice", redeemedPoints: [10_000, 35_000] };
    const { factors } = chainLadder([old, twice]);
    expect(factors[0]).toEqual({ numerator: 80_000, denominator: 40_000 });
  });

  it("takes the tail for certain", () => {
    const { cohorts: both } = chainLadder([old, young], { tailFactor: "1.1" });
    expect(both.map(({ ultimatePoints }) => ultimatePoints)).toEqual([60_500, 53_778]);
  });

  it("projects immature cohorts by what mature ones redeem", () => {
    const newborn = { cohort: "newborn", earnedPoints: 50_000, redeemedPoints: [0] };
    const [, alone] = chainLadder([old, newborn]).cohorts;
    expect(alone).toMatchObject({ ultimatePoints: 0, breakagePoints: 50_000 });
    const shared = chainLadder([old, newborn], { matureAges: 2 });
    // 55 % of 50,000, of which 25/55 are still ahead.
    expect(shared.cohorts[1]).toMatchObject({ ultimatePoints: 12_500, standardError: null });
    expect(shared.diagnostics).toContain("IMMATURE_COHORT");
  });

  it("never lets more be redeemed than was earned", () => {
    const eager = { cohort: "eager", earnedPoints: 60_000, redeemedPoints: [50_000] };
    const { cohorts: both, diagnostics } = chainLadder([old, eager]);
    expect(both[1]).toMatchObject({ ultimatePoints: 60_000, breakagePoints: 0 });
    expect(diagnostics).toContain("ABOVE_EARNED");
  });

  it("says where nothing developed", () => {
    const idle = { cohort: "idle", redeemedPoints: [0, 5] };
    expect(chainLadder([idle])).toMatchObject({
      factors: [{ numerator: 1, denominator: 1 }],
      diagnostics: ["TOO_FEW_COHORTS", "NO_DEVELOPMENT"],
    });
    expect(chainLadder([])).toMatchObject({ factors: [], cohorts: [], diagnostics: [] });
  });

  it("widens the interval with confidence, around the projection", () => {
    const widths = ([0.8, 0.9, 0.95, 0.99] as const).map((level) => {
      const { interval, ultimatePoints } = chainLadder(cohorts, { level }).total;
      expect(interval?.lower).toBeLessThan(ultimatePoints);
      expect(interval?.upper).toBeGreaterThan(ultimatePoints);
      return (interval?.upper ?? 0) - (interval?.lower ?? 0);
    });
    expect(widths).toEqual([...widths].sort((one, other) => one - other));
    // Log-normal of mean 18,680,856 and standard error 2,447,095, plus what is paid.
    const { interval, redeemedPoints } = chainLadder(cohorts).total;
    expect([interval?.lower, interval?.upper].map((end) => (end ?? 0) - redeemedPoints)).toEqual(
      [14344000, 23918000].map((end) => expect.closeTo(end, -3)),
    );
  });

  it("refuses what is no cohort", () => {
    const invalid = expect.objectContaining({ code: "invalid-input" });
    const bad = [[], [1, null], [-1], [0.5], Array.from({ length: 601 }, () => 1)];
    for (const redeemedPoints of bad) {
      expect(() => chainLadder([{ cohort: "x", redeemedPoints }])).toThrow(invalid);
    }
    expect(() => chainLadder([{ cohort: "x", earnedPoints: 1, redeemedPoints: [2] }])).toThrow(
      invalid,
    );
    expect(() => chainLadder([old], { tailFactor: 1.1 as never })).toThrow(invalid);
  });
});

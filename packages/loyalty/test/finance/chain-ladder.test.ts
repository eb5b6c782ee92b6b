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

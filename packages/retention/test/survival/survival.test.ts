import { accumulate } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  customerHistories,
  kaplanMeier,
  type LifetimeInput,
  lifetimes,
  logRank,
  nelsonAalen,
  survivalAt,
} from "../../src/index.ts";
import { catching } from "../catching.ts";

const sumOf = (inputs: readonly LifetimeInput[]) => accumulate(lifetimes, inputs);
const ends = (...times: number[]) => times.map((time) => ({ time, ended: true }));
const runsOn = (...times: number[]) => times.map((time) => ({ time, ended: false }));

// Remission times of leukaemia patients in weeks: E. J. Freireich and others, Blood 21 (1963), 699–716.
const treated = sumOf([
  ...ends(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...runsOn(6, 9, 10, 11, 17, 19, 20, 25, 25, 32, 32, 34),
]);
const placebo = sumOf(ends(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23));

describe("survival curve", () => {
  // As R's survfit prints them.
  it.each([
    [
      "log",
      "0.720 0.653 0.586 0.510 0.439 0.337 0.249",
      "1.000 0.996 0.968 0.935 0.896 0.858 0.807",
    ],
    [
      "plain",
      "0.707 0.636 0.564 0.481 0.404 0.286 0.184",
      "1.000 0.977 0.942 0.900 0.851 0.789 0.712",
    ],
    [
      "logLog",
      "0.620 0.563 0.503 0.432 0.368 0.268 0.188",
      "0.952 0.923 0.889 0.849 0.805 0.747 0.680",
    ],
  ] as const)("has %s intervals", (interval, lower, upper) => {
    const { points } = kaplanMeier(treated, { interval });
    expect(points.map((point) => point.interval?.lower.toFixed(3)).join(" ")).toBe(lower);
    expect(points.map((point) => point.interval?.upper.toFixed(3)).join(" ")).toBe(upper);
  });

  it("counts customers alike by their number", () => {
    const one = sumOf([
      { time: 2, ended: true, count: 3 },
      { time: 4, ended: false, count: 2 },
    ]);
    expect(kaplanMeier(one)).toEqual(kaplanMeier(sumOf([...ends(2, 2, 2), ...runsOn(4, 4)])));
  });

  it("counts those who came late from then on", () => {
    const late = { time: 9, ended: false, entry: 4 };
    const risk = lifetimes.finish(sumOf([...ends(4, 5), late, { time: 12, ended: true }]));
    expect(risk.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [4, 3],
      [5, 3],
      [9, 2],
      [12, 1],
    ]);
  });

  it("falls to half at the median, by any way of reckoning", () => {
    expect(kaplanMeier(sumOf(ends(1, 2, 3, 4))).median.value).toBe(2);
    expect(kaplanMeier(sumOf(ends(1, 2, 3, 4, 5, 6))).median.value).toBe(3);
    expect(kaplanMeier(sumOf([...ends(1), ...runsOn(2, 3)])).median).toEqual({
      value: null,
      lower: 1,
      upper: null,
    });
  });

  it("has a mean up to a horizon, level beyond the data", () => {
    const curve = (horizon: number) => kaplanMeier(sumOf([...ends(2), ...runsOn(4)]), { horizon });
    expect([1, 2, 3, 4, 6].map((at) => curve(at).restrictedMean.value)).toEqual([1, 2, 2.5, 3, 4]);
  });

  it("is told at a time from the time itself on, and not beyond the data", () => {
    const curve = kaplanMeier(treated);
    expect(survivalAt(curve, 5.99)).toBe(1);
    expect(survivalAt(curve, 6)).toBeCloseTo(18 / 21, 12);
    expect(survivalAt(curve, 34)).toBeCloseTo(0.44817927, 8);
    expect(survivalAt(curve, 34.01)).toBeNull();
  });

  it.each<[string, readonly LifetimeInput[], readonly string[]]>([
    ["nobody", [], ["NO_DATA"]],
    ["nobody left", runsOn(3, 4), ["FEW_EVENTS", "BOUNDARY"]],
    ["everybody left", ends(3, 4), ["FEW_EVENTS", "BOUNDARY"]],
    ["nine left", [...ends(1, 2, 3, 4, 5, 6, 7, 8, 9), ...runsOn(20)], ["FEW_EVENTS"]],
    ["ten left", [...ends(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), ...runsOn(20)], []],
  ])("says so when %s", (_, inputs, diagnostics) => {
    const curve = kaplanMeier(sumOf(inputs));
    expect(curve.diagnostics).toEqual(diagnostics);
    expect(JSON.stringify(curve)).not.toContain("NaN");
  });
});

describe("cumulative hazard", () => {
  // J. P. Klein, M. L. Moeschberger: Survival analysis, 2003, table 4.2.
  it("is that of the published table", () => {
    const { points } = nelsonAalen(treated);
    expect(points.map(({ hazard }) => hazard.toFixed(4))).toEqual([
      "0.1429",
      "0.2017",
      "0.2683",
      "0.3517",
      "0.4426",
      "0.5854",
      "0.7521",
    ]);
    expect(points.map(({ standardError }) => (standardError ** 2).toFixed(4))).toEqual([
      "0.0068",
      "0.0103",
      "0.0147",
      "0.0217",
      "0.0299",
      "0.0503",
      "0.0781",
    ]);
  });

  it("is empty where nobody left", () => {
    expect(nelsonAalen(sumOf(runsOn(3)))).toMatchObject({
      points: [],
      diagnostics: ["FEW_EVENTS", "BOUNDARY"],
    });
  });
});

describe("log-rank test", () => {
  // D. G. Kleinbaum, M. Klein: Survival analysis, 2012, chapter 2.
  it.each([
    ["logRank", 16.79],
    ["wilcoxon", 13.46],
    ["taroneWare", 15.12],
    ["peto", 14.08],
    [[1, 0], 14.46],
  ] as const)("weighs times by %s", (weights, statistic) => {
    const test = logRank({ treated, placebo }, { weights });
    expect(test.statistic).toBeCloseTo(statistic, 2);
    expect(test.degrees).toBe(1);
  });

  it("with powers of 0 weighs all times alike", () => {
    const { statistic } = logRank({ treated, placebo }, { weights: [0, 0] });
    expect(statistic).toBeCloseTo(logRank({ treated, placebo }).statistic ?? 0, 12);
  });

  it("does not depend on the order of groups", () => {
    const third = sumOf([...ends(2, 9, 14), ...runsOn(20)]);
    const one = logRank({ treated, placebo, third });
    const other = logRank({ third, treated, placebo });
    expect(one.statistic).toBeCloseTo(other.statistic ?? 0, 10);
    expect([one.degrees, one.n]).toEqual([2, 46]);
  });

  it("finds groups alike alike", () => {
    expect(logRank({ a: treated, b: treated })).toMatchObject({ statistic: 0, pValue: 1 });
  });

  it("counts who came late only among those at risk", () => {
    const late = sumOf([
      { time: 9, ended: true, entry: 5 },
      { time: 12, ended: false },
    ]);
    const { groups } = logRank({ late, others: sumOf(ends(3, 6)) });
    // At 3 one of three was late, at 6 two of three, at 9 two of two.
    expect(groups[0]?.expected).toBeCloseTo(1 / 3 + 2 / 3 + 1, 12);
  });

  it("says so where nothing can be compared", () => {
    expect(logRank({ a: sumOf([]), b: treated })).toMatchObject({
      statistic: null,
      pValue: null,
      diagnostics: ["NO_DATA", "FEW_EVENTS"],
    });
    expect(logRank({ a: sumOf(runsOn(1)), b: sumOf(runsOn(1)) }).diagnostics).toEqual([
      "FEW_EVENTS",
      "BOUNDARY",
    ]);
  });

  it.each([[{}], [{ a: treated }], [null]])("refuses %j as groups", (groups) => {
    expect(catching(() => logRank(groups as never)).code).toBe("invalid-input");
  });
});

describe("mistakes", () => {
  it.each<[string, object]>([
    ["entry at the end", { time: 3, ended: true, entry: 3 }],
    ["a negative time", { time: -1, ended: true }],
    ["nobody", { time: 3, ended: true, count: 0 }],
    ["no end", { time: 3 }],
  ])("%s", (_, input) => {
    expect(catching(() => sumOf([input as LifetimeInput])).code).toBe("invalid-input");
  });

  it("customers without contract, who are never seen to leave", () => {
    const histories = customerHistories({ calibrationEnd: "2026-06-30" });
    // @ts-expect-error the types say so, too
    expect(() => kaplanMeier(histories.create())).toThrow("contract");
  });
});

describe("times beyond all businesses", () => {
  it.each([1e16, 1e200, Number.MAX_VALUE])("are refused: %s", (time) => {
    const error = catching(() => lifetimes.add(lifetimes.create(), { time, ended: true }));
    expect(error.issues[0]?.path).toEqual(["time"]);
  });

  it("are counted up to the limit, with finite figures", () => {
    const rows = [1e-300, 1, 1e15].map((time) => ({ time, ended: time < 1e15 }));
    const { restrictedMean } = kaplanMeier(accumulate(lifetimes, rows));
    for (const figure of Object.values(restrictedMean)) expect(Number.isFinite(figure)).toBe(true);
  });
});

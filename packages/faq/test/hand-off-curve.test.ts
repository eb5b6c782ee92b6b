import { accumulate, InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { handOffCurve, type JudgedSearch } from "../src/index.ts";

const judged = (confidence: number, verdict: JudgedSearch["verdict"], times = 1): JudgedSearch[] =>
  Array.from({ length: times }, () => ({ confidence, verdict }));

function curveOf(searches: readonly JudgedSearch[], wantedPrecision = 0.8) {
  const curve = handOffCurve({ wantedPrecision });
  return curve.finish(accumulate(curve, searches));
}

describe("handOffCurve", () => {
  const shop = [
    ...judged(0.9, "right", 40),
    ...judged(0.6, "right", 8),
    ...judged(0.6, "wrong", 2),
    ...judged(0.3, "wrong", 5),
    ...judged(0.1, "none", 5),
  ];

  it("tells coverage and precision of each threshold", () => {
    const told = curveOf(shop).points.map(({ answerFrom, coverage, precision }) => [
      answerFrom,
      [coverage.count, coverage.of],
      [precision.count, precision.of],
    ]);
    expect(told).toEqual([
      [0.1, [60, 60], [48, 60]],
      [0.3, [55, 60], [48, 55]],
      [0.6, [50, 60], [48, 50]],
      [0.9, [40, 60], [40, 40]],
    ]);
  });

  it("gives intervals after Wilson", () => {
    // Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, table I.
    const [point] = curveOf([...judged(0.5, "right", 81), ...judged(0.5, "wrong", 182)]).points;
    expect(point?.precision.interval.lower).toBeCloseTo(0.2553, 4);
    expect(point?.precision.interval.upper).toBeCloseTo(0.3662, 4);
  });

  it.each([
    [0.8, 0.1, 0.6],
    [0.81, 0.3, 0.6],
    [0.96, 0.6, null],
    [0.97, 0.9, null],
    [1, 0.9, null],
    [0, 0.1, 0.1],
  ])("wanted %d: from %d on, assured from %d on", (wanted, answerFrom, assuredAnswerFrom) => {
    expect(curveOf(shop, wanted)).toMatchObject({ answerFrom, assuredAnswerFrom });
  });

  it("has no threshold where none reaches it, or nothing was judged", () => {
    expect(curveOf(judged(1, "wrong", 3))).toMatchObject({ answerFrom: null });
    expect(curveOf([])).toEqual({ points: [], answerFrom: null, assuredAnswerFrom: null });
  });

  it.each([0, 0.001, 0.057, 0.29, 0.57, 0.5699, 0.999, 0.9999, 1])(
    "a search of confidence %d reaches its own threshold",
    (confidence) => {
      const [point] = curveOf(judged(confidence, "right")).points;
      expect(point?.answerFrom).toBeLessThanOrEqual(confidence);
      expect(point?.answerFrom).toBeGreaterThan(confidence - 0.001);
    },
  );

  const { add, merge, finish } = handOffCurve();
  const wrong = { counts: [[1001, 0, 0, 0]] } as never;
  it.each([
    ["a wish beyond 1", () => handOffCurve({ wantedPrecision: 1.1 })],
    ["a confidence beyond 1", () => add({ counts: [] }, { confidence: 1.1, verdict: "right" })],
    ["no verdict", () => add({ counts: [] }, { confidence: 1 } as never)],
    ["another sum", () => finish({ votes: [] } as never)],
    ["a spoilt sum", () => merge({ counts: [] }, wrong)],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(InvalidInputError);
  });
});

import { accumulate } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  kanoCoefficients,
  satisfactionAntecedents,
  satisfactionIndex,
  scaleReliability,
} from "../src/index.ts";

describe("kanoCoefficients", () => {
  it("settles equal counts by what weighs more", () => {
    const none = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
    expect(kanoCoefficients({ ...none, I: 3, A: 3 }).category).toBe("A");
    expect(kanoCoefficients({ ...none, M: 3, O: 3, A: 3 }).category).toBe("M");
    expect(kanoCoefficients({ ...none, R: 2 })).toMatchObject({
      category: "R",
      n: 0,
      better: { value: null, interval: null },
    });
    expect(kanoCoefficients(none).category).toBeNull();
  });

  it("has no coefficient of minus nothing", () => {
    const { worse } = kanoCoefficients({ M: 0, O: 0, A: 5, I: 0, R: 0, Q: 0 });
    expect(worse.value).toBe(0);
    expect(worse.interval?.upper).toBe(0);
  });
});

describe("scaleReliability", () => {
  const alphaOf = (answers: readonly (readonly (number | null)[])[]) => {
    const alpha = scaleReliability({ items: 2 });
    return alpha.finish(accumulate(alpha, answers));
  };

  it("is 1 where items always agree, and unknown where nobody differs", () => {
    expect(
      alphaOf([
        [1, 1],
        [2, 2],
        [5, 5],
      ]).value,
    ).toBe(1);
    expect(
      alphaOf([
        [3, 3],
        [3, 3],
      ]).value,
    ).toBeNull();
    expect(alphaOf([[3, 3]]).value).toBeNull();
  });

  it("leaves out who left an item out", () => {
    expect(
      alphaOf([
        [1, null],
        [1, 2],
        [2, 1],
      ]),
    ).toMatchObject({ n: 2, incomplete: 1 });
  });

  it("has Feldt's interval around it", () => {
    const { value, interval } = alphaOf([
      [1, 2],
      [2, 2],
      [3, 4],
      [5, 4],
      [4, 5],
    ]);
    expect(interval?.lower).toBeLessThan(value as number);
    expect(interval?.upper).toBeGreaterThan(value as number);
  });

  it("refuses another number of items", () => {
    expect(() => alphaOf([[1, 2, 3]])).toThrow("must be 2");
  });
});

describe("satisfactionIndex", () => {
  it("goes from 0 to 100", () => {
    const index = satisfactionIndex({ weights: [2, 1] });
    const of = (answers: readonly number[][]) => index.finish(accumulate(index, answers));
    expect(of([[1, 1]]).value).toBe(0);
    expect(of([[10, 10]])).toEqual({ value: 100, interval: null, n: 1, incomplete: 0 });
    expect(
      of([
        [10, 1],
        [10, 1],
      ]),
    ).toMatchObject({ interval: { lower: expect.closeTo(200 / 3, 12) } });
    expect(of([])).toEqual({ value: null, interval: null, n: 0, incomplete: 0 });
  });

  it("refuses answers off the scale", () => {
    const index = satisfactionIndex();
    expect(() => index.add(index.create(), [0, 5, 5])).toThrow("answers");
  });
});

describe("satisfactionAntecedents", () => {
  const antecedents = satisfactionAntecedents();
  const say = (expectation: number, performance: number, satisfaction: number) => ({
    expectation,
    performance,
    affect: 4,
    equity: satisfaction,
    satisfaction,
  });

  it("measures performance against expectation", () => {
    const answers = [say(4, 6, 6), say(5, 4, 3), say(6, 6, 5), say(3, 2, 2), say(4, 5, 5)];
    const { disconfirmation, satisfaction, drivers } = antecedents.finish(
      accumulate(antecedents, answers),
    );
    // 2, −1, 0, −1, 1: mean 0.2, sum of squares 7.
    expect(disconfirmation.value).toBeCloseTo(0.2, 12);
    expect(disconfirmation.standardDeviation).toBeCloseTo(Math.sqrt((7 - 5 * 0.04) / 4), 12);
    expect(satisfaction.value).toBeCloseTo(4.2, 12);
    expect(drivers.map(({ driver }) => driver)).toEqual(["equity", "disconfirmation", "affect"]);
    // By hand: covariance 1.95, variances 1.7 and 2.7.
    expect(drivers[1]?.correlation).toBeCloseTo(1.95 / Math.sqrt(1.7 * 2.7), 12);
    expect(drivers[0]?.correlation).toBeCloseTo(1, 12);
    expect(drivers[2]).toEqual({ driver: "affect", correlation: null, interval: null });
  });
});

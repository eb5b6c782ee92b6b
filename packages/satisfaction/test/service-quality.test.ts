import { accumulate } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  SERVICE_FUNCTIONS,
  type ServiceQualityAnswer,
  type ServiceQualityPolicyInput,
  serviceQuality,
  weightedGap,
} from "../src/index.ts";

const dimensions = { reliability: ["onTime", "asPromised", "noError"], access: ["reachable"] };
const rate = (expected: number, perceived: number) => ({ expected, perceived });

function resultOf(policy: ServiceQualityPolicyInput, answers: readonly ServiceQualityAnswer[]) {
  const quality = serviceQuality(policy);
  return quality.finish(accumulate(quality, answers));
}

describe("serviceQuality", () => {
  it("asks for the seven functions when nothing else is said", () => {
    const all = Object.fromEntries(SERVICE_FUNCTIONS.map((name, at) => [name, rate(7, at + 1)]));
    const { value, dimensions } = resultOf({}, [all]);
    expect(value).toBeCloseTo(-3, 12);
    expect(dimensions.map(({ dimension }) => dimension)).toEqual(SERVICE_FUNCTIONS);
  });

  it("takes a third of a dimension for no answer, two thirds for one", () => {
    const third = { onTime: rate(7, 1), reachable: rate(5, 5) };
    const twoThirds = { ...third, noError: rate(7, 3) };
    const found = resultOf({ dimensions }, [third, twoThirds]);
    expect(found).toMatchObject({ value: -2.5, n: 1, incomplete: 1 });
    expect(found.dimensions[0]).toMatchObject({
      dimension: "reliability",
      n: 1,
      tooFewAnswered: 1,
      gap: { value: -5 },
    });
    expect(found.dimensions[1]).toMatchObject({ dimension: "access", n: 2, gap: { value: 0 } });
  });

  it("weighs dimensions, and finds the whole's interval from what customers say together", () => {
    const weights = { reliability: 75, access: 25 };
    const answers = [
      [-2, 0],
      [0, 2],
      [-1, 1],
    ].map(([reliability = 0, access = 0]) => ({
      onTime: rate(4, 4 + reliability),
      asPromised: rate(4, 4 + reliability),
      noError: rate(4, 4 + reliability),
      reachable: rate(4, 4 + access),
    }));
    const { value, interval } = resultOf({ dimensions, weights }, answers);
    // The whole of each customer: −1.5, 0.5, −0.5; mean −0.5, deviation 1, t(0.975, 2) = 4.3027.
    expect(value).toBeCloseTo(-0.5, 12);
    expect(interval?.lower).toBeCloseTo(-0.5 - 4.30265272975 / Math.sqrt(3), 9);
    expect(interval?.upper).toBeCloseTo(-0.5 + 4.30265272975 / Math.sqrt(3), 9);
  });

  it("maps importance against performance", () => {
    const policy = {
      dimensions: { a: ["a"], b: ["b"], c: ["c"], d: ["d"], e: ["e"] },
      weights: { a: 40, b: 40, c: 5, d: 5, e: 10 },
    };
    const answer = { a: rate(7, 2), b: rate(7, 6), c: rate(4, 2), d: rate(4, 6) };
    const found = resultOf(policy, [answer]).dimensions;
    expect(Object.fromEntries(found.map((one) => [one.dimension, one.quadrant]))).toEqual({
      a: "improve",
      b: "keepUp",
      c: "lowPriority",
      d: "possibleOverkill",
      e: null,
    });
    expect(found.at(-1)?.dimension).toBe("e");
  });

  it("says nothing without answers", () => {
    expect(resultOf({ dimensions }, [])).toMatchObject({ value: null, interval: null, n: 0 });
  });

  it.each([
    [{ dimensions: {} }, "dimension"],
    [{ dimensions: { a: ["x"], b: ["x"] } }, "dimensions"],
    [{ dimensions: { a: ["x"] }, weights: {} }, "weights.a"],
    [{ dimensions: { a: ["x"] }, weights: { a: 1, b: 1 } }, "weights.b"],
    [{ dimensions: { a: ["x"] }, weights: { a: 0 } }, "weights"],
    [{ scale: [7, 1] }, "scale"],
  ] as const)("refuses the policy %j", (policy, path) => {
    expect(() => serviceQuality(policy as ServiceQualityPolicyInput)).toThrow(path);
  });

  it("refuses unknown items and ratings off the scale, all at once", () => {
    const quality = serviceQuality({ dimensions, scale: [1, 7] });
    const answer = { onTime: rate(8, 0), price: rate(1, 1) };
    expect(() => quality.add(quality.create(), answer)).toThrow(
      expect.objectContaining({
        issues: [
          { path: ["onTime", "expected"], message: "must be from 1 to 7" },
          { path: ["onTime", "perceived"], message: "must be from 1 to 7" },
          { path: ["price"], message: "is no item" },
        ],
      }),
    );
  });
});

describe("weightedGap", () => {
  it("weighs published gaps", () => {
    const gaps = {
      tangibles: -0.5,
      reliability: -1.2,
      responsiveness: -0.75,
      assurance: 0.2,
      empathy: -0.4,
    };
    const weights = {
      tangibles: 11,
      reliability: 32,
      responsiveness: 22,
      assurance: 19,
      empathy: 16,
    };
    expect(weightedGap(gaps, weights)).toEqual({
      value: expect.closeTo(-0.63, 12),
      widest: "reliability",
    });
  });

  it("refuses gaps without weights, weights of nothing, and no gaps", () => {
    expect(() => weightedGap({ a: 1, b: 2 }, { a: 1 })).toThrow("b");
    expect(() => weightedGap({ a: 1 }, { a: 0 })).toThrow("more than 0");
    expect(() => weightedGap({})).toThrow("more than 0");
  });
});

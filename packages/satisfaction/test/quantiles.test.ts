import { expect, it } from "vitest";
import {
  betaShareBelow,
  fisherQuantile,
  logGamma,
  studentDeviationsFor,
} from "../src/statistics/beta-quantile.ts";
import { deviationsFor } from "../src/statistics/normal-quantile.ts";

it.each([
  [0.5, 0.674489750196082],
  [0.8, 1.2815515655446],
  [0.9, 1.64485362695147],
  [0.95, 1.95996398454005],
  [0.99, 2.5758293035489],
  [0.999, 3.29052673149193],
  [0.9999, 3.89059188641309],
])("a normal distribution holds %d within %d deviations", (level, deviations) => {
  expect(deviationsFor(level)).toBeCloseTo(deviations, 11);
});

// Student's table, two-sided.
it.each([
  [0.95, 1, 12.7062047362],
  [0.95, 2, 4.30265272975],
  [0.95, 9, 2.2621571628],
  [0.95, 30, 2.0422724563],
  [0.99, 5, 4.03214298356],
  [0.9, 120, 1.6576509],
  [0.95, 1e6, 1.95996635682],
])("Student's distribution holds %d, with %d degrees, within %d", (level, degrees, deviations) => {
  expect(studentDeviationsFor(level, degrees)).toBeCloseTo(deviations, 8);
});

it("is the normal distribution for very many degrees", () => {
  expect(studentDeviationsFor(0.95, 1e9)).toBeCloseTo(deviationsFor(0.95), 8);
});

// Fisher's and Snedecor's table of the upper 5 %.
it.each([
  [1, 1, 161.4476],
  [4, 10, 3.47805],
  [10, 4, 5.96437],
])("F(%d, %d) has 5 %% above %d", (upper, lower, value) => {
  expect(fisherQuantile(0.95, upper, lower)).toBeCloseTo(value, 4);
});

it("is the logarithm of factorials", () => {
  let factorial = 0;
  for (let n = 1; n <= 170; n++) {
    expect(logGamma(n) / Math.max(1, factorial)).toBeCloseTo(
      factorial / Math.max(1, factorial),
      12,
    );
    factorial += Math.log(n);
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(0.1)).toBeCloseTo(2.2527126517342, 12);
});

it("adds up to 1 from both ends", () => {
  for (const [x, a, b] of [
    [0.3, 2, 5],
    [0.99, 0.5, 300],
    [0.5, 1e6, 1e6],
  ] as const) {
    expect(betaShareBelow(x, a, b) + betaShareBelow(1 - x, b, a)).toBeCloseTo(1, 12);
  }
});

import { expect, it } from "vitest";
import { wilsonInterval } from "../src/index.ts";

// R. G. Newcombe: Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("of %i in %i is %d to %d", (count, of, lower, upper) => {
  const interval = wilsonInterval(count, of);
  expect(interval.lower).toBeCloseTo(lower, 4);
  expect(interval.upper).toBeCloseTo(upper, 4);
});

it("is narrower with less confidence", () => {
  const { lower, upper } = wilsonInterval(81, 263, 1.644853626951472);
  expect(lower).toBeCloseTo(0.26331, 5);
  expect(upper).toBeCloseTo(0.35657, 5);
  expect(() => wilsonInterval(1, 2, 0)).toThrow("deviations");
  expect(() => wilsonInterval(1, 2, Number.NaN)).toThrow("deviations");
});

it("knows nothing where nothing was counted, and is whole at the ends", () => {
  expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
  expect(wilsonInterval(0, 5).lower).toBe(0);
  expect(wilsonInterval(5, 5).upper).toBe(1);
});

it.each([
  [2, 1],
  [-1, 5],
  [1, Number.NaN],
  [Number.NaN, 1],
  [0, Number.POSITIVE_INFINITY],
])("refuses %d of %d", (count, of) => {
  expect(() => wilsonInterval(count, of)).toThrow("share");
});

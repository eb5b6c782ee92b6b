import { expect, it } from "vitest";
import { wilsonInterval } from "../../src/reports/wilson-interval.ts";

// R. G. Newcombe: Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), 857–872,
// table I, method 3: the score method without continuity correction.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("of %i in %i lies from %d to %d", (hits, n, low, high) => {
  const interval = wilsonInterval(hits, n);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

it("touches the ends when all or none hit", () => {
  expect(wilsonInterval(0, 7)?.low).toBe(0);
  expect(wilsonInterval(7, 7)?.high).toBe(1);
});

it("is nothing when nothing was counted", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});

import {
  AmountOverflowError,
  Fraction,
  InvalidInputError,
  money,
  multiplyMoney,
  multiplyRounded,
  Rounding,
} from "@kefu/core";
import { describe, expect, it } from "vitest";

/** Quarters, so that 1 is 0.25, 2 is a half, 3 is 0.75. */
const QUARTERS = [-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

describe("multiplyRounded", () => {
  it.each<[Rounding, number[]]>([
    ["floor", [-2, -2, -2, -2, -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1, 2]],
    ["ceiling", [-2, -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]],
    ["toward-zero", [-2, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2]],
    ["away-from-zero", [-2, -2, -2, -2, -1, -1, -1, -1, 0, 1, 1, 1, 1, 2, 2, 2, 2]],
    ["half-floor", [-2, -2, -2, -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2]],
    ["half-ceiling", [-2, -2, -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2]],
    ["half-toward-zero", [-2, -2, -1, -1, -1, -1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2]],
    ["half-away-from-zero", [-2, -2, -2, -1, -1, -1, -1, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2]],
    ["half-even", [-2, -2, -2, -1, -1, -1, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2]],
  ])("%s", (rounding, expected) => {
    const quarter = { numerator: 1, denominator: 4 };
    expect(QUARTERS.map((whole) => multiplyRounded(whole, quarter, rounding))).toEqual(expected);
    const negative = { numerator: -1, denominator: 4 };
    expect(QUARTERS.map((whole) => multiplyRounded(-whole, negative, rounding))).toEqual(expected);
  });

  it("knows no other way", () => {
    expect(Rounding.options).toHaveLength(9);
    expect(() =>
      multiplyRounded(1, { numerator: 1, denominator: 2 }, "half-up" as Rounding),
    ).toThrow("rounding: ");
  });

  it("is exact beyond 2^53 on the way, and overflows only in the result", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(multiplyRounded(most, { numerator: most, denominator: most }, "floor")).toBe(most);
    expect(multiplyRounded(-most, { numerator: most - 1, denominator: most }, "floor")).toBe(
      1 - most,
    );
    const run = () => multiplyRounded(most, { numerator: 2, denominator: 1 }, "floor");
    expect(run).toThrow(AmountOverflowError);
  });

  it.each([
    [0.5, { numerator: 1, denominator: 2 }, "whole number: "],
    [1, { numerator: 1, denominator: 0 }, "fraction: denominator: "],
    [1, { numerator: 1, denominator: -1 }, "fraction: denominator: "],
    [1, { numerator: 0.5, denominator: 1 }, "fraction: numerator: "],
    [1, null, "fraction: "],
  ])("refuses %o times %o", (whole, fraction, message) => {
    const run = () => multiplyRounded(whole, fraction as Fraction, "floor");
    expect(run).toThrow(InvalidInputError);
    expect(run).toThrow(message);
  });
});

describe("multiplyMoney", () => {
  it("keeps the currency", () => {
    const half = { numerator: 1, denominator: 2 };
    expect(multiplyMoney(money(5, "JPY"), half, "half-even")).toEqual(money(2, "JPY"));
    expect(multiplyMoney(money(-1, "JPY"), half, "half-ceiling").amountMinor).toBe(0);
  });

  it("refuses what is no money", () => {
    const half = { numerator: 1, denominator: 2 };
    expect(() => multiplyMoney(5 as never, half, "floor")).toThrow(InvalidInputError);
  });
});

it.each([
  [{ numerator: 0, denominator: 1 }, true],
  [{ numerator: -3, denominator: 2 }, true],
  [{ numerator: 1, denominator: 0 }, false],
  [{ numerator: 1 }, false],
])("Fraction takes %o: %s", (value, isTaken) => {
  expect(Fraction.safeParse(value).success).toBe(isTaken);
});

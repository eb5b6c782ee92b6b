import { money } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { convertMoney, valueOfPoints } from "../../src/index.ts";

const cent = { points: 100, worth: money(100, "EUR") };

describe("what points are worth", () => {
  it("in the currency of the programme and in another, in favour of the programme", () => {
    expect(valueOfPoints(1250, cent)).toEqual(money(1250, "EUR"));
    const yen = { ...cent, exchange: { currency: "JPY", rate: "163.27" } };
    expect(valueOfPoints(1250, yen)).toEqual(money(2040, "JPY"));
    expect(valueOfPoints(1250, { ...yen, rounding: "half-even" })).toEqual(money(2041, "JPY"));
    const dinar = { ...cent, exchange: { currency: "KWD", rate: "0.3345" } };
    expect(valueOfPoints(1250, dinar)).toEqual(money(4181, "KWD"));
  });

  it("is rounded once: 3 points of a third of a cent are a cent", () => {
    const third = { points: 3, worth: money(1, "EUR") };
    expect([2, 3, 4].map((points) => valueOfPoints(points, third).amountMinor)).toEqual([0, 1, 1]);
    // In two steps, 2 points would be 0 EUR and so 0 JPY.
    const yen = { ...third, exchange: { currency: "JPY", rate: "163.27" } };
    expect(valueOfPoints(2, yen)).toEqual(money(1, "JPY"));
  });

  it.each([
    ["JPY", "JPY", "1", 7, 7],
    ["JPY", "KWD", "0.002", 1000, 2000],
    ["KWD", "JPY", "489.5", 1, 0],
    ["KWD", "JPY", "489.5", 3, 1],
    ["KWD", "EUR", "2.9876", 1000, 298],
    ["EUR", "KWD", { numerator: 1, denominator: 3 }, 100, 333],
  ] as const)("%s in %s at %j", (from, currency, rate, minor, expected) => {
    expect(convertMoney(money(minor, from), { currency, rate })).toEqual(money(expected, currency));
  });

  it.each([
    ["floor", -3],
    ["ceiling", -2],
    ["toward-zero", -2],
    ["away-from-zero", -3],
    ["half-floor", -3],
    ["half-ceiling", -2],
    ["half-toward-zero", -2],
    ["half-away-from-zero", -3],
    ["half-even", -2],
  ] as const)("rounds -2.5 by %s to %i", (rounding, expected) => {
    const converted = convertMoney(money(-5, "EUR"), { currency: "USD", rate: "0.5", rounding });
    expect(converted.amountMinor).toBe(expected);
  });

  it("refuses rates that are not exact, and results beyond what is", () => {
    const convert = (rate: unknown) => () =>
      convertMoney(money(Number.MAX_SAFE_INTEGER, "EUR"), { currency: "JPY", rate } as never);
    for (const rate of [163.27, "163,27", "1e3", "-1", "", "Infinity"]) {
      expect(convert(rate)).toThrow(expect.objectContaining({ code: "invalid-input" }));
    }
    expect(convert("163.27")).toThrow(expect.objectContaining({ code: "amount-overflow" }));
  });
});

import { money } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocatePrice, pointsRevenue } from "../../src/index.ts";

const usd = (minor: number) => money(minor, "USD");
const points = (issued: number, valuePerPoint = "1", redemptionRate = "0.95") => ({
  issued,
  valuePerPoint,
  redemptionRate,
});

describe("example 52 of ASC 606 and IFRS 15", () => {
  // In whole dollars, as the standards print it; the yen has no decimals either.
  const price = money(100_000, "JPY");
  const parts = allocatePrice(price, { goods: [price], points: points(10_000) });

  it("allocates 91,324 to the goods and 8,676 to the points", () => {
    expect(parts).toEqual({ goods: [money(91_324, "JPY")], points: money(8676, "JPY") });
  });

  it("recognizes 4,110 in the first year and 3,493 in the second, and leaves 1,073", () => {
    const first = pointsRevenue(parts.points, { redeemedPoints: 4500, expectedPoints: 9500 });
    expect([first.recognized.amountMinor, first.deferred.amountMinor]).toEqual([4110, 4566]);
    const second = pointsRevenue(parts.points, { redeemedPoints: 8500, expectedPoints: 9700 });
    const revenue = second.recognized.amountMinor - first.recognized.amountMinor;
    expect([revenue, second.deferred.amountMinor]).toEqual([3493, 1073]);
  });
});

describe("allocation", () => {
  it("gives the whole price to goods when no points come with them", () => {
    expect(allocatePrice(usd(100), { goods: [usd(1), usd(2)], points: points(0) })).toEqual({
      goods: [usd(33), usd(67)],
      points: usd(0),
    });
  });

  it.each([
    ["JPY", 1000, "1", 905, 95],
    ["KWD", 10_000, "0.001", 9906, 94],
    ["EUR", 1000, "0.01", 913, 87],
  ])("in %s", (currency, minor, value, goods, deferred) => {
    const price = money(minor, currency);
    const issued = currency === "JPY" ? 110 : 100;
    const parts = allocatePrice(price, { goods: [price], points: points(issued, value) });
    expect([parts.goods[0]?.amountMinor, parts.points.amountMinor]).toEqual([goods, deferred]);
  });

  it("refuses other currencies, debts, and promises of nothing", () => {
    const euro = { goods: [usd(1), money(1, "EUR")], points: points(1) };
    expect(() => allocatePrice(usd(1), euro)).toThrow(
      expect.objectContaining({
        code: "currency-mismatch",
        issues: [expect.objectContaining({ path: ["goods", 1, "currency"] })],
      }),
    );
    const invalid = expect.objectContaining({ code: "invalid-input" });
    expect(() => allocatePrice(usd(-1), { goods: [usd(1)], points: points(1) })).toThrow(invalid);
    expect(() => allocatePrice(usd(1), { goods: [usd(0)], points: points(0) })).toThrow(invalid);
  });

  it("never loses a cent", () => {
    const amount = fc.nat({ max: 10_000_000 }).map(usd);
    const goods = fc.array(amount, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amount, goods, fc.integer({ min: 1, max: 9999 }), (price, list, issued) => {
        const parts = allocatePrice(price, {
          goods: list,
          points: points(issued, "0.0123", "0.7"),
        });
        const sum = [...parts.goods, parts.points].reduce(
          (total, part) => total + part.amountMinor,
          0,
        );
        expect(sum).toBe(price.amountMinor);
        expect(parts.points.amountMinor).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("revenue from points", () => {
  it.each([
    [0, 100, 0],
    [99, 100, 990],
    [100, 100, 1000],
    [101, 100, 1000],
    [0, 0, 1000],
  ])("%i of %i redeemed", (redeemedPoints, expectedPoints, recognized) => {
    expect(pointsRevenue(usd(1000), { redeemedPoints, expectedPoints })).toEqual({
      recognized: usd(recognized),
      deferred: usd(1000 - recognized),
    });
  });
});

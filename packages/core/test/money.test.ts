import {
  AmountOverflowError,
  addMoney,
  CurrencyMismatchError,
  compareMoney,
  InvalidInputError,
  Money,
  money,
  subtractMoney,
} from "@kefu/core";
import { describe, expect, it } from "vitest";

const MOST = Number.MAX_SAFE_INTEGER;
const euros = (amountMinor: number) => money(amountMinor, "EUR");

describe("money", () => {
  it.each([[0], [1], [-1], [MOST], [-MOST]])("holds %d", (amountMinor) => {
    expect(euros(amountMinor)).toEqual({ amountMinor, currency: "EUR" });
  });

  it("has no negative zero", () => {
    expect(euros(-0).amountMinor).toBe(0);
  });

  it.each([[MOST + 1], [-MOST - 1], [Number.MAX_VALUE], [Number.NEGATIVE_INFINITY]])(
    "overflows at %d",
    (amountMinor) => {
      expect(() => euros(amountMinor)).toThrow(AmountOverflowError);
      expect(() => euros(amountMinor)).toThrow("amount: is beyond ±(2^53 − 1)");
    },
  );

  it.each([[0.5], [Number.NaN], ["1"], ["9".repeat(20)], [null], [1n]])(
    "refuses %o",
    (amountMinor) => {
      expect(() => euros(amountMinor as number)).toThrow(InvalidInputError);
    },
  );

  it("refuses codes that do not exist, and names the place", () => {
    expect(() => money(1, "EURO")).toThrow("money: currency: must be a currency code of ISO 4217");
  });
});

describe("addMoney and subtractMoney", () => {
  it.each([
    [1230, 70, 1300, 1160],
    [50, 70, 120, -20],
    [-5, -5, -10, 0],
    [0, 0, 0, 0],
    [MOST - 1, 1, MOST, MOST - 2],
  ])("of %d and %d", (one, other, sum, difference) => {
    expect(addMoney(euros(one), euros(other))).toEqual(euros(sum));
    expect(subtractMoney(euros(one), euros(other))).toEqual(euros(difference));
  });

  it("overflow rather than round", () => {
    expect(() => addMoney(euros(MOST), euros(1))).toThrow(AmountOverflowError);
    expect(() => subtractMoney(euros(-MOST), euros(1))).toThrow(AmountOverflowError);
  });
});

describe("compareMoney", () => {
  it.each([
    [1, 2, -1],
    [2, 1, 1],
    [2, 2, 0],
    [-1, 0, -1],
  ])("%d against %d is %d", (left, right, order) => {
    expect(compareMoney(euros(left), euros(right))).toBe(order);
  });
});

describe.each([
  ["addMoney", addMoney],
  ["subtractMoney", subtractMoney],
  ["compareMoney", compareMoney],
])("%s", (_, combine: (left: Money, right: Money) => unknown) => {
  it("refuses two currencies", () => {
    const run = () => combine(euros(1), money(1, "JPY"));
    expect(run).toThrow(CurrencyMismatchError);
    expect(run).toThrow("money: currency: is JPY, not EUR");
  });

  it.each([[null], [{}], [{ amountMinor: 0.5, currency: "EUR" }], [{ amountMinor: 1 }], ["1 EUR"]])(
    "refuses %o on either side",
    (culprit) => {
      expect(() => combine(culprit as Money, euros(1))).toThrow(InvalidInputError);
      expect(() => combine(euros(1), culprit as Money)).toThrow(InvalidInputError);
    },
  );
});

it("errors have stable codes and names", () => {
  const mismatch = new CurrencyMismatchError("money", []);
  const overflow = new AmountOverflowError("amount", []);
  expect([mismatch.code, mismatch.name]).toEqual(["currency-mismatch", "CurrencyMismatchError"]);
  expect([overflow.code, overflow.name]).toEqual(["amount-overflow", "AmountOverflowError"]);
});

it.each([
  [{ amountMinor: 1, currency: "EUR" }, true],
  [{ amountMinor: 1, currency: "EUR", note: "" }, false],
  [{ amountMinor: 1 }, false],
  [{ amountMinor: MOST + 1, currency: "EUR" }, false],
])("Money takes %o: %s", (value, isTaken) => {
  expect(Money.safeParse(value).success).toBe(isTaken);
});

import {
  AmountOverflowError,
  decimalOf,
  InvalidInputError,
  money,
  moneyOfDecimal,
} from "@kefu/core";
import { describe, expect, it } from "vitest";

describe("moneyOfDecimal", () => {
  it.each([
    ["12.30", "EUR", 1230],
    ["12.3", "EUR", 1230],
    ["12", "EUR", 1200],
    ["+12.30", "EUR", 1230],
    ["-0.05", "EUR", -5],
    ["-0", "EUR", 0],
    ["0012.30", "EUR", 1230],
    ["12.3000", "EUR", 1230],
    ["12", "JPY", 12],
    ["12.00", "JPY", 12],
    ["1.234", "KWD", 1234],
    ["90071992547409.91", "EUR", Number.MAX_SAFE_INTEGER],
  ])("reads %s %s", (text, currency, amountMinor) => {
    expect(moneyOfDecimal(text, currency)).toEqual({ amountMinor, currency });
  });

  it.each([
    ["12.301", "EUR"],
    ["12.5", "JPY"],
    ["12.", "EUR"],
    [".5", "EUR"],
    ["", "EUR"],
    [" 1", "EUR"],
    ["1,00", "EUR"],
    ["1e3", "EUR"],
    ["--1", "EUR"],
    ["１２", "EUR"],
    [12, "EUR"],
    [null, "EUR"],
  ])("refuses %o %s", (text, currency) => {
    const read = () => moneyOfDecimal(text as string, currency);
    expect(read).toThrow(InvalidInputError);
    expect(read).toThrow("amount: must be a decimal number with at most ");
  });

  it("refuses currencies that do not exist", () => {
    expect(() => moneyOfDecimal("1", "EURO")).toThrow("currency: ");
  });

  it.each([["90071992547409.92"], ["9".repeat(30)], ["9".repeat(400)]])(
    "overflows at %s",
    (text) => {
      expect(() => moneyOfDecimal(text, "EUR")).toThrow(AmountOverflowError);
    },
  );
});

describe("decimalOf", () => {
  it.each([
    [1230, "EUR", "12.30"],
    [5, "EUR", "0.05"],
    [-5, "EUR", "-0.05"],
    [-1230, "EUR", "-12.30"],
    [0, "EUR", "0.00"],
    [100, "EUR", "1.00"],
    [12, "JPY", "12"],
    [-12, "JPY", "-12"],
    [0, "JPY", "0"],
    [1, "KWD", "0.001"],
    [Number.MAX_SAFE_INTEGER, "EUR", "90071992547409.91"],
  ])("writes %d %s as %s", (amountMinor, currency, text) => {
    expect(decimalOf(money(amountMinor, currency))).toBe(text);
  });

  it("refuses what is no money", () => {
    expect(() => decimalOf("1" as never)).toThrow(InvalidInputError);
  });
});

import { Currency, currencyDecimals, InvalidInputError } from "@kefu/core";
import * as currencies from "dinero.js/currencies";
import { describe, expect, it } from "vitest";

const table = Object.values(currencies);

describe("currencies", () => {
  it("are those of the library's table", () => {
    expect(table.length).toBeGreaterThan(150);
    for (const { code, base, exponent } of table) {
      expect([code, currencyDecimals(code)]).toEqual([code, base === 10 ? exponent : 2]);
    }
  });

  it("are no others", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const known = codes.filter((code) => Currency.safeParse(code).success);
    expect(known).toEqual(table.map(({ code }) => code).sort());
  });

  it.each([
    ["EUR", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["CLF", 4],
    ["MGA", 2],
    ["MRU", 2],
  ])("%s has %d decimals", (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });

  it.each([["eur"], ["EU"], ["EURO"], ["XXX"], [""], [" EUR"], ["constructor"], [null], [978]])(
    "%o is none",
    (code) => {
      const ask = () => currencyDecimals(code as string);
      expect(ask).toThrow(InvalidInputError);
      expect(ask).toThrow("currency: must be a currency code of ISO 4217, such as EUR");
      expect(Currency.safeParse(code).success).toBe(false);
    },
  );
});

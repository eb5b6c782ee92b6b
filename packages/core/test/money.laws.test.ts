import {
  addMoney,
  allocateMoney,
  decimalOf,
  type Money,
  money,
  moneyOfDecimal,
  multiplyMoney,
  subtractMoney,
} from "@kefu/core";
import { add, allocate, dinero, toSnapshot } from "dinero.js";
import { EUR } from "dinero.js/currencies";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const amount = fc
  .integer({ min: -1e12, max: 1e12 })
  .map((amountMinor): Money => ({ amountMinor, currency: "EUR" }));
const weights = fc
  .array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 8 })
  .filter((all) => all.some((weight) => weight > 0));
const minorOf = (all: readonly Money[]) => all.map(({ amountMinor }) => amountMinor);
const theirs = ({ amountMinor }: Money) => dinero({ amount: amountMinor, currency: EUR });

describe("sums", () => {
  it("are those of another library", () => {
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const expected = toSnapshot(add(theirs(one), theirs(other))).amount;
        expect(addMoney(one, other).amountMinor).toBe(expected === 0 ? 0 : expected);
      }),
    );
  });

  it("are undone by subtracting", () => {
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        expect(subtractMoney(addMoney(one, other), other)).toEqual(one);
      }),
    );
  });
});

describe("allocation", () => {
  it("loses no unit, and each part is less than a unit from its exact share", () => {
    fc.assert(
      fc.property(amount, weights, (total, shares) => {
        const parts = minorOf(allocateMoney(total, shares));
        const sum = shares.reduce((all, share) => all + share, 0);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total.amountMinor);
        parts.forEach((part, at) => {
          const gap =
            BigInt(part) * BigInt(sum) - BigInt(total.amountMinor) * BigInt(shares[at] ?? 0);
          expect(gap < BigInt(sum) && gap > -BigInt(sum)).toBe(true);
        });
      }),
    );
  });

  it("gives the greater weight no less", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), weights, (amountMinor, shares) => {
        const falling = shares.toSorted((one, other) => other - one);
        const parts = minorOf(allocateMoney(money(amountMinor, "EUR"), falling));
        expect(parts).toEqual(parts.toSorted((one, other) => other - one));
      }),
    );
  });

  it("is that of another library where all weights are equal", () => {
    const count = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), count, (amountMinor, length) => {
        const equal = Array<number>(length).fill(1);
        const total = money(amountMinor, "EUR");
        const expected = allocate(theirs(total), equal).map((part) => toSnapshot(part).amount);
        expect(minorOf(allocateMoney(total, equal))).toEqual(expected);
      }),
    );
  });

  it("stays within a unit of another library for any weights", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), weights, (amountMinor, shares) => {
        const total = money(amountMinor, "EUR");
        const expected = allocate(theirs(total), shares).map((part) => toSnapshot(part).amount);
        minorOf(allocateMoney(total, shares)).forEach((part, at) => {
          expect(Math.abs(part - (expected[at] ?? 0))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});

it("what is written as decimal is read as the same amount", () => {
  const any = fc.record({
    amountMinor: fc.maxSafeInteger(),
    currency: fc.constantFrom("JPY", "EUR", "KWD", "CLF"),
  });
  fc.assert(
    fc.property(any, ({ amountMinor, currency }) => {
      const value = money(amountMinor, currency);
      expect(moneyOfDecimal(decimalOf(value), currency)).toEqual(value);
    }),
  );
});

it("rounding down and up are less than a unit around the exact product", () => {
  const fraction = fc.record({
    numerator: fc.integer({ min: -1000, max: 1000 }),
    denominator: fc.integer({ min: 1, max: 1e6 }),
  });
  fc.assert(
    fc.property(amount, fraction, (value, share) => {
      const floor = BigInt(multiplyMoney(value, share, "floor").amountMinor);
      const ceiling = BigInt(multiplyMoney(value, share, "ceiling").amountMinor);
      const product = BigInt(value.amountMinor) * BigInt(share.numerator);
      const divisor = BigInt(share.denominator);
      expect(floor * divisor <= product && product <= ceiling * divisor).toBe(true);
      expect(ceiling - floor).toBe(product % divisor === 0n ? 0n : 1n);
    }),
  );
});

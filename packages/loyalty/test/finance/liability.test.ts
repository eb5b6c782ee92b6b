import { money } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectMergeable } from "../../../../scripts/mergeable.ts";
import { liability } from "../../src/index.ts";

const policy = { currency: "EUR", costPerPoint: "0.008", redemptionRate: "0.78" };
type Input = Parameters<ReturnType<typeof liability>["add"]>[1];
const owed = (changes: object, points: Input) => {
  const { create, add, finish } = liability({ ...policy, ...changes });
  return finish(add(create(), points));
};

describe("liability", () => {
  it("is exact", () => {
    expect(owed({}, [{ points: 1_200_000 }])).toMatchObject({
      outstandingPoints: 1_200_000,
      expectedPoints: 936_000,
      breakagePoints: 264_000,
      liability: money(748_800, "EUR"),
      breakage: money(211_200, "EUR"),
    });
  });

  it("of cohorts with rates of their own adds up", () => {
    const cohorts = [{ cohort: "2024", redemptionRate: { numerator: 1, denominator: 3 } }];
    const books = owed({ cohorts }, [
      { cohort: "2025", points: 1000 },
      { cohort: "2024", points: 1000 },
      { cohort: "2025", points: -500 },
    ]);
    expect(
      books.cohorts.map((one) => [one.cohort, one.expectedPoints, one.breakagePoints]),
    ).toEqual([
      ["2024", 333, 667],
      ["2025", 390, 110],
    ]);
    expect(books.expectedPoints).toBe(723);
    // 333⅓ points of 0.8 cents are 266⅔ cents, 390 are 312.
    expect(books.cohorts.map((one) => one.liability.amountMinor)).toEqual([267, 312]);
    expect(books.liability).toEqual(money(579, "EUR"));
  });

  it.each([
    ["JPY", "1.3", 1000, 1014],
    ["KWD", "0.0025", 1000, 1950],
  ])("in %s at %s a point", (currency, costPerPoint, points, expected) => {
    expect(owed({ currency, costPerPoint }, [{ points }]).liability).toEqual(
      money(expected, currency),
    );
  });

  it("of nothing is nothing", () => {
    expect(owed({}, [])).toMatchObject({
      outstandingPoints: 0,
      liability: money(0, "EUR"),
      cohorts: [],
    });
  });

  it("refuses cohorts below zero, shares above one, and sums of something else", () => {
    const invalid = expect.objectContaining({ code: "invalid-input" });
    expect(() => owed({}, [{ points: -1 }])).toThrow(invalid);
    expect(() => owed({ redemptionRate: "1.01" }, [])).toThrow(invalid);
    expect(() => liability(policy).finish({ of: "something else", rows: [] })).toThrow(invalid);
  });

  it("adds up whatever the rates and the rounding", () => {
    const share = fc.nat({ max: 97 }).map((numerator) => ({ numerator, denominator: 97 }));
    const rounding = fc.constantFrom("floor", "ceiling", "half-even");
    const points = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 6 }), points, rounding, (shares, counts, mode) => {
        const cohorts = shares.map((redemptionRate, at) => ({ cohort: `${at}`, redemptionRate }));
        const books = owed(
          { cohorts, rounding: mode },
          counts.map((count, at) => ({ cohort: `${at}`, points: count })),
        );
        const sum = (key: "expectedPoints" | "breakagePoints") =>
          books.cohorts.reduce((total, one) => total + one[key], 0);
        expect([sum("expectedPoints"), sum("breakagePoints")]).toEqual([
          books.expectedPoints,
          books.breakagePoints,
        ]);
        expect(books.expectedPoints + books.breakagePoints).toBe(books.outstandingPoints);
        for (const one of books.cohorts) expect(one.breakagePoints).toBeGreaterThanOrEqual(0);
        const cents = books.cohorts.reduce((total, one) => total + one.liability.amountMinor, 0);
        expect(cents).toBe(books.liability.amountMinor);
      }),
    );
  });

  it("is the same however it is split", () => {
    const input = fc.record({ cohort: fc.constantFrom("2024", "2025"), points: fc.nat() });
    expectMergeable(liability(policy), fc.array(input, { maxLength: 3 }));
  });
});

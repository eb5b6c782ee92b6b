import { money } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectMergeable } from "../../../../scripts/mergeable.ts";
import { type DeferredMovementInput, rollForward } from "../../src/index.ts";

const years = { currency: "EUR", from: "2026-01-01", to: "2026-12-31" };
const told = (movements: readonly DeferredMovementInput[], policy = years) => {
  const { create, add, finish } = rollForward(policy);
  return finish(add(create(), movements));
};
const kind = fc.constantFrom("issued" as const, "redeemed" as const, "expired" as const);
const movement = fc.record({
  on: fc
    .integer({ min: 0, max: 35 })
    .map((month) =>
      [`${2025 + Math.floor(month / 12)}`, `${(month % 12) + 1}`.padStart(2, "0"), "15"].join("-"),
    ),
  kind: fc.oneof(kind, fc.constant("changeOfEstimate" as const)),
  points: fc.nat({ max: 1000 }),
  amountMinor: fc.nat({ max: 100_000 }),
});

describe("the roll-forward of deferred revenue", () => {
  it.each([
    ["2025-12-31", [700, 0, 700]],
    ["2026-01-01", [0, 700, 700]],
    ["2026-12-31", [0, 700, 700]],
    ["2027-01-01", [0, 0, 0]],
  ])("counts what was issued on %s", (on, expected) => {
    const { opening, issued, closing } = told([
      { on, kind: "issued", points: 9, amountMinor: 700 },
    ]);
    expect([opening, issued, closing].map(({ amount }) => amount.amountMinor)).toEqual(expected);
  });

  it("takes off what was redeemed and what expired, before the period as in it", () => {
    const some = (on: string, sort: DeferredMovementInput["kind"], amountMinor: number) =>
      ({ on, kind: sort, points: amountMinor, amountMinor }) as const;
    const table = told([
      some("2025-02-01", "issued", 1000),
      some("2025-03-01", "redeemed", 100),
      some("2025-04-01", "expired", 50),
      some("2025-05-01", "changeOfEstimate", -10),
      some("2026-02-01", "issued", 500),
      some("2026-03-01", "redeemed", 300),
      some("2026-04-01", "expired", 20),
      some("2026-05-01", "changeOfEstimate", 5),
    ]);
    expect(Object.entries(table).map(([key, { amount }]) => [key, amount.amountMinor])).toEqual([
      ["opening", 840],
      ["issued", 500],
      ["redeemed", 300],
      ["expired", 20],
      ["changeOfEstimate", 5],
      ["closing", 1025],
    ]);
    expect(table.closing).toEqual({ points: 1025, amount: money(1025, "EUR") });
  });

  it("closes where the next one opens", () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 20 }), (movements) => {
        const next = { ...years, from: "2027-01-01", to: "2027-12-31" };
        expect(told(movements, next).opening).toEqual(told(movements).closing);
        expect(told(movements).closing.points).toBe(
          (["opening", "issued", "changeOfEstimate"] as const).reduce(
            (sum, key) => sum + told(movements)[key].points,
            0,
          ) -
            told(movements).redeemed.points -
            told(movements).expired.points,
        );
      }),
      { numRuns: 50 },
    );
  });

  it("is the same however it is split", () => {
    expectMergeable(rollForward(years), fc.array(movement, { maxLength: 3 }));
  });

  it("refuses signs where there are none, and sums of another period", () => {
    const invalid = expect.objectContaining({ code: "invalid-input" });
    expect(() => told([{ on: "2026-01-01", kind: "issued", amountMinor: -1 }])).toThrow(invalid);
    expect(() => told([], { ...years, to: "2025-12-31" })).toThrow(invalid);
    const other = rollForward({ ...years, currency: "USD" }).create();
    expect(() => rollForward(years).finish(other)).toThrow(invalid);
  });
});

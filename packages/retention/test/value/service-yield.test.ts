import { describe, expect, it } from "vitest";
import { keepOrWin, serviceOrientation, serviceScorecard } from "../../src/index.ts";

describe("serviceScorecard", () => {
  const nothing = {
    customers: { won: 0, kept: 0, lost: 0 },
    profit: { spentMinor: 0, broughtBackMinor: 0, currency: "USD" },
    talent: { people: 0, promoted: 0, left: 0 },
    business: { ideas: 0, launched: 0 },
  };

  it("tells of the answer centre that cost 10 million dollars a year and brought back over twice that", () => {
    const { profit } = serviceScorecard({
      ...nothing,
      profit: { spentMinor: 1_000_000_000, broughtBackMinor: 2_000_000_001, currency: "USD" },
    });
    expect(profit.returnOnSpending).toBeGreaterThan(2);
    expect(profit.netMinor).toBe(1_000_000_001);
  });

  it("has no shares of nothing", () => {
    const card = serviceScorecard(nothing);
    expect(card.customers).toEqual({ keptShare: null, net: 0 });
    expect(card.profit.returnOnSpending).toBeNull();
    expect(card.talent).toEqual({ promotedShare: null, leftShare: null });
    expect(card.business).toEqual({ launchedShare: null });
  });
});

describe("keepOrWin", () => {
  it.each([
    [0.19, "win"],
    [0.2, "either"],
    [0.21, "keep"],
  ] as const)("with 1 : 5, a share kept of %d says %s", (kept, verdict) => {
    expect(keepOrWin({ winMinor: 5_000, currency: "EUR", kept }).verdict).toBe(verdict);
  });

  it("takes your own cost, and rounds up", () => {
    const policy = { winMinor: 1_001, currency: "EUR" };
    expect(keepOrWin(policy).keepMinor).toBe(201);
    expect(keepOrWin({ ...policy, keepMinor: 100, kept: 0.3 }).perKeptMinor).toBe(334);
    expect(keepOrWin({ ...policy, keepMinor: 2_000 }).breakEvenShare).toBeGreaterThan(1);
  });

  it("refuses what costs nothing", () => {
    expect(() => keepOrWin({ winMinor: 0, currency: "EUR" })).toThrow("winMinor");
    expect(() => keepOrWin({ winMinor: 1, currency: "EUR", kept: 0 })).toThrow("kept");
  });
});

it.each([
  [0.49, 0.49, "price"],
  [0.5, 0.49, "product"],
  [0.49, 0.5, "service"],
  [0.5, 0.5, "relationship"],
] as const)("product %d and service %d is orientation by %s", (product, service, orientation) => {
  const answer = serviceOrientation({ product, service });
  expect(answer.orientation).toBe(orientation);
  expect(answer.because.code).toBe(`${orientation}-orientation`);
});

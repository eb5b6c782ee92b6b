import { type Instant, money } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cashBackStatement, type LoyaltyProgrammeInput } from "../../src/index.ts";
import { day, ledgerFor } from "../ledger-scenario.ts";

const brackets = [
  { fromMinor: 100_000, share: [2, 100] },
  { fromMinor: 10_000, share: [1, 100] },
] as const;
const PROGRAMME = {
  ...{ version: 1, timeZone: "Europe/Berlin", currency: "EUR" },
  cashBack: { per: "month", brackets },
} as const;

const buying = (programme: LoyaltyProgrammeInput = PROGRAMME) => {
  const ledger = ledgerFor(programme);
  const buy = (id: string, at: Instant, amountMinor: number) =>
    ledger.tell({
      type: "earn",
      at,
      order: { id, currency: "EUR", shippingMinor: 490, lines: [{ id: "1", amountMinor }] },
    } as never);
  const giveBack = (orderId: string, at: Instant, amountMinor: number) =>
    ledger.tell({ type: "refund", at, orderId, lines: [{ lineId: "1", amountMinor }] } as never);
  const payable = (date: string) =>
    cashBackStatement(programme, ledger.events, day(date)).payable.amountMinor;
  return { ...ledger, buy, giveBack, payable };
};

describe("a statement", () => {
  it.each([
    [0, [0, 1], 0],
    [9_999, [0, 1], 0],
    [10_000, [1, 100], 100],
    [99_999, [1, 100], 999],
    [100_000, [2, 100], 2_000],
  ])("of %d", (amountMinor, share, back) => {
    const { buy, events } = buying();
    buy("a", day("2025-01-10"), amountMinor);
    expect(cashBackStatement(PROGRAMME, events, day("2025-01-20"))).toEqual({
      from: day("2025-01-01") - 3_600_000,
      until: day("2025-02-01") - 3_600_000,
      ...{ baseMinor: amountMinor, share },
      ...{ amount: money(back, "EUR"), correction: money(0, "EUR"), payable: money(back, "EUR") },
    });
  });

  it("begins and ends at midnight of the programme's zone", () => {
    const { buy, payable } = buying();
    buy("a", (day("2025-02-01") - 3_600_001) as Instant, 20_000);
    buy("b", (day("2025-02-01") - 3_600_000) as Instant, 30_000);
    expect([payable("2025-01-15"), payable("2025-02-15")]).toEqual([200, 300]);
  });

  it("stays as it was stated: a later refund corrects the statement of its own month", () => {
    const { buy, giveBack, payable } = buying();
    buy("a", day("2025-01-10"), 120_000);
    giveBack("a", day("2025-01-15"), 10_000);
    giveBack("a", day("2025-02-15"), 20_000);
    giveBack("a", day("2025-03-15"), 90_000);
    buy("b", day("2025-03-20"), 50_000);
    const months = ["2025-01-31", "2025-02-01", "2025-03-01", "2025-04-01"];
    expect(months.map(payable)).toEqual([2_200, 900 - 2_200, 500 - 900, 0]);
  });

  it("takes in the orders of an account that was merged in", () => {
    const giver = buying();
    giver.buy("a", day("2025-01-10"), 60_000);
    const taker = buying();
    taker.buy("b", day("2025-01-11"), 50_000);
    taker.tell({
      ...{ type: "merge", at: day("2025-01-12"), from: "old", state: giver.stateNow() },
    } as never);
    taker.giveBack("a", day("2025-02-12"), 60_000);
    expect([taker.payable("2025-01-31"), taker.payable("2025-02-28")]).toEqual([2_200, -1_700]);
  });

  it("needs a programme that has one, and the orders of all refunds", () => {
    const { buy, giveBack, events } = buying();
    buy("a", day("2025-01-10"), 1_000);
    giveBack("a", day("2025-01-11"), 1_000);
    const { cashBack: _, ...without } = PROGRAMME;
    const at = day("2025-01-20");
    const faultOf = (path: readonly unknown[]) =>
      expect.objectContaining({ issues: [expect.objectContaining({ path })] });
    expect(() => cashBackStatement(without, events, at)).toThrowError(faultOf(["cashBack"]));
    expect(() => cashBackStatement(PROGRAMME, events.slice(1), at)).toThrowError(
      faultOf([0, "orderId"]),
    );
  });
});

it("pays in all statements together what all orders less all refunds come to", () => {
  const step = fc.record({
    month: fc.integer({ min: 1, max: 6 }),
    amount: fc.integer({ min: 1, max: 150_000 }),
    back: fc.option(fc.tuple(fc.nat(6), fc.double({ min: 0.01, max: 1, noNaN: true }))),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const { buy, giveBack, payable } = buying();
      const left = new Map<number, number>();
      steps.forEach(({ month, amount, back }, at) => {
        buy(`o${at}`, day(`2025-0${month}-10`), amount);
        const [later = 0, part = 0] = back ?? [];
        const backMinor = Math.floor(amount * part);
        const on = String(month + later).padStart(2, "0");
        if (backMinor > 0) giveBack(`o${at}`, day(`2025-${on}-20`), backMinor);
        left.set(month, (left.get(month) ?? 0) + amount - backMinor);
      });
      const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));
      const paid = months.reduce((sum, month) => sum + payable(`2025-${month}-15`), 0);
      const due = [...left.values()].reduce((sum, base) => {
        const percent = base >= 100_000 ? 2 : base >= 10_000 ? 1 : 0;
        return sum + Math.floor((base * percent) / 100);
      }, 0);
      expect(paid).toBe(due);
    }),
    { numRuns: 100 },
  );
});

import type { Instant } from "@kefu/core";
import { expect, it } from "vitest";
import { balanceOf, type LoyaltyProgrammeInput, nextChangeAt } from "../../src/index.ts";
import { day, ledgerFor, orderOf } from "../ledger-scenario.ts";

const BASE: LoyaltyProgrammeInput = {
  ...{ version: 1, timeZone: "UTC", currency: "EUR" },
  rules: [{ id: "base", give: { points: 1, per: 100 } }],
};
const earned = (change: Partial<LoyaltyProgrammeInput>) => {
  const ledger = ledgerFor({ ...BASE, ...change });
  const order = orderOf("a", [{ net: 10_000 }]);
  ledger.tell({ type: "earn", at: day("2025-01-10"), order } as never);
  return ledger;
};

it.each([
  ["nothing ends", {}, []],
  ["points await an action", { vesting: { action: "delivered" } }, []],
  ["activity keeps them", { expiry: { kind: "inactivity", after: { days: 30 } } }, ["2025-02-09"]],
  [
    "usable, then over",
    { vesting: { days: 3 }, expiry: { kind: "fixed", after: { days: 30 } } },
    ["2025-01-13", "2025-02-09"],
  ],
] as const)("%s", (_, change, dates) => {
  const { stateNow } = earned(change);
  const moments: Instant[] = [];
  for (let at = nextChangeAt(stateNow()); at !== null; at = nextChangeAt(stateNow(), at)) {
    expect(balanceOf(stateNow(), (at - 1) as Instant)).not.toEqual(balanceOf(stateNow(), at));
    moments.push(at);
  }
  expect(moments).toEqual(dates.map(day));
});

it("knows when a hold is over", () => {
  const { tell, stateNow } = earned({ holdFor: { minutes: 30 } });
  tell({ type: "hold", at: day("2025-01-11"), points: 10 } as never);
  expect(nextChangeAt(stateNow())).toBe(day("2025-01-11") + 1_800_000);
});

it("is null where the points are all used", () => {
  const { tell, stateNow } = earned({ expiry: { kind: "inactivity", after: { days: 30 } } });
  tell({ type: "redeem", at: day("2025-01-11"), points: 100 } as never);
  expect(nextChangeAt(stateNow())).toBeNull();
});

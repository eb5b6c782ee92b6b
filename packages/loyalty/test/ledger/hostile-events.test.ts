import type { Instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { balanceOf, type LedgerEvent, replayLedger, verifyLog } from "../../src/index.ts";
import { day, ledgerFor, orderOf } from "../ledger-scenario.ts";

const { tell, events, decider } = ledgerFor({
  ...{ version: 1, timeZone: "UTC", currency: "EUR" },
  rules: [{ id: "base", give: { points: 1, per: 100 } }],
});
tell({ type: "earn", at: day("2025-01-10"), order: orderOf("a", [{ net: 10_000 }]) } as never);
const [event] = events as [LedgerEvent];
const LAST = 8.64e15 as Instant;

describe("an event at the end of time", () => {
  it("lets points live that never end", () => {
    const state = decider.evolve(decider.initial, { ...event, at: LAST });
    expect(balanceOf(state)).toMatchObject({ available: 100, expired: 0 });
  });

  it("is none after it", () => {
    const after = { ...event, at: (LAST + 1) as Instant };
    const ask = () => decider.evolve(decider.initial, after);
    expect(ask).toThrowError(expect.objectContaining({ code: "invalid-input" }));
  });

  it("ends a ledger that stands there", () => {
    const state = { ...decider.initial, at: LAST };
    expect(decider.evolve(state, event).version).toBe(1);
  });
});

it.each([
  [
    "a getter that throws",
    () =>
      Object.defineProperty({ ...event }, "points", {
        get() {
          throw new RangeError("no");
        },
      }),
  ],
  ["a hole in the list", () => Array(1e9)],
])("%s is no event", (_, make) => {
  const made = make();
  const ask = () => replayLedger((Array.isArray(made) ? made : [made]) as never);
  const issues = [expect.objectContaining({ path: [0] })];
  expect(ask).toThrowError(expect.objectContaining({ code: "invalid-input", issues }));
});

it("refuses a debt beyond what is exact", () => {
  const debt = Number.MAX_SAFE_INTEGER;
  const used = { ...event, type: "PointsRedeemed", valueMinor: 0, lots: [], points: 0, debt };
  const twice = [used, { ...used, commandId: "again" }] as never;
  const issues = [expect.objectContaining({ path: [1, "debt"] })];
  expect(() => replayLedger(twice)).toThrowError(expect.objectContaining({ issues }));
});

it("tells of a log that is no JSON", () => {
  const hash = "0".repeat(64);
  const entry = { sequence: 1, previousHash: hash, hash, event: { points: 1n } };
  expect(verifyLog([entry] as never)).toEqual({
    ...{ outcome: "broken", at: 0, because: "entry-altered" },
  });
});

import { createHash } from "node:crypto";
import { instant, isoOf } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balanceOf,
  type LoyaltyProgrammeInput,
  lintProgramme,
  lotsAt,
  loyalty,
} from "../src/index.ts";
import { sha256 } from "../src/log/sha-256.ts";
import { day, ledgerFor, orderOf } from "./ledger-scenario.ts";

const BASE: LoyaltyProgrammeInput = {
  ...{ version: 1, timeZone: "UTC", currency: "EUR" },
  rules: [{ id: "base", give: { points: 1, per: 100 } }],
};
const earnOn = (
  programme: LoyaltyProgrammeInput,
  at: string,
  nets: readonly number[] = [10_000],
) => {
  const ledger = ledgerFor(programme);
  ledger.tell({
    type: "earn",
    at: instant(at),
    order: orderOf(
      "a",
      nets.map((net) => ({ net })),
    ),
  } as never);
  return ledger;
};
const pointsOf = (programme: LoyaltyProgrammeInput, order: object, more: object = {}) => {
  const { tell, events } = ledgerFor(programme);
  tell({ type: "earn", at: day("2025-01-11"), order, ...more } as never);
  const [event] = events;
  return event?.type === "PointsEarned" ? event.points : undefined;
};

describe("the last moment of points", () => {
  const year = { kind: "fixed", after: { months: 12 } } as const;
  const table: readonly [LoyaltyProgrammeInput["expiry"], string, string, string][] = [
    [year, "UTC", "2025-02-10T15:30:00Z", "2026-02-10T15:30:00.000Z"],
    [year, "UTC", "2024-02-29T00:00:00Z", "2025-02-28T00:00:00.000Z"],
    [
      { ...year, through: "day" },
      "Asia/Taipei",
      "2025-02-10T20:00:00Z",
      "2026-02-11T16:00:00.000Z",
    ],
    [{ ...year, through: "week" }, "UTC", "2025-02-10T00:00:00Z", "2026-02-16T00:00:00.000Z"],
    [
      { ...year, through: "month" },
      "Europe/Berlin",
      "2025-02-28T23:30:00Z",
      "2026-03-31T22:00:00.000Z",
    ],
    [{ ...year, through: "quarter" }, "UTC", "2025-02-10T00:00:00Z", "2026-04-01T00:00:00.000Z"],
    [{ ...year, through: "half" }, "UTC", "2025-06-30T23:59:59Z", "2026-07-01T00:00:00.000Z"],
    [{ ...year, through: "year" }, "UTC", "2025-02-10T00:00:00Z", "2027-01-01T00:00:00.000Z"],
    [
      { kind: "dayOfYear", month: 3, day: 31 },
      "UTC",
      "2025-03-31T23:59:59Z",
      "2025-04-01T00:00:00.000Z",
    ],
    [
      { kind: "dayOfYear", month: 3, day: 31 },
      "UTC",
      "2025-04-01T00:00:00Z",
      "2026-04-01T00:00:00.000Z",
    ],
    [
      { kind: "dayOfYear", month: 2, day: 30 },
      "UTC",
      "2025-04-01T00:00:00Z",
      "2026-03-01T00:00:00.000Z",
    ],
    [
      { kind: "dayOfYear", month: 12, day: 31, skip: 1 },
      "UTC",
      "2025-04-01T00:00:00Z",
      "2027-01-01T00:00:00.000Z",
    ],
    [
      { kind: "inactivity", after: { days: 30 } },
      "UTC",
      "2025-04-01T00:00:00Z",
      "2025-05-01T00:00:00.000Z",
    ],
    [
      { kind: "fixed", after: { hours: 24 } },
      "Europe/Berlin",
      "2025-03-29T12:00:00Z",
      "2025-03-30T12:00:00.000Z",
    ],
    [
      { kind: "fixed", after: { days: 1 } },
      "Europe/Berlin",
      "2025-03-29T12:00:00Z",
      "2025-03-30T11:00:00.000Z",
    ],
  ];
  it.each(table)("%j in %s, earned %s", (expiry, timeZone, at, end) => {
    const { stateNow } = earnOn({ ...BASE, timeZone, expiry }, at);
    const until = instant(end);
    expect(lotsAt(stateNow()).map(({ expiresAt }) => isoOf(expiresAt))).toEqual([end]);
    expect(balanceOf(stateNow(), (until - 1) as never)).toMatchObject({
      available: 100,
      expired: 0,
    });
    expect(balanceOf(stateNow(), until)).toMatchObject({ available: 0, expired: 100 });
  });

  it("moves with each activity, but what has ended stays ended", () => {
    const ledger = earnOn(
      { ...BASE, expiry: { kind: "inactivity", after: { days: 30 } } },
      "2025-01-01T00:00:00Z",
    );
    ledger.tell({ type: "redeem", at: day("2025-01-30"), points: 10 } as never);
    expect(balanceOf(ledger.stateNow(), day("2025-02-28")).available).toBe(90);
    ledger.tell({
      type: "earn",
      at: day("2025-03-01"),
      order: orderOf("b", [{ net: 700 }]),
    } as never);
    expect(balanceOf(ledger.stateNow())).toMatchObject({ available: 7, expired: 90 });
  });
});

describe("multipliers that meet", () => {
  const rules = [
    ...(BASE.rules ?? []),
    { id: "double", give: { multiply: [2, 1] as [number, number] } },
    { id: "half-more", give: { multiply: [3, 2] as [number, number] } },
  ];
  const programme = { ...BASE, rules, tierMultipliers: { gold: [5, 4] as [number, number] } };
  it.each([
    ["multiply", undefined, undefined, 300],
    ["multiply", "gold", undefined, 375],
    ["add", "gold", undefined, 275],
    ["best", "gold", undefined, 200],
    ["multiply", "gold", [5, 2], 250],
    ["add", "gold", [1, 1], 100],
    ["multiply", "unheard-of", undefined, 300],
  ] as const)("%s, tier %s, at most %j", (stacking, tier, highestMultiplier, points) => {
    const capped = highestMultiplier
      ? { highestMultiplier: [...highestMultiplier] as [number, number] }
      : {};
    const order = orderOf("a", [{ net: 10_000 }]);
    expect(pointsOf({ ...programme, stacking, ...capped }, order, tier ? { tier } : {})).toBe(
      points,
    );
  });
});

describe("what an order earns on", () => {
  const lines = [
    { id: "1", amountMinor: 6000, discountMinor: 1000, taxMinor: 500 },
    { id: "2", amountMinor: 5000 },
  ];
  const order = { id: "a", currency: "EUR", lines, shippingMinor: 700 };
  it.each([
    [{}, {}, 95],
    [{ paidByPointsMinor: 2000 }, {}, 75],
    [{ paidByGiftCardsMinor: 1000, discountMinor: 500 }, {}, 80],
    [{ discountMinor: 99_999 }, {}, 0],
    [{}, { deducts: [] }, 117],
    [{}, { deducts: ["discount", "shipping"] }, 100],
    [{}, { excludes: { field: "id", op: "eq", value: "2" } }, 45],
    [
      {},
      {
        rounding: "ceiling",
        roundingPer: "line",
        rules: [{ id: "base", give: { points: 1, per: 4000 } }],
      },
      4,
    ],
    [{}, { rounding: "half-even", rules: [{ id: "base", give: { points: 1, per: 1000 } }] }, 10],
    [{}, { caps: [{ points: 40, per: "order" }] }, 40],
    [
      {},
      {
        rules: [
          { id: "base", give: { points: 1, per: 100 }, caps: [{ points: 30, per: "month" }] },
        ],
      },
      30,
    ],
    [{}, { rules: [{ id: "two", give: { perPiece: 7 } }] }, 14],
    [{}, { rules: [{ id: "late", give: { bonus: 7 }, from: day("2025-01-12") }] }, 0],
    [{}, { rules: [{ id: "over", give: { bonus: 7 }, until: day("2025-01-11") }] }, 0],
    [
      {},
      {
        rules: [
          { id: "now", give: { bonus: 7 }, from: day("2025-01-11"), until: day("2025-01-12") },
        ],
      },
      7,
    ],
  ])("%j under %j", (parts, change, points) => {
    expect(pointsOf({ ...BASE, ...change } as never, { ...order, ...parts })).toBe(points);
  });
});

describe("refusals", () => {
  const told = (programme: object, ...commands: readonly object[]) => {
    const { tell } = ledgerFor({ ...BASE, ...programme });
    const answers = commands.map((command) => tell({ at: day("2025-01-11"), ...command } as never));
    const last = answers.at(-1);
    return last?.outcome === "refused" ? last.because.code : last?.outcome;
  };
  const earn = { type: "earn", order: orderOf("a", [{ net: 5000 }]) };
  const review = { type: "reward", activity: "review", subject: "tea" };
  const activities = [{ id: "review", points: 5, limits: [{ times: 1, per: "subject" }] }];
  const back = (lineId: string, amountMinor: number) => ({
    type: "refund",
    orderId: "a",
    lines: [{ lineId, amountMinor }],
  });
  it.each([
    ["order-known", {}, [earn, earn]],
    [
      "command-id-taken",
      {},
      [
        { ...earn, commandId: "k" },
        { type: "redeem", points: 1, commandId: "k" },
      ],
    ],
    ["version-conflict", {}, [earn, { type: "redeem", points: 1, expectedVersion: 0 }]],
    ["other-currency", {}, [{ type: "earn", order: { ...earn.order, currency: "USD" } }]],
    ["unknown-programme", {}, [{ ...earn, programme: 9 }]],
    ["programme-not-in-force", { until: day("2025-01-11") }, [earn]],
    ["accepted", { until: day("2025-01-12") }, [earn]],
    ["unknown-line", {}, [earn, back("9", 1)]],
    ["more-than-bought", {}, [earn, back("0", 5001)]],
    ["accepted", {}, [earn, back("0", 5000)]],
    ["unknown-order", {}, [back("0", 1)]],
    ["unknown-activity", {}, [review]],
    ["limit-reached", { activities }, [review, review]],
    ["accepted", { activities }, [review, { ...review, subject: "cup" }]],
    ["not-a-member", {}, [{ type: "join", member: "mei" }, earn]],
    [
      "accepted",
      {},
      [
        { type: "join", member: "mei" },
        { ...earn, memberId: "mei" },
      ],
    ],
    ["account-closed", {}, [{ type: "close", into: "b" }, earn]],
    [
      "no-full-card",
      { stamps: [{ id: "s", needed: 2, reward: "tea" }] },
      [earn, { type: "claim", card: "s" }],
    ],
    [
      "accepted",
      { stamps: [{ id: "s", needed: 1, reward: "tea" }] },
      [earn, { type: "claim", card: "s" }],
    ],
  ] as const)("%s", (code, programme, commands) => {
    expect(told(programme, ...commands)).toBe(code);
  });

  it.each([-1, 0.5, 2 ** 53])("throws for an amount of %d", (amountMinor) => {
    const order = { id: "a", currency: "EUR", lines: [{ id: "1", amountMinor }] };
    const ask = () => told({}, { type: "earn", order });
    const path = ["order", "lines", 0, "amountMinor"];
    const issues = expect.arrayContaining([expect.objectContaining({ path })]);
    expect(ask).toThrowError(expect.objectContaining({ code: "invalid-input", issues }));
  });
});

it("moves all of an account into another, and nothing is lost on the way", () => {
  const giver = earnOn({ ...BASE, vesting: { days: 3 } }, "2025-01-01T00:00:00Z");
  giver.tell({
    type: "adjust",
    at: day("2025-01-01"),
    points: -30,
    reason: "by hand",
    author: "mei",
  } as never);
  const taker = ledgerFor(BASE);
  taker.tell({
    type: "earn",
    at: day("2025-01-02"),
    order: orderOf("b", [{ net: 2000 }]),
  } as never);
  taker.tell({
    type: "merge",
    at: day("2025-01-02"),
    from: "old",
    state: giver.stateNow(),
  } as never);
  giver.tell({ type: "close", at: day("2025-01-02"), into: "new" } as never);
  expect(balanceOf(taker.stateNow())).toMatchObject({ available: 0, pending: 100, negative: 10 });
  expect(balanceOf(taker.stateNow(), day("2025-01-04"))).toMatchObject({
    available: 90,
    negative: 0,
  });
  expect(balanceOf(giver.stateNow(), day("2025-01-04"))).toMatchObject({
    available: 0,
    pending: 0,
  });
  taker.tell({ type: "refund", at: day("2025-01-05"), orderId: "a" } as never);
  expect(balanceOf(taker.stateNow())).toMatchObject({ available: 0, negative: 10 });
});

it("moves in what a transfer had moved before, and the transfer has nowhere to go back to", () => {
  const giver = earnOn(BASE, "2025-01-01T00:00:00Z");
  const taker = ledgerFor(BASE);
  const at = day("2025-01-02");
  giver.tell({ type: "send", at, transferId: "t", to: "lin", points: 60 } as never);
  const lots = giver.events.at(-1)?.taken;
  taker.tell({ type: "receive", at, transferId: "t", from: "mei", lots } as never);
  taker.tell({ type: "merge", at, from: "mei", state: giver.stateNow() } as never);
  expect(balanceOf(taker.stateNow()).available).toBe(100);
  const back = { type: "send", at, transferId: "t2", to: "mei", returns: "t" };
  expect(taker.tell(back as never)).toMatchObject({ because: { code: "no-points" } });
});

it("does not trust the orders that stored events bring along", () => {
  const { events, decider } = earnOn(BASE, "2025-01-01T00:00:00Z");
  const [event] = JSON.parse(JSON.stringify(events));
  event.order.order.lines = { length: 1 };
  const state = decider.evolve(decider.initial, event);
  const refund = { type: "refund", commandId: "r", at: day("2025-01-02"), orderId: "a" } as const;
  const ask = () => decider.decide(undefined, state, refund);
  expect(ask).toThrowError(expect.objectContaining({ code: "invalid-input" }));
});

it("refuses two versions of one number", () => {
  expect(() => loyalty([BASE, BASE])).toThrowError(
    expect.objectContaining({ code: "invalid-input" }),
  );
});

it("finds what is hardly meant", () => {
  const found = lintProgramme({
    ...BASE,
    rules: [
      { id: "none", give: { bonus: 5 }, caps: [{ points: 0, per: "order" }], stop: true },
      { id: "over", give: { multiply: [5, 1] }, from: day("2025-01-02"), until: day("2025-01-02") },
    ],
    highestMultiplier: [3, 1],
    vesting: { days: 40 },
    expiry: { kind: "fixed", after: { months: 1 } },
    redemption: { points: 100, valueMinor: 1, minimumPoints: 25, stepPoints: 10 },
  });
  expect(found.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
    "rule-gives-nothing rules.0",
    "rule-never-reached rules.1",
    "rule-never-active rules.1",
    "multiplier-above-highest rules.1",
    "nothing-to-multiply rules.1",
    "minimum-not-a-multiple redemption.minimumPoints",
    "step-worth-nothing redemption.stepPoints",
    "expiry-before-vesting vesting",
  ]);
});

it("hashes as the standard does", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: "binary" }), (text) => {
      expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }),
  );
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

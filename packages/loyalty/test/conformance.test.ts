import { money } from "@kefu/core";
import { expect } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";
import {
  balanceOf,
  chainLadder,
  type LoyaltyProgrammeInput,
  liability,
  replayLedger,
  type TierPolicyInput,
  tierAt,
  valueOfPoints,
} from "../src/index.ts";
import {
  answersOf,
  day,
  ledgerFor,
  orderOf,
  type ScenarioProgramme,
  type ScenarioStep,
} from "./ledger-scenario.ts";

interface LoyaltyCase extends ConformanceCase {
  readonly in: { readonly program: never; readonly steps?: readonly ScenarioStep[] };
  readonly out: never;
}

const BASE: LoyaltyProgrammeInput = {
  ...{ version: 1, timeZone: "UTC", currency: "EUR" },
  rules: [{ id: "base", give: { points: 1, per: 100 } }],
};

type Out = Readonly<Record<string, never>>;
type Facts = {
  program: Readonly<Record<string, never>>;
  events: readonly Readonly<Record<string, never>>[];
};

/** Cases that are told in words, built by hand. */
const WORKED: Readonly<Record<string, (facts: Facts, out: Out) => void>> = {
  "L31-tier-calendar": ({ program, events }, out) => {
    const policy = {
      ...tiersOf(program),
      window: { kind: "calendar-year" },
      downgrade: "one-down",
    } as const;
    const earned = events.map(({ year, qualifying: points }) => ({
      at: day(`${year}-06-01`),
      points,
    }));
    for (const [date, tier] of Object.entries(out)) {
      expect(tierAt(policy, earned, { asOf: day(date) }).tier).toBe(tier);
    }
  },
  "L33-tier-grace": ({ program, events }, out) => {
    const window = { kind: "rolling", months: 12 } as const;
    const policy = {
      ...tiersOf(program),
      window,
      graceDays: program["graceDays"] as never as number,
    };
    const earned = events.map(({ at, qualifying: points }) => ({ at: day(at as never), points }));
    for (const [date, tier] of Object.entries(out)) {
      expect(tierAt(policy, earned, { asOf: day(date) }).tier).toBe(tier);
    }
  },
  "L35-tier-not-balance": ({ program }, out) => {
    const { tell, events, stateNow } = ledgerFor(BASE);
    const at = day("2025-01-10");
    tell({ type: "earn", at, order: orderOf("a", [{ net: 150_000 }]) } as never);
    tell({ type: "redeem", at, points: 1400 } as never);
    const earned = events.flatMap((event) =>
      event.type === "PointsEarned" ? [{ at: event.at, points: event.points }] : [],
    );
    const policy = { ...tiersOf(program), window: { kind: "lifetime" } } as const;
    const { tier } = tierAt(policy, earned, { asOf: at });
    expect({ tier, active: balanceOf(stateNow()).active }).toEqual(out);
  },
  "L37-liability": ({ program }, out) => {
    const { outstanding, urr, costPerPoint } = program as never as Record<string, string>;
    const owed = liability({
      currency: "EUR",
      costPerPoint: costPerPoint as string,
      redemptionRate: urr as string,
    });
    const books = owed.finish(owed.add(owed.create(), [{ points: Number(outstanding) }]));
    expect(books.expectedPoints).toBe(out["expectedRedeemed"]);
    expect(books.breakagePoints).toBe(out["breakagePoints"]);
    expect(books.liability).toEqual(money(Math.round(Number(out["liability"]) * 100), "EUR"));
    expect(books.breakage).toEqual(money(Math.round(Number(out["breakageValue"]) * 100), "EUR"));
  },
  "L39-breakage-cohort": ({ program }, out) => {
    const { redeemed } = program["new"] as never as { redeemed: number };
    const { cohorts } = chainLadder([
      { cohort: "old", earnedPoints: 100_000, redeemedPoints: program["old"] as never },
      { cohort: "new", earnedPoints: 100_000, redeemedPoints: [null, redeemed] },
    ]);
    const young = cohorts[1];
    expect(young?.ultimatePoints).toBe(out["projectedRedeemed"]);
    const rate = young?.redemptionRate ?? { numerator: 0, denominator: 1 };
    expect(rate.numerator / rate.denominator).toBeCloseTo(out["urr"] as never, 5);
    expect((young?.breakagePoints ?? 0) / 100_000).toBeCloseTo(out["breakage"] as never, 5);
  },
  "L41-currency": ({ program, events }, out) => {
    const value = { points: 100, worth: money(100, "EUR") };
    const points = events[0]?.["redeem"] as never as number;
    const exchange = { currency: "JPY", rate: program["rate"] as never as string };
    expect(valueOfPoints(points, value).amountMinor).toBe(Number(out["eur"]) * 100);
    expect(valueOfPoints(points, { ...value, exchange }).amountMinor).toBe(out["jpy"]);
  },
  "L43-referral": ({ program }, out) => {
    const days = program["window"] as never as number;
    for (const [name, points] of Object.entries(out)) {
      expect([
        name,
        referral(days, name, "referrer", 500),
        referral(days, name, "friend", 200),
      ]).toEqual([name, ...(points as readonly number[])]);
    }
  },
  "L45-transfer": ({ program, events }, out) => {
    const giver = ledgerFor(BASE);
    const taker = ledgerFor(BASE);
    const lots = (program["from"] as unknown as readonly [number, string][]).map(
      ([points, end], id) => ({
        ...{ id, points, earnedAt: day("2024-12-31"), availableAt: day("2024-12-31") },
        ...{ expiresAt: day(end), source: "order/a" },
      }),
    );
    const at = day("2025-01-10");
    giver.tell({ type: "receive", at, transferId: "t0", from: "old", lots } as never);
    const before = lotsOf(giver.stateNow());
    const points = events[0]?.["transfer"];
    giver.tell({ type: "send", at, transferId: "t1", to: "friend", points } as never);
    const sent = giver.events.at(-1)?.taken;
    taker.tell({ type: "receive", at, transferId: "t1", from: "mei", lots: sent } as never);
    expect({ from: lotsOf(giver.stateNow()), to: lotsOf(taker.stateNow()) }).toEqual(out);
    taker.tell({ type: "send", at, transferId: "t2", to: "mei", returns: "t1" } as never);
    const returned = taker.events.at(-1)?.taken;
    giver.tell({ type: "receive", at, transferId: "t2", from: "friend", lots: returned } as never);
    expect([lotsOf(taker.stateNow()), balanceOf(giver.stateNow()).active]).toEqual([[], 600]);
    expect(sumsByEnd(lotsOf(giver.stateNow()))).toEqual(sumsByEnd(before));
  },
  "L47-audit": (_, out) => {
    const { tell, events, stateNow } = ledgerFor(BASE);
    const at = day("2025-01-10");
    tell({ type: "earn", at, order: orderOf("a", [{ net: 80_000 }]) } as never);
    tell({ type: "redeem", at, points: 600 } as never);
    tell({ type: "refund", at, orderId: "a" } as never);
    const replayed = replayLedger(JSON.parse(JSON.stringify(events)));
    expect({ equal: JSON.stringify(replayed) === JSON.stringify(stateNow()) }).toEqual(out);
  },
  "L49-hold": (_, out) => {
    const { tell, stateNow } = ledgerFor(BASE);
    const at = day("2025-01-10");
    const figures = (...names: ("available" | "held" | "spent")[]) =>
      Object.fromEntries(names.map((name) => [name, balanceOf(stateNow())[name]]));
    tell({ type: "earn", at, order: orderOf("a", [{ net: 100_000 }]) } as never);
    tell({ type: "hold", at, commandId: "h1", points: 600 } as never);
    const afterHold = figures("available", "held");
    const second = tell({ type: "hold", at, commandId: "h2", points: 500 } as never);
    tell({ type: "capture", at, holdId: "h1", points: 450 } as never);
    const h2 = second.outcome === "refused" ? second.because.code.toUpperCase() : second.outcome;
    expect({ afterHold, h2, afterCapture: figures("available", "held", "spent") }).toEqual(out);
  },
  "L51-rule-priority": (_, out) => {
    const isA = { field: "productId", op: "eq", value: "A" } as const;
    const weekend = { field: "weekday", op: "gte", value: 6 } as const;
    const rules: NonNullable<LoyaltyProgrammeInput["rules"]> = [
      { id: "base", priority: 1, give: { points: 1, per: 100 } },
      { id: "x2 sku A", priority: 2, lines: isA, give: { multiply: [2, 1] } },
      { id: "+50", priority: 3, give: { bonus: 50 }, stop: true },
      { id: "x3 weekend", priority: 4, when: weekend, give: { multiply: [3, 1] } },
    ];
    for (const listed of [rules, rules.toReversed()]) {
      const { tell, events } = ledgerFor({ ...BASE, rules: listed });
      const lines = [
        { id: "1", productId: "A", amountMinor: 3000 },
        { id: "2", productId: "B", amountMinor: 2000 },
      ];
      tell({
        type: "earn",
        at: day("2025-01-11"),
        order: { id: "a", currency: "EUR", lines },
      } as never);
      expect(events[0]).toMatchObject({ type: "PointsEarned", ...out });
    }
  },
};

/** What a referral gives to one of the two, a month after the friend's first order. */
function referral(days: number, name: string, activity: string, points: number): number {
  const activities = [{ id: activity, points, vesting: { days } }];
  const { tell, stateNow } = ledgerFor({ ...BASE, activities });
  const householdId = name === "same household" ? "h1" : "h2";
  const parties = [
    { customerId: "mei", householdId: "h1" },
    { customerId: "lin", householdId },
  ];
  tell({ type: "reward", commandId: "r1", at: day("2025-01-10"), activity, parties } as never);
  if (name === "refunded day 10") {
    tell({ type: "cancel", at: day("2025-01-20"), activityId: "r1" } as never);
  }
  expect(balanceOf(stateNow(), day("2025-01-23")).active).toBe(0);
  return balanceOf(stateNow(), day("2025-01-24")).active;
}

function tiersOf(
  program: Readonly<Record<string, never>>,
): Pick<TierPolicyInput, "timeZone" | "levels"> {
  const tiers = program["tiers"] as unknown as readonly [string, number][];
  const levels = tiers.map(([tier, points]) =>
    points > 0 ? { tier, from: { points } } : { tier },
  );
  return { timeZone: "UTC", levels };
}

function lotsOf(state: Parameters<typeof balanceOf>[0]): readonly [number, string][] {
  return state.active
    .flat()
    .map(({ points, expiresAt }) => [points, new Date(expiresAt).toISOString().slice(0, 10)]);
}

function sumsByEnd(lots: readonly [number, string][]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [points, end] of lots) sums[end] = (sums[end] ?? 0) + points;
  return sums;
}

const cases = conformanceCases<LoyaltyCase>(import.meta.url, "loyalty");

describeConformance("loyalty", cases, (one) => {
  const { program, steps } = one.in;
  if (steps === undefined) {
    const worked = WORKED[one.id];
    expect(worked, "is told in words and not built yet").toBeDefined();
    worked?.(one.in as never, one.out);
    return;
  }
  const answers = answersOf(program as ScenarioProgramme, steps);
  expect(answers).toEqual(steps.map(({ returns }) => returns));
});

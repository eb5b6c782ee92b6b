// How long a ledger takes: to decide an order, to be replayed, to be asked, to give 10,000 small lots at once.
//   node scripts/run-bench.mjs packages/loyalty/bench/ledger.ts
import { type Instant, instant } from "@kefu/core";
import { printTable, short, timeAll } from "../../../scripts/bench.ts";
import {
  balanceOf,
  type LedgerCommandInput,
  type LedgerEvent,
  type LoyaltyProgrammeInput,
  loyalty,
  replayLedger,
} from "../src/index.ts";

const DAY = 86_400_000;
const start = instant("2025-01-01T09:00:00Z");
const KINDS = ["tea", "cup", "pot", "tin", "book"];

const rules: LoyaltyProgrammeInput["rules"] = Array.from({ length: 50 }, (_, at) => {
  const lines = {
    all: [
      { field: "attributes.kind", op: "eq", value: KINDS[at % 5] as string },
      { field: "amountMinor", op: "gte", value: at * 100 },
    ],
  } as const;
  if (at === 0) return { id: "base", give: { points: 1, per: 100 } };
  const id = `rule-${at}`;
  return at % 5 === 1
    ? { id, lines, give: { multiply: [11, 10] as [number, number] } }
    : {
        id,
        lines,
        when: { field: "tier", op: "eq", value: at % 2 ? "gold" : "silver" },
        give: { points: 1, per: 1000 },
      };
});

const shop = loyalty({
  ...{ version: 1, timeZone: "Asia/Shanghai", currency: "CNY" },
  ...{ rules, tierMultipliers: { gold: [3, 2] }, caps: [{ points: 5000, per: "day" }] },
  ...{ vesting: { days: 14 }, expiry: { kind: "fixed", after: { months: 12 }, through: "month" } },
});
const order = {
  ...{ id: "o1", currency: "CNY" },
  lines: Array.from({ length: 20 }, (_, at) => ({
    ...{ id: `l${at}`, productId: `p${at}`, quantity: 1 + (at % 3), amountMinor: 1999 + 137 * at },
    attributes: { kind: KINDS[at % 5] as string },
  })),
};
const earn: LedgerCommandInput = { type: "earn", commandId: "c1", at: start, order, tier: "gold" };

const simple = loyalty({
  ...{ version: 1, timeZone: "Asia/Shanghai", currency: "CNY" },
  rules: [{ id: "base", give: { points: 1, per: 100 } }],
  expiry: { kind: "fixed", after: { months: 12 } },
});

/** What one customer does: earns every day, and uses half of it every fourth. */
function eventsOf(count: number, name: string): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  let state = simple.initial;
  for (let at = 0; events.length < count; at++) {
    const moment = (start + at * DAY) as Instant;
    const commandId = `${name}-${at}`;
    const lines = [{ id: "1", amountMinor: 10_000 + 100 * (at % 7) }];
    const command: LedgerCommandInput =
      at % 4 === 3
        ? { type: "redeem", commandId, at: moment, points: 200 }
        : { type: "earn", commandId, at: moment, order: { id: commandId, currency: "CNY", lines } };
    const decision = simple.decide(undefined, state, command);
    if (decision.outcome !== "accepted") continue;
    events.push(...decision.events);
    state = decision.events.reduce(simple.evolve, state);
  }
  return events;
}

function smallLots(count: number) {
  const lots = Array.from({ length: count }, (_, id) => ({
    ...{ id, points: 1 + (id % 5), earnedAt: start, availableAt: start, source: "order/o" },
    expiresAt: (start + (400 + (id % 300)) * DAY) as Instant,
  }));
  const taken = {
    type: "receive",
    commandId: "r",
    at: start,
    transferId: "t",
    from: "old",
    lots,
  } as const;
  const decision = simple.decide(undefined, simple.initial, taken);
  return decision.outcome === "accepted"
    ? decision.events.reduce(simple.evolve, simple.initial)
    : simple.initial;
}

const history = Array.from({ length: 20 }, (_, at) => eventsOf(100, `customer-${at}`));
const fresh: LedgerEvent[][] = JSON.parse(JSON.stringify(history));
const long = eventsOf(20_000, "household");
const rich = smallLots(10_000);
const all = balanceOf(rich).available;
const redeemAll: LedgerCommandInput = { type: "redeem", commandId: "x", at: start, points: all };
const given = simple.decide(undefined, rich, redeemAll);
const [redeemed] = given.outcome === "accepted" ? given.events : [];
const months = Array.from({ length: 24 }, (_, at) => (start + at * 30 * DAY) as Instant);

const costs = timeAll({
  decide: () => shop.decide(undefined, shop.initial, earn),
  replay: () => fresh.map((events) => replayLedger(events)),
  "replay long": () => replayLedger(long),
  evolve: () => fresh.map((events) => events.reduce(simple.evolve, simple.initial)),
  balance: () => months.map((asOf) => balanceOf(rich, asOf)),
  "decide 10,000": () => simple.decide(undefined, rich, redeemAll),
  "evolve 10,000": () => simple.evolve(rich, redeemed as LedgerEvent),
});
const cost = (name: string) => costs[name] as number;
const perSecond = (name: string, many: number) => `${short((many * 1e9) / cost(name))} a second`;
const milliseconds = (nanoseconds: number) => `${short(nanoseconds / 1e6)} ms`;

printTable([
  { what: "decide an order of 20 lines under 50 rules", figure: perSecond("decide", 1) },
  { what: "replay, customers of 100 events", figure: perSecond("replay", 2000) },
  { what: "replay, one ledger of 20,000 events", figure: perSecond("replay long", 20_000) },
  { what: "evolve one by one", figure: perSecond("evolve", 2000) },
  { what: "balance at a moment, 10,000 lots", figure: `${short(cost("balance") / 24)} ns` },
  { what: "redeem 10,000 lots: decide", figure: milliseconds(cost("decide 10,000")) },
  { what: "redeem 10,000 lots: evolve", figure: milliseconds(cost("evolve 10,000")) },
]);

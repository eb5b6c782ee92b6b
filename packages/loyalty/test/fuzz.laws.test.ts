import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as loyaltyPackage from "../src/index.ts";
import { day, ledgerFor, orderOf } from "./ledger-scenario.ts";

const at = day("2025-01-10");
const programme = {
  ...{ version: 1, timeZone: "Europe/Berlin", currency: "EUR" },
  rules: [
    { id: "base", give: { points: 1, per: 100 }, caps: [{ points: 500, per: "day" }] },
    {
      id: "double",
      lines: { field: "productId", op: "eq", value: "A" },
      give: { multiply: [2, 1] },
    },
  ],
  expiry: { kind: "inactivity", after: { months: 6 }, through: "month" },
  vesting: { action: "delivered" },
  activities: [{ id: "review", points: 5, limits: [{ times: 1, per: "subject" }] }],
  stamps: [{ id: "tea", needed: 2, reward: "a cup" }],
} as const;
const ledger = ledgerFor(programme as never);
const commands: readonly object[] = [
  { type: "earn", order: orderOf("a", [{ net: 9000 }, { net: 500 }]) },
  { type: "confirm", source: "order/a", action: "delivered" },
  { type: "reward", activity: "review", subject: "tea" },
  { type: "redeem", points: 20 },
  { type: "hold", points: 10 },
  { type: "capture", holdId: "c5", points: 4 },
  { type: "reverse", redemptionId: "c4", points: 5, graceDays: 3 },
  { type: "refund", orderId: "a", lines: [{ lineId: "0", amountMinor: 4000 }] },
  { type: "adjust", points: -30, reason: "by hand", author: "mei" },
  { type: "send", transferId: "t1", to: "lin", points: 5 },
  { type: "extend", until: day("2030-01-01"), reason: "sorry", author: "mei" },
  { type: "claim", card: "tea" },
  { type: "join", member: "lin" },
  { type: "merge", from: "old", state: ledger.decider.initial },
];
for (const command of commands) ledger.tell({ at, ...command } as never);
const { events } = ledger;
const state = JSON.parse(JSON.stringify(ledger.stateNow()));
const cashBack = { per: "month", brackets: [{ share: [1, 100] }] };
const language = { locale: "zh-TW", timeZone: "Asia/Taipei", currency: "TWD", names: { a: "b" } };
const log = loyaltyPackage.chainEvents(events);
const checkpoint = loyaltyPackage.checkpointOf(log);
const history = commands.map((command, i) => ({
  account: "mei",
  command: { commandId: `c${i}`, at, ...command },
}));

describeFuzz(loyaltyPackage, {
  words: [programme, ...commands, ...events, state, ...log.slice(0, 2), at],
  arguments: {
    loyalty: fc.constantFrom([programme], [[programme, { ...programme, version: 2 }]]),
    balanceOf: fc.constant([state, at]),
    replayLedger: fc.constantFrom([events], [events, state]),
    chainEvents: fc.constantFrom([events], [events, log[1]]),
    verifyLog: fc.constantFrom([log], [[], { since: checkpoint, head: log.at(-1) }]),
    checkpointOf: fc.constantFrom([log], [[], checkpoint]),
    simulateProgramme: fc.constant([programme, history, at]),
    lintProgramme: fc.constant([programme]),
    nextChangeAt: fc.constantFrom([state], [state, at]),
    cashBackStatement: fc.constant([{ ...programme, cashBack }, events.slice(0, 8), at]),
    explainEvent: fc.constantFrom(...events.map((event) => [event, language])),
    explainRefusal: fc.constant([{ code: "insufficient", facts: { points: 3 } }, language]),
  },
});

const decider = loyaltyPackage.loyalty(programme as never);
const command = fc.constantFrom(...commands.map((one) => ({ commandId: "x1", at, ...one })));
const anyState = fc.constantFrom(state, decider.initial);

describeFuzz(
  {
    decide: (given: never, asked: never) => decider.decide(undefined, given, asked),
    evolve: decider.evolve,
  },
  {
    words: [...commands, ...events, state],
    arguments: {
      decide: fc.tuple(anyState, command),
      evolve: fc.tuple(anyState, fc.constantFrom(...events)),
    },
  },
);

import type { Instant } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { balanceOf, type LedgerEvent, replayLedger } from "../src/index.ts";
import { day, ledgerFor, orderOf } from "./ledger-scenario.ts";
import { type SlowAnswer, SlowLedger, type SlowProgramme } from "./slow-ledger.ts";

const RUNS = Number(process.env["KEFU_FUZZ_RUNS"] ?? 300);
const DAY = 86_400_000;
const START = day("2025-01-01");
const momentOf = (days: number) => (START + days * DAY) as Instant;

const programme: fc.Arbitrary<SlowProgramme> = fc.record({
  pendingDays: fc.constantFrom(0, 0, 2, 5),
  lifeDays: fc.constantFrom(1, 3, 6, 10_000),
  clawback: fc.constantFrom("only-pending", "within-balance", "unlimited"),
});

const name = fc.constantFrom("a", "b", "c", "d");
const points = fc.integer({ min: 1, max: 9 });
const amount = fc.integer({ min: 0, max: 900 });
const step = fc.record({
  /** Days since the step before; below zero it is told late. */
  after: fc.constantFrom(0, 0, 0, 1, 1, 2, 4, -1),
  what: fc.oneof(
    fc.record({ do: fc.constant("earn" as const), id: name, lines: fc.tuple(amount, amount) }),
    fc.record({ do: fc.constant("redeem" as const), points }),
    fc.record({ do: fc.constant("hold" as const), points, days: fc.constantFrom(1, 2, 100) }),
    fc.record({ do: fc.constant("capture" as const), which: fc.nat(9), points }),
    fc.record({ do: fc.constant("void" as const), which: fc.nat(9) }),
    fc.record({
      do: fc.constant("reverse" as const),
      which: fc.nat(9),
      points,
      grace: fc.constantFrom(0, 0, 3),
    }),
    fc.record({
      ...{ do: fc.constant("refund" as const), id: name, line: fc.constantFrom(0, 1) },
      amount: fc.integer({ min: 1, max: 600 }),
    }),
    fc.record({ do: fc.constant("adjust" as const), points: fc.constantFrom(5, -3, -8) }),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

it("agrees with a ledger of rows in which time goes by day after day", {
  timeout: 60_000 + RUNS * 200,
}, () => {
  fc.assert(fc.property(programme, fc.array(step, { maxLength: 30 }), agree), { numRuns: RUNS });
});

function agree(given: SlowProgramme, steps: readonly Step[]): void {
  const slow = new SlowLedger(given);
  const ledger = ledgerFor({
    ...{ version: 1, timeZone: "UTC", currency: "EUR", clawback: given.clawback },
    rules: [{ id: "base", give: { points: 1, per: 100 } }],
    vesting: { days: given.pendingDays },
    expiry: { kind: "fixed", after: { days: given.lifeDays } },
  });
  let today = 0;
  let earliest = 0;
  steps.forEach(({ after, what }, at) => {
    today = Math.max(earliest, today + after);
    const [command, answer] = ask(slow, today, at, what);
    const decision = ledger.tell({ at: momentOf(today), commandId: `c${at}`, ...command } as never);
    const outcome = decision.outcome === "refused" ? decision.because.code : decision.outcome;
    expect([outcome, ...figuresOf(decision.outcome === "accepted" ? decision.events : [])]).toEqual(
      answer,
    );
    // A refused command leaves no trace in a ledger, not even that time has passed; in the slow one it has.
    if (decision.outcome === "refused") earliest = slow.day;
    const asOf = momentOf(slow.day);
    const balance = balanceOf(ledger.stateNow(), asOf);
    expect(balance).toEqual(slow.balance());
    conserve(ledger.stateNow(), asOf);
  });
  for (let days = 0; days < 12; days++) {
    expect(balanceOf(ledger.stateNow(), momentOf(slow.day))).toEqual(slow.balance());
    slow.goTo(slow.day + 1);
  }
  const stored: readonly LedgerEvent[] = JSON.parse(JSON.stringify(ledger.events));
  expect(replayLedger(stored)).toEqual(ledger.stateNow());
}

/** Nothing comes from nowhere, nothing is lost. */
function conserve(state: Parameters<typeof balanceOf>[0], asOf: Instant): void {
  const { active, pending, negative, expired, spent } = balanceOf(state, asOf);
  const { earned, adjusted, received, sent, clawedBack } = state.totals;
  const out = spent + sent + clawedBack + expired;
  expect(earned + adjusted + received - out).toBe(active + pending - negative);
}

function figuresOf(events: readonly LedgerEvent[]): number[] {
  const [event] = events;
  if (event?.type === "OrderRefunded") return [event.points, event.clawedBack];
  return event && "points" in event ? [event.points] : [];
}

/** The command for one, and the answer of the other. */
function ask(
  slow: SlowLedger,
  today: number,
  at: number,
  what: Step["what"],
): readonly [object, SlowAnswer] {
  const id = `c${at}`;
  switch (what.do) {
    case "earn": {
      const order = orderOf(
        what.id,
        what.lines.map((net) => ({ net })),
      );
      return [{ type: "earn", order }, slow.earn(today, what.id, what.lines)];
    }
    case "redeem":
      return [{ type: "redeem", points: what.points }, slow.redeem(today, id, what.points)];
    case "hold": {
      const ends = today + what.days;
      const command = { type: "hold", points: what.points, expiresAt: momentOf(ends) };
      return [command, slow.hold(today, id, what.points, ends)];
    }
    case "capture": {
      const holdId = `c${what.which}`;
      return [
        { type: "capture", holdId, points: what.points },
        slow.capture(today, holdId, what.points),
      ];
    }
    case "void": {
      const holdId = `c${what.which}`;
      return [{ type: "void", holdId }, slow.void(today, holdId)];
    }
    case "reverse": {
      const redemptionId = `c${what.which}`;
      const command = { type: "reverse", redemptionId, points: what.points, graceDays: what.grace };
      return [command, slow.reverse(today, redemptionId, what.points, what.grace)];
    }
    case "refund": {
      const lines = [{ lineId: String(what.line), amountMinor: what.amount }];
      const command = { type: "refund", orderId: what.id, lines };
      return [command, slow.refund(today, what.id, what.line, what.amount)];
    }
    case "adjust": {
      const command = { type: "adjust", points: what.points, reason: "by hand", author: "mei" };
      return [command, slow.adjust(today, id, what.points)];
    }
  }
}

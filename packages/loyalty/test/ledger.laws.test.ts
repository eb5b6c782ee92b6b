import fc from "fast-check";
import { expect, it } from "vitest";
import {
  balanceOf,
  chainEvents,
  checkpointOf,
  type LoyaltyProgrammeInput,
  replayLedger,
  verifyLog,
} from "../src/index.ts";
import { day, ledgerFor, orderOf } from "./ledger-scenario.ts";

const BASE: LoyaltyProgrammeInput = {
  ...{ version: 1, timeZone: "Asia/Shanghai", currency: "CNY" },
  rules: [
    { id: "base", give: { points: 3, per: 200 } },
    {
      id: "double",
      priority: 1,
      lines: { field: "id", op: "eq", value: "1" },
      give: { multiply: [3, 2] },
    },
  ],
  expiry: { kind: "fixed", after: { months: 3 } },
};
const orderFor = (id: string, nets: readonly number[]) => ({
  ...orderOf(
    id,
    nets.map((net) => ({ net })),
  ),
  currency: "CNY",
});
const nets = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 4 });
const rounding = fc.constantFrom("floor", "half-even", "ceiling") as fc.Arbitrary<"floor">;
const roundingPer = fc.constantFrom("order", "line") as fc.Arbitrary<"order">;
const date = fc.integer({ min: 0, max: 400 }).map((days) => day("2025-01-01") + days * 86_400_000);

it("takes back in parts exactly what an order earned, and never more", () => {
  const caps = fc.constantFrom(
    [],
    [{ points: 40, per: "order" as const }],
    [{ points: 40, per: "day" as const }],
  );
  fc.assert(
    fc.property(
      nets,
      rounding,
      roundingPer,
      caps,
      fc.infiniteStream(fc.nat(5000)),
      (given, round, per, most, parts) => {
        const { tell, events, stateNow } = ledgerFor({
          ...BASE,
          rounding: round,
          roundingPer: per,
          caps: most,
        });
        const at = day("2025-01-10");
        tell({ type: "earn", at, order: orderFor("a", given) } as never);
        const earned = balanceOf(stateNow()).active;
        given.forEach((net, line) => {
          const part = Math.min(net, parts.next().value ?? 0);
          for (const amountMinor of [part, net - part].filter((amount) => amount > 0)) {
            tell({
              type: "refund",
              at,
              orderId: "a",
              lines: [{ lineId: String(line), amountMinor }],
            } as never);
            expect(balanceOf(stateNow()).active).toBeLessThanOrEqual(earned);
          }
        });
        const back = events.reduce(
          (sum, event) => sum + (event.type === "OrderRefunded" ? event.clawedBack : 0),
          0,
        );
        if (given.some((net) => net > 0)) expect(back).toBe(earned);
        expect(balanceOf(stateNow())).toMatchObject({ active: 0, negative: 0 });
      },
    ),
  );
});

it("does not mind in which order independent facts come", () => {
  const facts = fc.uniqueArray(fc.tuple(fc.uuid(), date, nets), {
    maxLength: 8,
    selector: ([id]) => id,
  });
  const both = facts.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(both, date, ([one, other], asOf) => {
      const balances = [one, other].map((list) => {
        const { tell, stateNow } = ledgerFor(BASE);
        for (const [id, at, given] of list)
          tell({ type: "earn", at, order: orderFor(id, given) } as never);
        return balanceOf(stateNow(), Math.max(asOf, day("2026-02-05")) as never);
      });
      expect(balances[0]).toEqual(balances[1]);
    }),
  );
});

it("earns once, however often and whenever it is told", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("a", "b"), date), { maxLength: 10 }), (told) => {
      const { tell, events } = ledgerFor(BASE);
      for (const [id, at] of told) {
        tell({ type: "earn", commandId: `c-${id}`, at, order: orderFor(id, [1000]) } as never);
        const again = tell({ type: "earn", at, order: orderFor(id, [1000]) } as never);
        expect(again).toMatchObject({ outcome: "refused", because: { code: "order-known" } });
      }
      expect(events.length).toBe(new Set(told.map(([id]) => id)).size);
    }),
  );
});

it("answers the same from a checkpoint, and notices any change of the log", () => {
  fc.assert(
    fc.property(
      fc.array(nets, { minLength: 2, maxLength: 9 }),
      fc.nat(),
      fc.nat(),
      (orders, cut, which) => {
        const { tell, events, stateNow } = ledgerFor(BASE);
        const at = day("2025-01-10");
        for (const [i, given] of orders.entries()) {
          tell({ type: "earn", at, order: orderFor(`o${i}`, given) } as never);
        }
        const log = chainEvents(events);
        const head = log.at(-1) as (typeof log)[number];
        const done = cut % log.length;
        const checkpoint = checkpointOf(log.slice(0, done));
        const rest = log.slice(done);
        expect(verifyLog(rest, { since: checkpoint, head }).outcome).toBe("intact");
        expect(
          replayLedger(
            rest.map(({ event }) => event),
            checkpoint.state,
          ),
        ).toEqual(stateNow());
        const position = which % log.length;
        const entry = log[position] as (typeof log)[number];
        const altered = { ...entry, event: { ...entry.event, debt: 7 } };
        expect(verifyLog(log.with(position, altered as never))).toEqual({
          ...{ outcome: "broken", at: position, because: "entry-altered" },
        });
        expect(verifyLog(log.toSpliced(position, 1), { head }).outcome).toBe("broken");
      },
    ),
  );
});

it("starts from nothing, whatever was replayed before", () => {
  const { tell, events } = ledgerFor(BASE);
  const at = day("2025-01-10");
  tell({ type: "earn", at, order: orderFor("a", [5000]) } as never);
  tell({ type: "close", at, into: "other" } as never);
  const [earned, closed] = events as [(typeof events)[0], (typeof events)[0]];
  replayLedger([closed, earned]);
  expect(balanceOf(replayLedger([closed]))).toMatchObject({ active: 0, spent: 0 });
  expect(replayLedger([closed]).totals.earned).toBe(0);
  expect(replayLedger([earned])).toEqual(ledgerFor(BASE).decider.evolve(replayLedger([]), earned));
});

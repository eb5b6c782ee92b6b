import {
  type Instant,
  InvalidInputError,
  instant,
  type Money,
  money,
  parseInput,
} from "@kefu/core";
import { z } from "zod";
import { entriesOf } from "../ledger/directory.ts";
import { LedgerEvent } from "../ledger/events.ts";
import type { OrderFacts } from "../ledger/order-facts.ts";
import {
  type CashBack,
  LoyaltyProgramme,
  type LoyaltyProgrammeInput,
  type Ratio,
} from "../programme/programme.ts";
import { momentAt, periodAround, wallOf } from "../programme/wall-time.ts";
import { exactNumber } from "./exact-rate.ts";

/** What a customer gets back for a period. */
export interface CashBackStatement {
  /** The first moment of the period. */
  readonly from: Instant;
  /** The first moment after it. */
  readonly until: Instant;
  /** What its orders were worth after deductions, less what was given back of them before `until`, in the smallest unit. */
  readonly baseMinor: number;
  /** The share that this reaches; `[0, 1]` when it reaches none. */
  readonly share: Ratio;
  /** That share, rounded down. */
  readonly amount: Money;
  /** By how much refunds in this period change what earlier periods had come to. */
  readonly correction: Money;
  /** Both together; below zero it is to be set off against later statements. */
  readonly payable: Money;
}

/**
 * The cash-back or rebate of the period in which a moment lies. An order counts in the period in which it was placed, and so does
 * a refund; but what was stated stays stated: a refund after the end of that period corrects the statement of its own. So all
 * statements together pay exactly what all orders, less all refunds, come to.
 *
 * Asked before the period is over, it tells what there is so far. Orders of accounts that were merged in count here.
 *
 * @param programme - the version whose `cashBack` and zone hold; orders count, whichever version decided their points
 * @param events - all events of the ledger, in any order
 * @param at - a moment of the period
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape, the programme has no `cashBack`, or an order
 *   that was refunded is not among the events
 * @throws `AmountOverflowError` (`amount-overflow`) when an amount is beyond 2^53 − 1
 *
 * @example
 * ```ts
 * import { instant, money } from "@kefu/core";
 * import { cashBackStatement, type LedgerEvent, loyalty } from "@kefu/loyalty";
 *
 * const programme = {
 *   version: 1,
 *   timeZone: "Asia/Taipei",
 *   currency: "TWD",
 *   cashBack: { per: "month", brackets: [{ share: [1, 100] }, { fromMinor: 1_000_000, share: [2, 100] }] },
 * } as const;
 * const points = loyalty(programme);
 * const order = { id: "o1", currency: "TWD", lines: [{ id: "tea", amountMinor: 1_200_000 }] };
 * const november = instant("2026-11-24T12:00:00+08:00");
 * const december = instant("2026-12-02T12:00:00+08:00");
 * const back = [{ lineId: "tea", amountMinor: 300_000 }];
 * let ledger = points.initial;
 * const events: LedgerEvent[] = [];
 * for (const command of [
 *   { type: "earn", commandId: "c1", at: november, order },
 *   { type: "refund", commandId: "c2", at: december, orderId: "o1", lines: back },
 * ] as const) {
 *   const decision = points.decide(undefined, ledger, command);
 *   if (decision.outcome === "accepted") events.push(...decision.events);
 *   ledger = events.slice(-1).reduce(points.evolve, ledger);
 * }
 * cashBackStatement(programme, events, november).payable; // => money(24_000, "TWD")
 * cashBackStatement(programme, events, december).payable; // => money(-15_000, "TWD")
 * ```
 */
export function cashBackStatement(
  programme: LoyaltyProgrammeInput,
  events: readonly LedgerEvent[],
  at: Instant,
): CashBackStatement {
  const { cashBack, timeZone, currency } = parseInput(
    LoyaltyProgramme,
    "loyalty programme",
    programme,
  );
  if (cashBack === undefined) {
    const message = "is needed for a statement";
    throw new InvalidInputError("loyalty programme", [{ path: ["cashBack"], message }]);
  }
  const spanOf = (moment: number) =>
    periodAround(wallOf(moment, timeZone), cashBack.per).map((wall) => momentAt(wall, timeZone));
  const [from, until] = spanOf(instant(at)) as [Instant, Instant];
  const read = parseInput(z.array(LedgerEvent), "ledger events", events);
  const periods = worthByPeriod(read, (moment) => spanOf(moment)[0] as number);
  const baseMinor = baseOf(periods.get(from), until);
  const amount = backOf(cashBack, baseMinor);
  let correction = 0n;
  for (const [start, worth] of periods) {
    if (start >= from) continue;
    correction += backOf(cashBack, baseOf(worth, until)) - backOf(cashBack, baseOf(worth, from));
  }
  const share = shareOf(cashBack, baseMinor);
  const inMoney = (minor: bigint) => money(exactNumber(minor), currency);
  return {
    ...{ from, until, baseMinor: exactNumber(baseMinor), share },
    ...{ amount: inMoney(amount), correction: inMoney(correction) },
    payable: inMoney(amount + correction),
  };
}

/** What the orders of a period were worth, and what was given back of them when; refunds are negative. */
type Worth = { readonly at: number; readonly minor: bigint }[];

function worthByPeriod(
  events: readonly LedgerEvent[],
  startOf: (at: number) => number,
): ReadonlyMap<number, Worth> {
  const orders = new Map<string, OrderFacts>();
  const periods = new Map<number, Worth>();
  const add = ({ at }: OrderFacts, moment: number, minor: number) => {
    const start = startOf(at);
    const worth = periods.get(start) ?? [];
    worth.push({ at: Math.max(at, moment), minor: BigInt(minor) });
    periods.set(start, worth);
  };
  for (const facts of events.flatMap(ordersOf)) {
    if (!orders.has(facts.order.id)) add(facts, facts.at, facts.baseMinor);
    orders.set(facts.order.id, facts);
  }
  for (const [position, event] of events.entries()) {
    if (event.type !== "OrderRefunded") continue;
    const facts = orders.get(event.orderId);
    if (facts !== undefined) add(facts, event.at, -event.baseMinor);
    else {
      const message = "is no order of these events";
      throw new InvalidInputError("ledger events", [{ path: [position, "orderId"], message }]);
    }
  }
  return periods;
}

/** The orders that an event brings in. */
function ordersOf(event: LedgerEvent): readonly OrderFacts[] {
  if (event.type === "PointsEarned") return [event.order];
  if (event.type !== "AccountMerged") return [];
  return entriesOf(event.state.records).flatMap(([, record]) =>
    record.kind === "earning" && record.order ? [record.order] : [],
  );
}

function baseOf(worth: Worth | undefined, knownBefore: number): bigint {
  let sum = 0n;
  for (const { at, minor } of worth ?? []) if (at < knownBefore) sum += minor;
  return sum > 0n ? sum : 0n;
}

/** The share of the highest bracket that is reached. */
function shareOf({ brackets }: CashBack, baseMinor: bigint): Ratio {
  const reached = brackets.filter(({ fromMinor }) => fromMinor <= baseMinor);
  const sorted = reached.toSorted((one, next) => one.fromMinor - next.fromMinor);
  return sorted.at(-1)?.share ?? [0, 1];
}

function backOf(cashBack: CashBack, baseMinor: bigint): bigint {
  const [numerator, denominator] = shareOf(cashBack, baseMinor);
  return (baseMinor * BigInt(numerator)) / BigInt(denominator);
}

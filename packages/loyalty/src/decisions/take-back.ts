import { parseInput } from "@kefu/core";
import type { CompiledProgramme } from "../earning/compile-programme.ts";
import { priceOf } from "../earning/line-bases.ts";
import { reckonOrder } from "../earning/reckon-order.ts";
import { find } from "../ledger/directory.ts";
import { firstPoints, lotsIn, pointsOf, usableLots } from "../ledger/lots.ts";
import { addCounts, type Counts, OrderFacts } from "../ledger/order-facts.ts";
import type { Lot } from "../ledger/state.ts";
import { type Refused, refuse } from "./refusal.ts";
import type { CommandOf, Decide, Run } from "./run.ts";

/** Part of an order is given back: what is left of it is reckoned again, the refund itself never. */
export const refund: Decide<"refund"> = (run, command) => {
  const { orderId } = command;
  const record = find(run.state.records, `order/${orderId}`);
  if (record?.kind !== "earning" || record.order === undefined) {
    return refuse("unknown-order", { order: orderId });
  }
  // Replaying has looked at no more of it than moving points needs.
  const facts = parseInput(OrderFacts, "order of the ledger", record.order);
  const compiled = run.versionOf(facts.programme);
  if (!compiled) return refuse("unknown-programme", { version: facts.programme });
  const lines = linesBack(command, facts);
  if ("refused" in lines) return lines;
  const rooms = new Map(facts.rooms);
  const reckoned = reckonOrder(compiled, {
    order: facts.order,
    ...{ at: facts.at, tier: facts.tier, memberId: facts.memberId },
    refunded: addCounts(facts.refunded, lines),
    roomOf: (counter, points) => rooms.get(counter) ?? points,
  });
  // A rule may give more for less; what is given back never earns.
  const points = Math.max(0, record.points - reckoned.points);
  const negative = facts.counts.map(([name, by]) => [name, -by] as const);
  return {
    type: "OrderRefunded",
    orderId,
    lines,
    baseMinor: Math.max(0, facts.baseMinor - reckoned.baseMinor),
    counts: addCounts(reckoned.counts, negative).filter(([, by]) => by !== 0),
    programme: facts.programme,
    ...clawBack(run, compiled, { source: `order/${orderId}`, points, expired: record.expired }),
  };
};

/** What an activity earned is void. */
export const cancel: Decide<"cancel"> = (run, { activityId }) => {
  const source = `activity/${activityId}`;
  const record = find(run.state.records, source);
  if (record?.kind !== "earning" || record.points === 0) {
    return refuse("unknown-activity", { activity: activityId });
  }
  const { points, expired } = record;
  const taken = clawBack(run, run.compiled, { source, points, expired });
  return { type: "ActivityCancelled", activityId, counts: [], ...taken };
};

/** How much is given back of each line, each named once. */
function linesBack({ orderId, lines }: CommandOf<"refund">, facts: OrderFacts): Counts | Refused {
  const prices = new Map(facts.order.lines.map((line) => [line.id, priceOf(line)]));
  const before = new Map(facts.refunded);
  const left = (id: string) => (prices.get(id) ?? 0) - (before.get(id) ?? 0);
  if (lines === undefined) {
    const rest = [...prices.keys()].map((id) => [id, left(id)] as const);
    const open = rest.filter(([, amount]) => amount > 0);
    return open.length > 0 ? open : refuse("more-than-bought", { order: orderId });
  }
  const sums = addCounts(
    [],
    lines.map(({ lineId, amountMinor }) => [lineId, amountMinor] as const),
  );
  for (const [line, amountMinor] of sums) {
    if (!prices.has(line)) return refuse("unknown-line", { order: orderId, line });
    const leftMinor = left(line);
    if (amountMinor > leftMinor) {
      return refuse("more-than-bought", { order: orderId, line, amountMinor, leftMinor });
    }
  }
  return sums;
}

/**
 * What of points that are no longer due is taken: what has ended is not taken twice; then what came from the same source,
 * pending first, then whatever ends first, then, where the policy says so, what is not there.
 */
function clawBack(
  { state }: Run,
  { programme: { clawback } }: CompiledProgramme,
  { source, points, expired: ended }: { source: string; points: number; expired: number },
) {
  const expired = Math.min(points, ended);
  const due = points - expired;
  const isOwn = (lot: Lot) => lot.source === source;
  const pending = [...lotsIn(state.pending)].filter(isOwn);
  const usable = clawback === "only-pending" || due === 0 ? [] : [...usableLots(state)];
  const lots = [...pending, ...usable.filter(isOwn), ...usable.filter((lot) => !isOwn(lot))];
  const taken = firstPoints(lots, due);
  const debt = clawback === "unlimited" ? due - pointsOf(taken) : 0;
  return { points, expired, taken, debt, clawedBack: pointsOf(taken) + debt };
}

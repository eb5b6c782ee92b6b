import type { Instant } from "@kefu/core";
import { periodName } from "../earning/counter-names.ts";
import { activeUntil, newLots } from "../earning/new-lots.ts";
import { dayOf, reckonOrder } from "../earning/reckon-order.ts";
import { find } from "../ledger/directory.ts";
import type { Writable } from "../ledger/draft.ts";
import type { OrderFacts } from "../ledger/order-facts.ts";
import type { Lot } from "../ledger/state.ts";
import type { LoyaltyProgramme, Vesting } from "../programme/programme.ts";
import { NEVER } from "../programme/wall-time.ts";
import { refuse } from "./refusal.ts";
import type { Decide, Run } from "./run.ts";

/** An order earns, once. */
export const earn: Decide<"earn"> = (run, command) => {
  const { compiled, state } = run;
  const { order, at, tier, memberId } = command;
  const { version, currency, vesting } = compiled.programme;
  if (order.currency !== currency) return refuse("other-currency", { currency: order.currency });
  const source = `order/${order.id}`;
  if (find(state.records, source)) return refuse("order-known", { order: order.id });
  const rooms: [string, number][] = [];
  const roomOf = (counter: string, points: number) => {
    const room = Math.max(0, points - (find(state.counters, counter) ?? 0));
    rooms.push([counter, room]);
    return room;
  };
  const question = { order, at, tier, memberId, refunded: [], roomOf };
  const { points, baseMinor, rules, counts } = reckonOrder(compiled, question);
  const { lots, activeUntil } = incoming(run, { points, source, at, vesting, activity: "earn" });
  const facts: Writable<OrderFacts> = {
    at,
    programme: version,
    order,
    refunded: [],
    counts,
    rooms,
    baseMinor,
  };
  if (tier !== undefined) facts.tier = tier;
  if (memberId !== undefined) facts.memberId = memberId;
  const entry = { type: "PointsEarned", points, order: facts, rules, counts, lots } as const;
  return activeUntil === undefined ? entry : { ...entry, activeUntil };
};

/** Something beside buying earns, as often as it may. */
export const reward: Decide<"reward"> = (run, command) => {
  const { compiled, state } = run;
  const { activity, subject, at, tier, memberId, attributes, parties } = command;
  const known = compiled.activities.get(activity);
  if (known === undefined) return refuse("unknown-activity", { activity });
  const { rule, when } = known;
  const names = parties.flatMap(({ customerId, householdId }) => [
    `customer/${customerId}`,
    ...(householdId === undefined ? [] : [`household/${householdId}`]),
  ]);
  if (new Set(names).size < names.length) return refuse("same-household", { activity });
  const { timeZone } = compiled.programme;
  const data = { subject, tier, memberId, attributes, ...dayOf(at, timeZone) };
  if (when !== null && !when(data, at)) return refuse("condition-not-met", { activity });
  const limits = rule.limits.map(({ per, times }) => {
    const what = limitName(per, subject, at, timeZone);
    return { name: `limit/${activity}/${what}`, times, per };
  });
  const full = limits.find(({ name, times }) => (find(state.counters, name) ?? 0) >= times);
  if (full) return refuse("limit-reached", { activity, times: full.times, per: full.per });
  const { points, vesting } = rule;
  const source = `activity/${command.commandId}`;
  return {
    type: "ActivityRewarded",
    activity,
    ...(subject !== undefined && { subject }),
    points,
    counts: limits.map(({ name }) => [name, 1] as const),
    ...incoming(run, { points, source, at, vesting, activity: "earn" }),
  };
};

type LimitPer = "subject" | "account" | Parameters<typeof periodName>[0];

function limitName(
  per: LimitPer,
  subject: string | undefined,
  at: Instant,
  timeZone: string,
): string {
  if (per === "account") return per;
  return per === "subject" ? `subject/${subject ?? ""}` : periodName(per, at, timeZone);
}

/** Points that come in. */
interface Incoming {
  readonly points: number;
  readonly source: string;
  readonly at: Instant;
  readonly vesting: Vesting;
  readonly activity: "earn" | "start";
}

/** The lots that points make, and until when activity keeps points alive. */
export function incoming(
  { compiled: { programme }, state }: Run,
  { activity, ...points }: Incoming,
): { readonly lots: readonly Lot[]; readonly activeUntil?: Instant } {
  const { id: stretch, endsAt } = state.stretch;
  const lots = newLots(programme, { ...points, id: state.lotCount, stretch });
  const until =
    activeUntil(programme, activity, points.at) ?? firstEnd(programme, points.at, endsAt);
  return until === undefined || lots.length === 0 ? { lots } : { lots, activeUntil: until };
}

/** Points that come in without an activity still have to end. */
export function firstEnd(programme: LoyaltyProgramme, at: Instant, endsAt: Instant) {
  return endsAt === NEVER ? activeUntil(programme, "start", at) : undefined;
}

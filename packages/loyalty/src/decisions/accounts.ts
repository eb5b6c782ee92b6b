import type { Instant } from "@kefu/core";
import { expiryOf } from "../earning/new-lots.ts";
import { find } from "../ledger/directory.ts";
import { firstPoints, firstUsable, lotsIn, pointsOf, usableLots } from "../ledger/lots.ts";
import { sharedName } from "../ledger/merge-ledgers.ts";
import { stateAt } from "../ledger/pass-time.ts";
import type { Lot } from "../ledger/state.ts";
import { firstEnd, incoming } from "./earn.ts";
import { refuse } from "./refusal.ts";
import type { Decide } from "./run.ts";

/** The action is there that points awaited. */
export const confirm: Decide<"confirm"> = (run, { source, action, at }) => {
  const { state } = run;
  const awaits = (lot: Lot) => lot.source === source && lot.awaits === action;
  const taken = [...lotsIn(state.pending)].filter(awaits);
  if (taken.length === 0) return refuse("nothing-awaits", { source, action });
  const record = find(state.records, source);
  const version = record?.kind === "earning" ? record.order?.programme : undefined;
  const { programme } = (version !== undefined && run.versionOf(version)) || run.compiled;
  const lots = taken.map(({ awaits: _, ...lot }) => {
    const expiresAt = expiryOf(programme, lot.earnedAt, at);
    return { ...lot, expiresAt, availableAt: Math.min(at, expiresAt) as Instant };
  });
  return { type: "PointsConfirmed", source, points: pointsOf(taken), taken, lots };
};

/** Somebody puts points in or takes some out. */
export const adjust: Decide<"adjust"> = (run, { points, reason, author, commandId, at }) => {
  const entry = { type: "PointsAdjusted", points, reason, author } as const;
  if (points > 0) {
    const source = `adjustment/${commandId}`;
    const given = { points, source, at, vesting: { days: 0 }, activity: "start" } as const;
    return { ...entry, ...incoming(run, given) };
  }
  const taken = firstUsable(run.state, -points);
  return { ...entry, taken, debt: -points - pointsOf(taken) };
};

/** Points go to another account. */
export const send: Decide<"send"> = (run, { transferId, to, points: wanted, returns }) => {
  const { state } = run;
  if (find(state.records, `transfer/${transferId}`)) {
    return refuse("transfer-known", { transfer: transferId });
  }
  const record = returns === undefined ? undefined : find(state.records, `transfer/${returns}`);
  if (returns !== undefined && record?.kind !== "transfer") {
    return refuse("unknown-transfer", { transfer: returns });
  }
  const points = (record?.kind === "transfer" ? record.points : wanted) ?? 0;
  const lots = [...usableLots(state)];
  const source = `transfer/${returns}`;
  const eligible = returns === undefined ? lots : lots.filter((lot) => lot.source === source);
  const taken = firstPoints(eligible, points);
  const availablePoints = pointsOf(taken);
  if (points === 0) return refuse("no-points");
  if (availablePoints < points) return refuse("insufficient", { points, availablePoints });
  return { type: "PointsSent", transferId, to, points, taken };
};

/** Points come from another account and keep their dates. */
export const receive: Decide<"receive"> = (run, { transferId, from, lots: given, at }) => {
  const { state, compiled } = run;
  const source = `transfer/${transferId}`;
  if (find(state.records, source)) return refuse("transfer-known", { transfer: transferId });
  const lots = given.map(({ awaits: _, ...lot }, i): Lot => {
    const own = { ...lot, id: state.lotCount + i, source };
    return lot.stretch === undefined ? own : { ...own, stretch: state.stretch.id };
  });
  const points = pointsOf(lots);
  if (points === 0) return refuse("no-points");
  const until = firstEnd(compiled.programme, at, state.stretch.endsAt);
  const entry = { type: "PointsReceived", transferId, from, points, lots } as const;
  return until === undefined ? entry : { ...entry, activeUntil: until };
};

/** Points live longer. */
export const extend: Decide<"extend"> = ({ state, now }, { until, source, reason, author }) => {
  const ofSource = (lot: Lot) => source === undefined || lot.source === source;
  const taken = [...lotsIn(state.active)].filter((lot) => lot.expiresAt < until && ofSource(lot));
  const lots = taken.map((lot) => ({ ...lot, expiresAt: until }));
  const { endsAt } = state.stretch;
  const isLasting = source === undefined && state.lasting.length > 0 && endsAt < until;
  if (until <= now || (lots.length === 0 && !isLasting)) return refuse("no-points");
  const points = pointsOf(taken);
  const entry = { type: "ExpiryExtended", points, until, reason, author, taken, lots } as const;
  return isLasting ? { ...entry, activeUntil: until } : entry;
};

/** The reward of a full stamp card is fetched. */
export const claim: Decide<"claim"> = ({ state, compiled }, { card }) => {
  const known = compiled.stamps.find((one) => one.card.id === card)?.card;
  if (known === undefined) return refuse("unknown-card", { card });
  const collected = find(state.counters, `stamps/${card}`) ?? 0;
  const claimed = find(state.counters, `claimed/${card}`) ?? 0;
  if (Math.floor(collected / known.needed) <= claimed) return refuse("no-full-card", { card });
  return { type: "RewardClaimed", card, counts: [[`claimed/${card}`, 1]] };
};

/** Somebody shares the ledger. */
export const join: Decide<"join"> = ({ state }, { member }) =>
  state.members.includes(member)
    ? refuse("member-known", { member })
    : { type: "MemberJoined", member };

/** Somebody no longer does. */
export const leave: Decide<"leave"> = ({ state }, { member }) =>
  state.members.includes(member)
    ? { type: "MemberLeft", member }
    : refuse("not-a-member", { member });

/** All of another ledger moves in. */
export const merge: Decide<"merge"> = (run, { from, state: other }) => {
  if (other.closedInto !== null) return refuse("account-closed", { into: other.closedInto });
  const name = sharedName(run.state, stateAt(other, run.now));
  if (name !== undefined) return refuse("names-in-both", { name });
  return { type: "AccountMerged", from, state: other };
};

/** The ledger moves into another. */
export const close: Decide<"close"> = (_, { into }) => ({ type: "AccountClosed", into });

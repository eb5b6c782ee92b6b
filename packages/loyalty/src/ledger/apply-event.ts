import type { Instant } from "@kefu/core";
import { NEVER } from "../programme/wall-time.ts";
import { find, put } from "./directory.ts";
import type { Draft } from "./draft.ts";
import { addHold, addTotal, count, prolong, remember, unfitting } from "./entries.ts";
import type { LedgerEvent } from "./events.ts";
import { firstPoints, type LotList, pointsOf, removeFront, removePart } from "./lots.ts";
import { mergeInto } from "./merge-ledgers.ts";
import { newLedger } from "./new-ledger.ts";
import { addCounts, type OrderFacts } from "./order-facts.ts";
import { absorbDebt, addPoints, passTime } from "./pass-time.ts";
import type { Lot } from "./state.ts";

type EventOf<Type extends LedgerEvent["type"]> = Extract<LedgerEvent, { readonly type: Type }>;
type Effects = {
  readonly [Type in LedgerEvent["type"]]?: (draft: Draft, event: EventOf<Type>) => void;
};

/** What events do beside moving their lots. */
const EFFECTS: Effects = {
  PointsEarned(draft, { points, order, counts }) {
    addTotal(draft, "earned", points);
    count(draft, counts);
    remember(draft, `order/${order.order.id}`, { kind: "earning", points, expired: 0, order });
  },
  ActivityRewarded(draft, { points, counts, commandId }) {
    addTotal(draft, "earned", points);
    count(draft, counts);
    remember(draft, `activity/${commandId}`, { kind: "earning", points, expired: 0 });
  },
  OrderRefunded(draft, event) {
    takeBack(draft, `order/${event.orderId}`, event);
  },
  ActivityCancelled(draft, event) {
    takeBack(draft, `activity/${event.activityId}`, event);
  },
  PointsRedeemed(draft, { points, taken, commandId }) {
    addTotal(draft, "spent", points);
    remember(draft, `redemption/${commandId}`, { kind: "redemption", taken });
  },
  RedemptionReversed(draft, { points, redemptionId }) {
    addTotal(draft, "spent", -points);
    const record = find(draft.state.records, `redemption/${redemptionId}`);
    if (record?.kind !== "redemption") throw unfitting("redemptionId");
    const taken = firstPoints(record.taken, pointsOf(record.taken) - points);
    remember(draft, `redemption/${redemptionId}`, { kind: "redemption", taken });
  },
  PointsHeld(draft, { commandId: id, taken, expiresAt }) {
    addHold(draft, { id, taken, expiresAt });
  },
  HoldCaptured(draft, { holdId, points, taken }) {
    letGo(draft, holdId);
    addTotal(draft, "spent", points);
    remember(draft, `redemption/${holdId}`, { kind: "redemption", taken });
  },
  HoldVoided(draft, { holdId }) {
    letGo(draft, holdId);
  },
  PointsAdjusted(draft, { points }) {
    addTotal(draft, "adjusted", points);
  },
  PointsSent(draft, { points, transferId }) {
    addTotal(draft, "sent", points);
    remember(draft, `transfer/${transferId}`, { kind: "transfer", points });
  },
  PointsReceived(draft, { points, transferId }) {
    addTotal(draft, "received", points);
    remember(draft, `transfer/${transferId}`, { kind: "transfer", points });
  },
  RewardClaimed(draft, { counts }) {
    count(draft, counts);
  },
  MemberJoined({ state }, { member }) {
    if (!state.members.includes(member)) state.members = [...state.members, member];
  },
  MemberLeft({ state }, { member }) {
    state.members = state.members.filter((one) => one !== member);
  },
  AccountMerged: mergeInto,
  AccountClosed({ state }, { into }) {
    const { version, at, commands } = state;
    Object.assign(state, newLedger(), { version, at, commands, closedInto: into });
  },
};

/** Does what an event says. @throws InvalidInputError when it cannot follow on this state */
export function applyEvent(draft: Draft, event: LedgerEvent): void {
  const { state } = draft;
  const now = Math.min(NEVER - 1, Math.max(state.at, event.at)) as Instant;
  passTime(draft, now);
  state.version++;
  state.commands = put(draft, state.commands, event.commandId, event.body);
  if (event.activeUntil !== undefined) prolong(draft, event.activeUntil);
  // What a hold is captured of left the lots when it was held.
  if (event.type !== "HoldCaptured") takeOut(draft, event.taken, now);
  state.debt += event.debt;
  if (!Number.isSafeInteger(state.debt)) throw unfitting("debt");
  (EFFECTS[event.type] as ((draft: Draft, event: LedgerEvent) => void) | undefined)?.(draft, event);
  for (const lot of event.lots) {
    if (lot.id >= state.lotCount) state.lotCount = lot.id + 1;
    addPoints(draft, lot, now);
  }
  absorbDebt(draft);
}

/** From so many lots on, it pays to take them out in one go. */
const MANY = 16;

function takeOut(draft: Draft, parts: readonly Lot[], now: Instant): void {
  const areFromFront =
    parts.length >= MANY && parts.every((part) => listOf(part, now) === "active");
  const first = areFromFront ? removeFront(draft, "active", parts) : 0;
  for (let at = first; at < parts.length; at++) {
    const part = parts[at] as Lot;
    removePart(draft, listOf(part, now), part);
  }
}

/** Where a lot stands. */
function listOf({ availableAt, stretch }: Lot, now: Instant): LotList {
  if (availableAt > now) return "pending";
  return stretch === undefined ? "active" : "lasting";
}

function takeBack(
  draft: Draft,
  source: string,
  event: EventOf<"OrderRefunded" | "ActivityCancelled">,
): void {
  const record = find(draft.state.records, source);
  if (record?.kind !== "earning") throw unfitting("orderId");
  addTotal(draft, "clawedBack", event.clawedBack);
  count(draft, event.counts);
  const points = record.points - event.points;
  const expired = record.expired - event.expired;
  if (points < 0 || expired < 0) throw unfitting("points");
  if (event.type === "ActivityCancelled" || record.order === undefined) {
    remember(draft, source, { kind: "earning", points, expired });
    return;
  }
  const order: OrderFacts = {
    ...record.order,
    refunded: addCounts(record.order.refunded, event.lines),
    counts: addCounts(record.order.counts, event.counts),
    baseMinor: record.order.baseMinor - event.baseMinor,
  };
  remember(draft, source, { kind: "earning", points, expired, order });
}

function letGo(draft: Draft, holdId: string): void {
  const { state } = draft;
  const rest = state.holds.filter(({ id }) => id !== holdId);
  if (rest.length === state.holds.length) throw unfitting("holdId");
  state.holds = rest;
}

import { Instant } from "@kefu/core";
import { z } from "zod";
import { Counts, OrderFacts } from "./order-facts.ts";
import { LedgerState, Lot } from "./state.ts";

const points = z.int().nonnegative();
const name = z.string().min(1).max(256);

/** What all events of a ledger have. */
const head = {
  /** When it happened, by the command. */
  at: Instant,
  /** The command that it comes from; each command has one event. */
  commandId: name,
  /** A hash of that command, to tell a repeat from another command of the same id. */
  body: z.string(),
  /** The version of the programme that decided it. */
  programme: z.int().positive(),
  /** Who of a household did it. */
  memberId: name.optional(),
  /** Lots that come in. Some may be expired already, or not usable yet: their dates say so. */
  lots: z.array(Lot).readonly(),
  /** What goes out, by lot, in the order in which it is used: the first to expire first. */
  taken: z.array(Lot).readonly(),
  /** By how much the balance goes below zero. Credits fill it up again without an event, as they become usable. */
  debt: points,
  /** Until when all points that end by inactivity live now. */
  activeUntil: Instant.optional(),
};

function event<Type extends string, Parts extends z.core.$ZodLooseShape>(type: Type, parts: Parts) {
  return z.strictObject({ type: z.literal(type), ...head, ...parts });
}

const byHand = {
  /** Why, in the words of the author. */
  reason: z.string().min(1).max(1000),
  /** Who did it. */
  author: name,
};

/**
 * What happens in a ledger. Every event is an entry of a journal: `lots` come in, `taken` goes out, `debt` grows; nothing
 * else moves points but time, which makes pending lots usable and ends others, by the dates they carry.
 */
export const LedgerEvent = z.discriminatedUnion("type", [
  /**
   * An order earned. The sum of `lots` is `points`, what it gives, which may be 0; each order has one such event.
   * `order.baseMinor` is what it was worth after deductions; `rules` what each rule gave before rounding and caps, rounded down.
   */
  event("PointsEarned", { points, order: OrderFacts, rules: Counts, counts: Counts }),
  /** Something beside buying earned. The sum of `lots` is `points`. */
  event("ActivityRewarded", {
    activity: name,
    subject: name.optional(),
    points,
    counts: Counts,
  }),
  /** Points that awaited an action can be used from `at`. `taken` and `lots` are the same points. */
  event("PointsConfirmed", { source: name, points }),
  /**
   * Part of an order was given back. `points` is by how much its entitlement shrinks; of these `clawedBack` are taken
   * (`taken` and `debt` together), and `expired` had ended before and are not taken. The rest is left to the customer by policy.
   * `baseMinor` is by how much the order is worth less.
   */
  event("OrderRefunded", {
    orderId: name,
    lines: Counts,
    baseMinor: points,
    points,
    clawedBack: points,
    expired: points,
    counts: Counts,
  }),
  /** What an activity had earned is taken back, as of a refund; `activityId` is the command that rewarded it. */
  event("ActivityCancelled", {
    activityId: name,
    points,
    clawedBack: points,
    expired: points,
    counts: Counts,
  }),
  /** Points were used; they are worth `valueMinor` of the programme's currency. */
  event("PointsRedeemed", { points, valueMinor: points, orderId: name.optional() }),
  /** Points were used and come back. The sum of `lots` is `points`; a lot that has ended in between comes back ended, but for grace. */
  event("RedemptionReversed", { redemptionId: name, points }),
  /** Points are set aside for a checkout; they are out of the lots. */
  event("PointsHeld", { points, expiresAt: Instant, orderId: name.optional() }),
  /** So many points of a hold are used; the rest of it is in `lots` and free again. `valueMinor` as in `PointsRedeemed`. */
  event("HoldCaptured", { holdId: name, points, valueMinor: points }),
  /** All points of a hold are in `lots` and free again. */
  event("HoldVoided", { holdId: name, points }),
  /** Somebody put points in (`points` above 0) or took some out. */
  event("PointsAdjusted", { points: z.int(), ...byHand }),
  /** Points went to another account; the other ledger has `PointsReceived` of the same `transferId`. */
  event("PointsSent", { transferId: name, to: name, points }),
  /** Points came from another account and keep their dates. */
  event("PointsReceived", { transferId: name, from: name, points }),
  /** Points live longer. `taken` and `lots` are the same points. */
  event("ExpiryExtended", { points, until: Instant, ...byHand }),
  /** The reward of full stamp cards was fetched. */
  event("RewardClaimed", { card: name, counts: Counts }),
  /** Somebody shares the ledger. */
  event("MemberJoined", { member: name }),
  /** Somebody no longer does; their points stay. */
  event("MemberLeft", { member: name }),
  /** All of another ledger moved in: lots, debt, orders, redemptions, counters. */
  event("AccountMerged", { from: name, state: LedgerState }),
  /** The ledger moved into another, with all that was in it: it is empty now and takes no further commands. */
  event("AccountClosed", { into: name }),
]);
/** What happens in a ledger, see the schema of the same name. */
export type LedgerEvent = z.output<typeof LedgerEvent>;

import { CommandId, Instant } from "@kefu/core";
import { z } from "zod";
import { Attributes, EarningOrder } from "./order-facts.ts";
import { LedgerState, Lot } from "./state.ts";

const name = z.string().min(1).max(128);
/** Far below what is exact, so that sums are. */
const MOST = 1e12;
const points = z.int().positive().max(MOST);

const head = {
  /** The same for each attempt at the same command. */
  commandId: CommandId,
  /** When it happened: the years 1970 to 9999. */
  at: Instant.check(z.gte(0), z.lt(253_402_300_800_000)),
  /** The version of the ledger that the sender had seen; without it, any will do. */
  expectedVersion: z.int().nonnegative().optional(),
  /** The version of the programme; without it the one in force at that moment. */
  programme: z.int().positive().optional(),
  /** Who of a household. */
  memberId: name.optional(),
};

function command<Type extends string, Parts extends z.core.$ZodLooseShape>(
  type: Type,
  parts: Parts,
) {
  return z.strictObject({ type: z.literal(type), ...head, ...parts });
}

const byHand = { reason: z.string().min(1).max(1000), author: name };

/** What can be asked of a ledger. */
export const LedgerCommand = z.discriminatedUnion("type", [
  /** An order earns points; once. */
  command("earn", { order: EarningOrder, tier: name.optional() }),
  /** Something beside buying earns points; the rule has the id `activity`. */
  command("reward", {
    activity: name,
    /** What it was about: a product, a ticket, a friend. */
    subject: name.optional(),
    tier: name.optional(),
    attributes: Attributes.default({}),
    /** Who did it with whom: one person or household gives no points, as for referrals. */
    parties: z
      .array(z.strictObject({ customerId: name, householdId: name.optional() }))
      .max(100)
      .readonly()
      .default([]),
  }),
  /** What an activity earned is void: the friend sent all back, the review was a fraud. */
  command("cancel", { activityId: name }),
  /** The action is there that points of an order or activity awaited, such as `"delivered"`. */
  command("confirm", { source: name, action: name }),
  /** Part of an order is given back; without `lines` all that is left. */
  command("refund", {
    orderId: name,
    lines: z
      .array(z.strictObject({ lineId: name, amountMinor: z.int().positive() }))
      .min(1)
      .readonly()
      .optional(),
  }),
  /** Points are used. With `orderTotalMinor`, no larger share of it than the programme allows. */
  command("redeem", {
    points,
    orderId: name.optional(),
    orderTotalMinor: z.int().nonnegative().optional(),
  }),
  /** Used points come back, all or some; `redemptionId` is the command that redeemed or captured them. */
  command("reverse", {
    redemptionId: name,
    points: points.optional(),
    graceDays: z.int().nonnegative().max(3660).optional(),
  }),
  /** Points are set aside for a checkout; checked as `redeem`. */
  command("hold", {
    points,
    orderId: name.optional(),
    orderTotalMinor: z.int().nonnegative().optional(),
    expiresAt: Instant.optional(),
  }),
  /** A hold is used, all or some of it; the rest is free again. `holdId` is the command that held. */
  command("capture", { holdId: name, points: points.optional() }),
  /** A hold is let go. */
  command("void", { holdId: name }),
  /** Points are put in (above 0) or taken out, below zero if need be. */
  command("adjust", {
    points: z
      .int()
      .min(-MOST)
      .max(MOST)
      .refine((change) => change !== 0, "must not be 0"),
    ...byHand,
  }),
  /** Points go to another account. `returns` names a transfer from there that is undone: its very lots go back. */
  command("send", {
    transferId: name,
    to: name,
    points: points.optional(),
    returns: name.optional(),
  }),
  /** Points come from another account: `lots` is what `PointsSent` says to be `taken`. */
  command("receive", {
    transferId: name,
    from: name,
    lots: z.array(Lot).min(1).readonly(),
  }),
  /** Usable points live at least until a moment; `source` narrows it to those of one order or activity. */
  command("extend", { until: Instant, source: name.optional(), ...byHand }),
  /** The reward of a full stamp card is fetched. */
  command("claim", { card: name }),
  /** Somebody shares the ledger from now on. */
  command("join", { member: name }),
  /** Somebody no longer does. */
  command("leave", { member: name }),
  /** All of another ledger moves in; `state` is that ledger just before its `close`. */
  command("merge", { from: name, state: LedgerState }),
  /** The ledger moves into another. */
  command("close", { into: name }),
]);
/** What can be asked of a ledger, see the schema of the same name. */
export type LedgerCommand = z.output<typeof LedgerCommand>;
/** A command as it is written: keys with a default may be left out, moments are plain numbers. */
export type LedgerCommandInput = z.input<typeof LedgerCommand>;

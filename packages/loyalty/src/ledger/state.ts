import { Instant } from "@kefu/core";
import { z } from "zod";
import { directory } from "./directory.ts";
import { OrderFacts } from "./order-facts.ts";

const count = z.int().nonnegative();
const text = z.string().max(256);

/**
 * Points that came in together and end together. A lot is also the unit in which points go out: `points` is then the part
 * that is taken from the lot of that `id`.
 */
export const Lot = z.strictObject({
  /** Unique in the ledger, in the order in which lots came. */
  id: count,
  /** How many are left; in an event, how many come or go. */
  points: count,
  /** When they were earned. */
  earnedAt: Instant,
  /** The first moment at which they can be used, never after `expiresAt`; the same as that while an action is awaited. */
  availableAt: Instant,
  /** The first moment at which they no longer can; 8.64e15 is never. */
  expiresAt: Instant,
  /** What they come from: `"order/…"`, `"activity/…"`, `"adjustment/…"`, `"transfer/…"`. */
  source: text,
  /** The action that they await, such as `"delivered"`. */
  awaits: text.optional(),
  /** The stretch of activity that they live in, where they end by inactivity. */
  stretch: count.optional(),
});
/** Points that came in together, see the schema of the same name. */
export interface Lot extends Readonly<z.output<typeof Lot>> {}

/** Lots in order, in pages, so that one more does not copy them all. */
const Lots = z.array(z.array(Lot).min(1).readonly()).readonly();

/** What is remembered of something by its name, to answer later commands about it. */
export const LedgerRecord = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("earning"),
    /** Points it is entitled to, after refunds. */
    points: count,
    /** Points of it that expired and were not yet set off against a refund. */
    expired: count,
    /** What was bought, less what was given back; none for activities. */
    order: OrderFacts.optional(),
  }),
  z.strictObject({
    kind: z.literal("redemption"),
    /** From which lots, less what was reversed. */
    taken: z.array(Lot).readonly(),
  }),
  z.strictObject({
    kind: z.literal("transfer"),
    /** How many points came or went. */
    points: count,
  }),
]);
/** What is remembered of something by its name, see the schema of the same name. */
export type LedgerRecord = z.output<typeof LedgerRecord>;

/** A hold that is open: its points are out of the lots until it is captured, voided or over. */
export const Hold = z.strictObject({
  /** The command that made it. */
  id: text,
  /** From which lots. */
  taken: z.array(Lot).readonly(),
  /** The first moment at which it is over by itself. */
  expiresAt: Instant,
});
/** A hold that is open, see the schema of the same name. */
export interface Hold extends Readonly<z.output<typeof Hold>> {}

/** Sums over the whole life of a ledger, in points. */
export const Totals = z.strictObject({
  /** Given for orders and activities, before anything was taken back. */
  earned: count,
  /** Redeemed, less what was reversed. */
  spent: count,
  /** Ended unused, up to `at`. */
  expired: count,
  /** Taken back for refunds. */
  clawedBack: count,
  /** By hand, up less down. */
  adjusted: z.int(),
  /** From other accounts. */
  received: count,
  /** To other accounts. */
  sent: count,
});
/** Sums over the whole life of a ledger, see the schema of the same name. */
export interface Totals extends Readonly<z.output<typeof Totals>> {}

/** Where a ledger stands: what its events so far have made of it. Plain JSON. Ask {@link balanceOf} for figures. */
export const LedgerState = z.strictObject({
  /** The form it is written in. */
  schemaVersion: z.literal(1),
  /** How many events there have been; for compare-and-swap. */
  version: count,
  /** Up to when time has passed in it: the latest moment of an event. */
  at: Instant,
  /** How many lots there have been. */
  lotCount: count,
  /** What can be used, the first to expire first; ties older first. */
  active: Lots,
  /** What can be used and ends by inactivity, oldest first. */
  lasting: Lots,
  /** What cannot be used yet, the first to become usable first. */
  pending: Lots,
  /** The stretch of activity: which one, and the first moment after it. */
  stretch: z.strictObject({ id: count, endsAt: Instant }),
  /** Open holds, the first to be over first. */
  holds: z.array(Hold).readonly(),
  /** How far the balance is below zero; credits fill it up first. */
  debt: count,
  totals: Totals,
  /** What is remembered, by `"order/…"`, `"activity/…"`, `"redemption/…"`, `"transfer/…"`. */
  records: directory(LedgerRecord),
  /** The hash of each command that was carried out, by its id. */
  commands: directory(z.string()),
  /** What caps, limits and stamp cards have counted. */
  counters: directory(z.int()),
  /** Who shares the ledger; empty when it is one customer's. */
  members: z.array(text).readonly(),
  /** Where a closed ledger went. */
  closedInto: text.nullable(),
});
/** Where a ledger stands, see the schema of the same name. */
export interface LedgerState extends Readonly<z.output<typeof LedgerState>> {}

import { Condition, Currency, Duration, Instant } from "@kefu/core";
import { z } from "zod";
import { Period } from "./period.ts";
import { isTimeZone } from "./wall-time.ts";

const name = z.string().min(1).max(128);
const most = 1_000_000_000;
const amount = z.int().positive().max(most);

/** An exact fraction `[numerator, denominator]`: `[3, 2]` is one and a half. */
export const Ratio = z.tuple([z.int().nonnegative().max(most), amount]).readonly();
/** An exact fraction, see the schema of the same name. */
export type Ratio = z.output<typeof Ratio>;

/** The most points that may be earned in one order or one period. */
export const Cap = z.strictObject({
  /** How many points; what would be more is not earned. */
  points: z.int().nonnegative(),
  /** In what. A period is that of the moment at which the order was placed. */
  per: z.union([z.literal("order"), Period]),
});
/** The most points that may be earned, see the schema of the same name. */
export interface Cap extends Readonly<z.output<typeof Cap>> {}

/**
 * What a rule gives. Rates add up. Multipliers work on what rates give to their lines, wherever they stand; how several
 * of them meet is the programme's `stacking`. Flat points are never multiplied.
 */
export const Reward = z.union([
  /** So many points for each `per` of the smallest currency unit: `{ points: 1, per: 100 }`. */
  z.strictObject({ points: amount, per: amount }),
  /** The points of rates, that many times. */
  z.strictObject({ multiply: Ratio }),
  /** So many points, once an order. */
  z.strictObject({ bonus: amount }),
  /** So many points for each piece. */
  z.strictObject({ perPiece: amount }),
]);
/** What a rule gives, see the schema of the same name. */
export type Reward = z.output<typeof Reward>;

/** One rule of earning on orders. */
export const EarningRule = z.strictObject({
  /** Unique in the programme. */
  id: name,
  /** Rules are asked from the lowest to the highest; equal ones as listed. */
  priority: z.int().default(0),
  /** Where this rule holds, those after it are not asked. */
  stop: z.boolean().default(false),
  /** The first moment of a campaign; without it, always. */
  from: Instant.optional(),
  /** The first moment after a campaign. */
  until: Instant.optional(),
  /**
   * Asked of the order: `id`, `tier`, `memberId`, `weekday` (1 is Monday) and `date` in the programme's zone, `attributes`.
   */
  when: Condition.optional(),
  /** Asked of each line: `id`, `productId`, `quantity`, `amountMinor`, `attributes`; the rule works on those that fit. */
  lines: Condition.optional(),
  /** What it gives. */
  give: Reward,
  /** The most that this rule gives. */
  caps: z.array(Cap).readonly().default([]),
});
/** One rule of earning, see the schema of the same name. */
export interface EarningRule extends Readonly<z.output<typeof EarningRule>> {}

/** When points can be used: some days after the order, or when an action is confirmed, such as `"delivered"`. */
export const Vesting = z.union([
  z.strictObject({ days: z.int().nonnegative().max(3660) }),
  z.strictObject({ action: name }),
]);
/** When points can be used, see the schema of the same name. */
export type Vesting = z.output<typeof Vesting>;

/** What customers do beside buying: review, referral, birthday, helpful answer, survey … */
export const ActivityRule = z.strictObject({
  /** What was done; unique in the programme. */
  id: name,
  /** What it gives. */
  points: amount,
  /** Asked of the activity: `subject`, `tier`, `memberId`, `weekday`, `date`, `attributes`. */
  when: Condition.optional(),
  /** How often it gives points in a period. */
  limits: z
    .array(
      z.strictObject({
        /** How often. */
        times: amount,
        /** In what; `"subject"` is for ever about the same thing, such as one review of a product. */
        per: z.union([z.literal("subject"), z.literal("account"), Period]),
      }),
    )
    .readonly()
    .default([]),
  /** When its points can be used, such as after the return window of a referred friend's order. */
  vesting: Vesting.default({ days: 0 }),
});
/** What customers do beside buying, see the schema of the same name. */
export interface ActivityRule extends Readonly<z.output<typeof ActivityRule>> {}

/** Buy some, get one. */
export const StampCard = z.strictObject({
  /** Unique in the programme. */
  id: name,
  /** The lines that collect, a stamp a piece; without it, all that earn. */
  lines: Condition.optional(),
  /** How many stamps make a reward. */
  needed: amount,
  /** What the reward is called. */
  reward: name,
});
/** Buy some, get one, see the schema of the same name. */
export interface StampCard extends Readonly<z.output<typeof StampCard>> {}

const through = Period.optional();

/** When points end. `through` lets them live to the end of the period in which that moment lies. */
export const Expiry = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("never") }),
  z.strictObject({
    kind: z.literal("fixed"),
    /** How long they live: calendar units in the programme's zone; a missing day is the month's last. */
    after: Duration,
    /** From when it counts. */
    from: z.enum(["earning", "activation"]).default("earning"),
    through,
  }),
  z.strictObject({
    kind: z.literal("dayOfYear"),
    /** Points live through this day of the year; a missing day is the month's last. */
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    /** How many such days are passed over. */
    skip: z.int().nonnegative().max(100).default(0),
  }),
  z.strictObject({
    kind: z.literal("inactivity"),
    /** How long after the last activity all of them end. */
    after: Duration,
    /** What counts as activity. */
    activity: z
      .array(z.enum(["earn", "redeem"]))
      .readonly()
      .default(["earn", "redeem"]),
    through,
  }),
]);
/** When points end, see the schema of the same name. */
export type Expiry = z.output<typeof Expiry>;

/** What points buy. */
export const Redemption = z.strictObject({
  /** So many points … */
  points: amount.default(1),
  /** … are worth so many of the smallest currency unit; a fraction of one goes to the programme. */
  valueMinor: amount.default(1),
  /** The fewest points at once. */
  minimumPoints: z.int().nonnegative().default(0),
  /** Points are used in multiples of this. */
  stepPoints: amount.default(1),
  /** The largest share of an order that points may pay, rounded down. */
  highestShare: Ratio.default([1, 1]),
});
/** What points buy, see the schema of the same name. */
export interface Redemption extends Readonly<z.output<typeof Redemption>> {}

/** A cash-back or rebate that is paid by statement: a share of what orders were worth. */
export const CashBack = z.strictObject({
  /** How often a statement is made. */
  per: Period,
  /** The share: of the whole once it is reached, the highest `fromMinor` that is. */
  brackets: z
    .array(
      z.strictObject({
        /** From what amount in the period. */
        fromMinor: z.int().nonnegative().default(0),
        /** The share. */
        share: Ratio,
      }),
    )
    .min(1)
    .readonly(),
});
/** A cash-back or rebate, see the schema of the same name. */
export interface CashBack extends Readonly<z.output<typeof CashBack>> {}

/** What is taken off an order before it earns. */
export const Deduction = z.enum(["discount", "tax", "shipping", "giftCards", "points"]);
/** What is taken off an order before it earns, see the schema of the same name. */
export type Deduction = z.output<typeof Deduction>;

/**
 * One version of a points programme, all of it as data. What a version has decided stays decided: orders keep its number,
 * and refunds are reckoned by it.
 */
export const LoyaltyProgramme = z
  .strictObject({
    /** Which version it is. */
    version: z.int().positive(),
    /** IANA name of the zone in which days, weeks and months are reckoned. */
    timeZone: z.string().refine(isTimeZone, "must be an IANA time zone"),
    /** The currency of all orders. */
    currency: Currency,
    /** The first moment at which it decides. */
    from: Instant.optional(),
    /** The first moment at which it no longer does. */
    until: Instant.optional(),
    /** How orders earn. */
    rules: z.array(EarningRule).max(1000).readonly().default([]),
    /** Lines that never earn, such as gift cards; asked as the `lines` of a rule. */
    excludes: Condition.optional(),
    /** What is taken off before an order earns; shipping that is not taken off earns as a line of its own named `"shipping"`. */
    deducts: z
      .array(Deduction)
      .readonly()
      .default(["discount", "tax", "shipping", "giftCards", "points"]),
    /** Where a fraction of a point goes. */
    rounding: z.enum(["floor", "half-even", "ceiling"]).default("floor"),
    /** Whether each line is rounded or the order once. */
    roundingPer: z.enum(["order", "line"]).default("order"),
    /** How multipliers of one line meet: times each other, their surpluses added, or the highest alone. */
    stacking: z.enum(["multiply", "add", "best"]).default("multiply"),
    /** The most that multipliers come to together. */
    highestMultiplier: Ratio.optional(),
    /** What the tier of an order multiplies by; stacks as the rules do. */
    tierMultipliers: z.record(z.string(), Ratio).readonly().default({}),
    /** The most that orders earn. */
    caps: z.array(Cap).readonly().default([]),
    /** When the points of orders can be used. */
    vesting: Vesting.default({ days: 0 }),
    /** When points end. */
    expiry: Expiry.default({ kind: "never" }),
    /** What customers earn beside buying. */
    activities: z.array(ActivityRule).readonly().default([]),
    /** Stamp cards. */
    stamps: z.array(StampCard).readonly().default([]),
    /** Money back by statement. */
    cashBack: CashBack.optional(),
    /** What points buy. */
    redemption: Redemption.prefault({}),
    /** How long points stay held for a checkout; without it until captured or voided. */
    holdFor: Duration.optional(),
    /** How long points that come back stay usable at least. */
    reversalGraceDays: z.int().nonnegative().max(3660).default(0),
    /**
     * What a refund takes back: what is pending, what there is, or all of it, so that the balance may be negative and
     * later credits fill it up.
     */
    clawback: z.enum(["only-pending", "within-balance", "unlimited"]).default("unlimited"),
  })
  .check(({ value, issues }) => {
    for (const key of ["rules", "activities", "stamps"] as const) {
      const ids = value[key].map(({ id }) => id);
      const at = ids.findIndex((id, i) => ids.indexOf(id) < i);
      if (at < 0) continue;
      issues.push({
        code: "custom",
        input: value,
        path: [key, at, "id"],
        message: "must be unique",
      });
    }
  });
/** One version of a points programme, see the schema of the same name. */
export interface LoyaltyProgramme extends Readonly<z.output<typeof LoyaltyProgramme>> {}
/** A programme as it is written: keys with a default may be left out. */
export interface LoyaltyProgrammeInput extends Readonly<z.input<typeof LoyaltyProgramme>> {}

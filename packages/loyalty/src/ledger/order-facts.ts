import { Instant } from "@kefu/core";
import { z } from "zod";

/** A millionth of the largest exact number, so that no sum over an order loses a digit. */
const amountMinor = z.int().nonnegative().max(1e12);
const name = z.string().min(1).max(128);
const scalar = z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]);

/** What conditions of rules may ask about, by name. */
export const Attributes = z
  .record(z.string(), z.union([scalar, z.array(scalar).readonly()]))
  .readonly();

/** A line of an order as it earns. */
export const EarningLine = z.strictObject({
  /** Unique in the order. */
  id: name,
  /** What was bought. */
  productId: name.optional(),
  /** How many. */
  quantity: z.int().positive().max(1e9).default(1),
  /** What the line costs, before discount, with its tax. */
  amountMinor,
  /** Taken off the line. */
  discountMinor: amountMinor.default(0),
  /** Tax in what is left. */
  taxMinor: amountMinor.default(0),
  /** Whether it earns nothing: gift cards, what law forbids. */
  excluded: z.boolean().default(false),
  /** What rules may ask about. */
  attributes: Attributes.default({}),
});
/** A line of an order as it earns, see the schema of the same name. */
export interface EarningLine extends Readonly<z.output<typeof EarningLine>> {}

/** What is bought, as far as points go. Amounts are whole numbers of the smallest unit of the currency. */
export const EarningOrder = z
  .strictObject({
    /** Which order. */
    id: name,
    /** The currency of all its amounts. */
    currency: z.string().length(3),
    /** What was bought. */
    lines: z.array(EarningLine).max(10_000).readonly(),
    /** Taken off the whole order; spread over the lines. */
    discountMinor: amountMinor.default(0),
    /** What delivery costs. */
    shippingMinor: amountMinor.default(0),
    /** How much of it gift cards paid. */
    paidByGiftCardsMinor: amountMinor.default(0),
    /** How much of it points paid. */
    paidByPointsMinor: amountMinor.default(0),
    /** What rules may ask about. */
    attributes: Attributes.default({}),
  })
  .check(({ value: { lines }, issues }) => {
    const ids = new Set<string>();
    lines.forEach(({ id, amountMinor, discountMinor, taxMinor }, at) => {
      const message = ids.has(id)
        ? "must be unique"
        : discountMinor + taxMinor > amountMinor && "must not be below zero";
      if (message) issues.push({ code: "custom", input: id, path: ["lines", at], message });
      ids.add(id);
    });
  });
/** What is bought, see the schema of the same name. */
export interface EarningOrder extends Readonly<z.output<typeof EarningOrder>> {}

/** A list of named whole numbers. */
export const Counts = z.array(z.tuple([z.string(), z.int()]).readonly()).readonly();
/** A list of named whole numbers. */
export type Counts = z.output<typeof Counts>;

/** The sums of two lists, by name. */
export function addCounts(counts: Counts, more: Counts): Counts {
  const sums = new Map(counts);
  for (const [name, by] of more) sums.set(name, (sums.get(name) ?? 0) + by);
  return [...sums];
}

/** An order with all that is needed to reckon its points again when part of it is given back. */
export const OrderFacts = z.strictObject({
  /** When it was placed. */
  at: Instant,
  /** The version of the programme that decided it. */
  programme: z.int().positive(),
  /** The tier at that time. */
  tier: name.optional(),
  /** Who of a household bought. */
  memberId: name.optional(),
  /** What was bought. */
  order: EarningOrder,
  /** What was given back, by line. */
  refunded: Counts,
  /** What it has added to counters of caps and stamps. */
  counts: Counts,
  /** How much its caps left at that time, by counter. */
  rooms: Counts,
  /** What is left of it after the programme's deductions and refunds. */
  baseMinor: z.int().nonnegative(),
});
/** An order with all that is needed to reckon its points again, see the schema of the same name. */
export interface OrderFacts extends Readonly<z.output<typeof OrderFacts>> {}

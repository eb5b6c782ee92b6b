import { z } from "zod";
import { OrderLineId, ProductId } from "./identifier.ts";
import { Instant } from "./instant.ts";
import { textUpTo } from "./model-field.ts";
import { Money } from "./money.ts";

const quantity = z.int().positive().max(1_000_000);

/** An amount of zero or more. */
export const Price = Money.refine(({ amountMinor }) => amountMinor >= 0, {
  path: ["amountMinor"],
  message: "must not be negative",
});

/** One product in an order. What it costs is `quantity × unitPrice − discount`. */
export const OrderLine = z.strictObject({
  /** Unique within the order. */
  id: OrderLineId,
  /** What was bought. */
  productId: ProductId,
  /** How many were bought. */
  quantity,
  /** What one cost, with tax where prices include it. */
  unitPrice: Price,
  /** What was taken off the whole line, at most what it costs; a discount on the order is spread over its lines. */
  discount: Price.optional(),
});
/** One product in an order, see the schema of the same name. */
export interface OrderLine extends Readonly<z.output<typeof OrderLine>> {}

/** How many of an order line. */
export const LineQuantity = z.strictObject({
  /** Which line of the order. */
  lineId: OrderLineId,
  /** How many of it. */
  quantity,
});
/** How many of an order line, see the schema of the same name. */
export interface LineQuantity extends Readonly<z.output<typeof LineQuantity>> {}

/** A parcel of an order, on its way or delivered. */
export const Shipment = z.strictObject({
  /** Unique within the order. */
  id: textUpTo(128),
  /** What is in it. */
  lines: z.array(LineQuantity).readonly(),
  /** When it left. */
  shippedAt: Instant,
  /** When it arrived; without it, it has not. */
  deliveredAt: Instant.optional(),
  /** The carrier's number to follow it by. */
  trackingNumber: textUpTo(128).optional(),
});
/** A parcel of an order, see the schema of the same name. */
export interface Shipment extends Readonly<z.output<typeof Shipment>> {}

/** Money that was given back for an order. */
export const Refund = z.strictObject({
  /** Unique within the order. */
  id: textUpTo(128),
  /** What was given back for; empty for a gesture. */
  lines: z.array(LineQuantity).readonly().default([]),
  /** How much was given back. */
  amount: Price,
  /** When it was given back. */
  refundedAt: Instant,
});
/** Money that was given back for an order, see the schema of the same name. */
export interface Refund extends Readonly<z.output<typeof Refund>> {}

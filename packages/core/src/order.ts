import { z } from "zod";
import { Channel } from "./channel.ts";
import { Currency } from "./currency.ts";
import { CustomerId, OrderId, OrderLineId, ProductId } from "./identifier.ts";
import { Instant } from "./instant.ts";
import { asPersonal, label } from "./model-field.ts";

const amountMinor = z.int().nonnegative();
const quantity = z.int().positive();

/** One product in an order. The line costs `quantity × unitPriceMinor − discountMinor`. */
export const OrderLine = z.strictObject({
  /** Unique within the order. */
  id: OrderLineId,
  /** What was bought. */
  productId: ProductId,
  /** How many were bought. */
  quantity,
  /** What one cost, with tax where prices include it. */
  unitPriceMinor: amountMinor,
  /** What was taken off the whole line; a discount on the order is spread over its lines. */
  discountMinor: amountMinor.default(0),
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
  id: label,
  /** What is in it. */
  lines: z.array(LineQuantity).readonly(),
  /** When it left. */
  shippedAt: Instant,
  /** When it arrived; without it, it has not. */
  deliveredAt: Instant.optional(),
  /** The carrier's number to follow it by. */
  trackingNumber: label.optional(),
});
/** A parcel of an order, see the schema of the same name. */
export interface Shipment extends Readonly<z.output<typeof Shipment>> {}

/** Money that was given back for an order. */
export const Refund = z.strictObject({
  /** Unique within the order. */
  id: label,
  /** What it was given back for; empty for a gesture. */
  lines: z.array(LineQuantity).readonly().default([]),
  /** How much was given back. */
  amountMinor,
  /** When it was given back. */
  refundedAt: Instant,
});
/** Money that was given back for an order, see the schema of the same name. */
export interface Refund extends Readonly<z.output<typeof Refund>> {}

interface OrderParts {
  readonly lines: readonly OrderLine[];
  readonly shippingFeeMinor: number;
  readonly taxAddedMinor: number;
  readonly totalMinor: number;
  readonly shipments: readonly Shipment[];
  readonly refunds: readonly Refund[];
}

/**
 * What a customer bought in one go. All amounts are whole numbers of the smallest unit of the order's currency, none
 * is negative: `money(order.totalMinor, order.currency)`. All of it is the customer's to see.
 *
 * Refused are line ids that are not unique, shipments and refunds of lines that do not exist, a total that is not the sum of
 * its parts, and refunds that together are more than the total.
 */
export const Order = z
  .strictObject({
    /** Stands for the order everywhere else. */
    id: OrderId,
    /** Who bought. */
    customerId: CustomerId,
    /** When the order was placed. */
    placedAt: Instant,
    /** By which way it was placed. */
    channel: Channel.default("site"),
    /** What all its amounts are in. */
    currency: Currency,
    /** What was bought; at least one line. */
    lines: z.array(OrderLine).min(1).readonly(),
    /** What delivery cost. */
    shippingFeeMinor: amountMinor.default(0),
    /** Tax on top of the prices; zero where prices include it. */
    taxAddedMinor: amountMinor.default(0),
    /** What the customer had to pay: all lines, the shipping fee, and the tax added. */
    totalMinor: amountMinor,
    /** The parcels. */
    shipments: z.array(Shipment).readonly().default([]),
    /** What was given back. */
    refunds: z.array(Refund).readonly().default([]),
  })
  .check(({ value, issues }) => {
    for (const [message, ...path] of contradictionsIn(value)) {
      issues.push({ code: "custom", input: value, path, message });
    }
  })
  .meta(asPersonal);
/** What a customer bought in one go, see the schema of the same name. */
export interface Order extends Readonly<z.output<typeof Order>> {}
/** An order as it is written: keys with a default may be left out. */
export interface OrderInput extends Readonly<z.input<typeof Order>> {}

/** Everything in which the parts of an order contradict one another: a message, then the path. */
function* contradictionsIn(order: OrderParts): Generator<[string, ...(string | number)[]]> {
  const { lines, shipments, refunds, totalMinor } = order;
  const ids = new Set(lines.map(({ id }) => id));
  if (ids.size < lines.length) yield ["must have unique ids", "lines"];
  for (const [key, groups] of Object.entries({ shipments, refunds })) {
    const at = groups.findIndex((group) => !group.lines.every(({ lineId }) => ids.has(lineId)));
    if (at >= 0) yield ["must be lines of the order", key, at, "lines"];
  }
  const gross = sumOf([...lines.map(priceOf), order.shippingFeeMinor, order.taxAddedMinor]);
  const due = gross - sumOf(lines.map(({ discountMinor }) => discountMinor));
  const dear = lines.findIndex((line) => line.discountMinor > priceOf(line));
  if (dear >= 0) yield ["must not be more than the price", "lines", dear, "discountMinor"];
  // Below 2^53 no sum of whole numbers is ever rounded.
  if (due !== totalMinor || !Number.isSafeInteger(gross)) yield [`must be ${due}`, "totalMinor"];
  const refunded = sumOf(refunds.map(({ amountMinor }) => amountMinor));
  if (refunded > totalMinor) yield ["must not be more than the total", "refunds"];
}

function priceOf({ unitPriceMinor, quantity }: OrderLine): number {
  return unitPriceMinor * quantity;
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

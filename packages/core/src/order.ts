import { z } from "zod";
import { Channel } from "./channel.ts";
import { CustomerId, OrderId } from "./identifier.ts";
import { Instant } from "./instant.ts";
import { asPersonal } from "./model-field.ts";
import { inconsistenciesOf } from "./order-consistency.ts";
import { OrderLine, Price, Refund, Shipment } from "./order-parts.ts";

/**
 * What a customer bought in one go. All amounts are in one currency; `total` is the sum of the lines, the shipping fee
 * and the tax added; shipments and refunds name lines that exist; refunds name no more of a line than was bought and give
 * back no more than `total`. All of it is the customer's to see.
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
    /** What was bought; at least one line. */
    lines: z.array(OrderLine).min(1).readonly(),
    /** What delivery cost. */
    shippingFee: Price.optional(),
    /** Tax on top of the prices; absent where prices include it. */
    taxAdded: Price.optional(),
    /** What the customer had to pay. */
    total: Price,
    /** The parcels. */
    shipments: z.array(Shipment).readonly().default([]),
    /** What was given back. */
    refunds: z.array(Refund).readonly().default([]),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of inconsistenciesOf(value)) {
      issues.push({ code: "custom", input: value, path: [...path], message });
    }
  })
  .meta(asPersonal);
/** What a customer bought in one go, see the schema of the same name. */
export interface Order extends Readonly<z.output<typeof Order>> {}
/** An order as it is written: keys with a default may be left out. */
export interface OrderInput extends Readonly<z.input<typeof Order>> {}

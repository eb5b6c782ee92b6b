import { z } from "zod";

/** One for all, because a brand is for the compiler alone and each schema costs time when the module loads. */
const name = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]{1,128}$/u, "must be 1 to 128 characters without control characters");

/**
 * Makes the schema of an identifier: 1 to 128 characters (code points), none of them a control character
 * or half of a surrogate pair. The brand keeps identifiers of different things apart at compile time.
 *
 * @returns a zod schema whose output is a branded string
 *
 * @example
 * ```ts
 * import { identifier, parseInput } from "@kefu/core";
 *
 * const CampaignId = identifier<"CampaignId">();
 * parseInput(CampaignId, "campaign id", "spring-2026"); // => "spring-2026"
 * ```
 */
export function identifier<Brand extends string>() {
  return name.brand<Brand>();
}

/** Names a customer. */
export const CustomerId = identifier<"CustomerId">();
/** Names a customer. */
export type CustomerId = z.output<typeof CustomerId>;

/** Names a product. */
export const ProductId = identifier<"ProductId">();
/** Names a product. */
export type ProductId = z.output<typeof ProductId>;

/** Names an order. */
export const OrderId = identifier<"OrderId">();
/** Names an order. */
export type OrderId = z.output<typeof OrderId>;

/** Names a line of an order; unique within its order. */
export const OrderLineId = identifier<"OrderLineId">();
/** Names a line of an order; unique within its order. */
export type OrderLineId = z.output<typeof OrderLineId>;

/** Names a ticket. */
export const TicketId = identifier<"TicketId">();
/** Names a ticket. */
export type TicketId = z.output<typeof TicketId>;

/** Names a message. */
export const MessageId = identifier<"MessageId">();
/** Names a message. */
export type MessageId = z.output<typeof MessageId>;

/** Names an interaction. */
export const InteractionId = identifier<"InteractionId">();
/** Names an interaction. */
export type InteractionId = z.output<typeof InteractionId>;

/** Names a command, so that carrying it out twice is noticed. */
export const CommandId = identifier<"CommandId">();
/** Names a command, so that carrying it out twice is noticed. */
export type CommandId = z.output<typeof CommandId>;

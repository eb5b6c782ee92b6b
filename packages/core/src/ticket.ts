import { z } from "zod";
import { Channel } from "./channel.ts";
import { CustomerId, OrderId, ProductId, TicketId } from "./identifier.ts";
import { Instant } from "./instant.ts";
import { Locale } from "./locale.ts";
import { asInternal, asPersonal, label, tags, textUpTo } from "./model-field.ts";
import { ServiceLevel } from "./service-level.ts";

/** What a customer did to help themselves before asking a person, so that nobody has to say anything twice. */
export const SearchContext = z.strictObject({
  /** What was searched for, oldest first. */
  queries: z.array(textUpTo(2000)).readonly().default([]),
  /** Which entries of the knowledge base were read, oldest first, and what the customer said of them. */
  entriesSeen: z
    .array(
      z.strictObject({
        /** Which entry. */
        entryId: label,
        /** Whether it helped; absent where nothing was said. */
        helped: z.boolean().optional(),
      }),
    )
    .readonly()
    .default([]),
  /** How long the search took, from the first word to giving up, in milliseconds. */
  spentMilliseconds: z.int().nonnegative().default(0),
});
/** What a customer did before asking a person, see the schema of the same name. */
export interface SearchContext extends Readonly<z.output<typeof SearchContext>> {}

/** A need that a person looks after, from the first word until it is met. */
export const Ticket = z
  .strictObject({
    /** Stands for the ticket everywhere else. */
    id: TicketId,
    /** Who asked; absent while unknown. */
    customerId: CustomerId.optional(),
    /** What it is about, in a line. */
    subject: textUpTo(500),
    /**
     * `"new"` nobody has looked at it; `"open"` it is the business's turn; `"pending"` it is the customer's turn;
     * `"on-hold"` a third party's; `"solved"` an answer was given that the customer may still reject; `"closed"` for good.
     */
    status: z.enum(["new", "open", "pending", "on-hold", "solved", "closed"]).default("new"),
    /** Which level of need. */
    level: ServiceLevel.default("contact"),
    /** How soon it is to be looked at. */
    priority: z.enum(["low", "normal", "high", "urgent"]).default("normal").meta(asInternal),
    /** By which way it came. */
    channel: Channel,
    /** The language to answer in. */
    locale: Locale.optional(),
    /** When it came. */
    openedAt: Instant,
    /** When it was closed for good: there exactly when `status` is `"closed"`. */
    closedAt: Instant.optional(),
    /** Which order it is about. */
    orderId: OrderId.optional(),
    /** Which product it is about. */
    productId: ProductId.optional(),
    /** Who of the staff, or which team, looks after it. */
    assignee: label.meta(asInternal).optional(),
    /** For grouping, by the staff. */
    tags: tags.meta(asInternal),
    /** What the customer did before. */
    context: SearchContext.optional(),
  })
  .refine(({ status, closedAt }) => (status === "closed") === (closedAt !== undefined), {
    path: ["closedAt"],
    message: 'must be there exactly when status is "closed"',
  })
  .meta(asPersonal);
/** A need that a person looks after, see the schema of the same name. */
export interface Ticket extends Readonly<z.output<typeof Ticket>> {}
/** A ticket as it is written: keys with a default may be left out. */
export interface TicketInput extends Readonly<z.input<typeof Ticket>> {}

import { z } from "zod";
import { Channel, Direction } from "./channel.ts";
import { CustomerId, MessageId, TicketId } from "./identifier.ts";
import { Instant } from "./instant.ts";
import { Locale } from "./locale.ts";
import { asPersonal, textUpTo } from "./model-field.ts";

/** Something that customer and business said to each other. All of it is the customer's to see. */
export const Message = z
  .strictObject({
    /** Stands for the message everywhere else. */
    id: MessageId,
    /** Which ticket it belongs to. */
    ticketId: TicketId.optional(),
    /** The customer on one side of it; absent while unknown. */
    customerId: CustomerId.optional(),
    /** Who spoke. */
    direction: Direction,
    /** By which way. */
    channel: Channel,
    /** When it was sent. */
    sentAt: Instant,
    /** What was said, as plain text. */
    text: textUpTo(100_000),
    /** The language it is in, where known. */
    locale: Locale.optional(),
  })
  .meta(asPersonal);
/** Something that was said, see the schema of the same name. */
export interface Message extends Readonly<z.output<typeof Message>> {}

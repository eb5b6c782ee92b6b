import { z } from "zod";
import { Channel, Direction } from "./channel.ts";
import { CustomerId, InteractionId } from "./identifier.ts";
import { Instant } from "./instant.ts";
import { asPersonal, label } from "./model-field.ts";

/** A touch point: one moment at which customer and business met. All of it is the customer's to see. */
export const Interaction = z
  .strictObject({
    /** Stands for the interaction everywhere else. */
    id: InteractionId,
    /** Who met the business. */
    customerId: CustomerId,
    /** When. */
    at: Instant,
    /** By which way. */
    channel: Channel,
    /** Who started it. */
    direction: Direction,
    /** What it was about: names a message, an entry, an offer, a page, where these are kept. */
    contentReference: label.optional(),
    /** What came of it, as a code such as `"opened"`, `"helped"`, `"bought"`; absent while unknown. */
    outcome: label.optional(),
  })
  .meta(asPersonal);
/** A touch point, see the schema of the same name. */
export interface Interaction extends Readonly<z.output<typeof Interaction>> {}

import { Channel, Instant } from "@kefu/core";
import { z } from "zod";
import { MessagePurpose } from "../rules/rule-set.ts";

/** A message that went to the customer, or is planned to: what frequency caps count. */
export const SentMessage = z.strictObject({
  /** When it went, or is to go. */
  at: Instant,
  /** By which way. */
  channel: Channel,
  /** What it counts as, in the shop's own words. */
  category: z.string().min(1).max(128),
  /** What it was for. */
  purpose: MessagePurpose.default("marketing"),
});
/** A message that went to the customer, see the schema of the same name. */
export interface SentMessage extends Readonly<z.output<typeof SentMessage>> {}
/** A sent message as it is written: keys with a default may be left out. */
export interface SentMessageInput extends Readonly<z.input<typeof SentMessage>> {}

import { Channel } from "@kefu/core";
import { z } from "zod";
import { ConsentRecord } from "./consent.ts";
import { QuietHours } from "./contact-policy.ts";
import { listOf } from "./list-of.ts";
import { ResponseHours } from "./send-hour.ts";
import { Suppression } from "./suppression.ts";

/** How a customer may be reached, and what they have said about it. */
export const CustomerContact = z.strictObject({
  /** IANA name of the zone that they live in; where it is missing or unknown, the shop's own serves. */
  timeZone: z.string().max(128).optional(),
  /** The channels on which they can be reached, the one they like best first. */
  channels: listOf(Channel),
  /** What they have agreed to and taken back. */
  consents: listOf(ConsentRecord).default([]),
  /** Their own quiet hours, in place of the policy's. */
  quietHours: QuietHours.optional(),
  /** The channels that must not be used, and why. */
  suppressions: listOf(Suppression).default([]),
  /** When they answered messages in the past, for choosing the hour. */
  responses: ResponseHours.optional(),
});
/** How a customer may be reached, see the schema of the same name. */
export interface CustomerContact extends Readonly<z.output<typeof CustomerContact>> {}
/** How a customer may be reached, as it is written: keys with a default may be left out. */
export interface CustomerContactInput extends Readonly<z.input<typeof CustomerContact>> {}

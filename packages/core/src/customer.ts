import { z } from "zod";
import { Channel } from "./channel.ts";
import { CustomerId } from "./identifier.ts";
import { Instant } from "./instant.ts";
import { Locale } from "./locale.ts";
import { asInternal, asPersonal, label, tags, textUpTo } from "./model-field.ts";

const ZONE_NAME = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/;

/** Something by which a customer is recognised. */
export const CustomerIdentity = z.strictObject({
  /** What it is: an e-mail address, a phone number, an account here or elsewhere, a device. */
  kind: z.enum(["email", "phone", "account", "device"]),
  /** The address, number or name itself. */
  value: textUpTo(320),
  /** Whether the customer has proved that it is theirs. */
  verified: z.boolean().default(false),
});
/** Something by which a customer is recognised, see the schema of the same name. */
export interface CustomerIdentity extends Readonly<z.output<typeof CustomerIdentity>> {}

/** Where a customer can be reached. */
export const ContactPoint = z.strictObject({
  /** By which way. */
  channel: Channel,
  /** The address or number there. */
  address: textUpTo(320),
});
/** Where a customer can be reached, see the schema of the same name. */
export interface ContactPoint extends Readonly<z.output<typeof ContactPoint>> {}

/** Someone who buys, or may. What the staff note is kept from the customer. */
export const Customer = z
  .strictObject({
    /** Stands for the customer everywhere else. */
    id: CustomerId,
    /** As the customer wants to be called. */
    name: textUpTo(200).optional(),
    /** By what the customer is recognised. */
    identities: z.array(CustomerIdentity).readonly().default([]),
    /** The language to write in. */
    locale: Locale,
    /** IANA name of the zone that the customer lives in, as in `"Asia/Taipei"`. Only its form is checked here. */
    timeZone: z.string().check(z.maxLength(64), z.regex(ZONE_NAME)).optional(),
    /** Where the customer can be reached, the preferred way first. */
    contactPoints: z.array(ContactPoint).readonly().default([]),
    /** Where the record of consents is kept; without it there is none. */
    consentsReference: label.meta(asInternal).optional(),
    /** The standing that a loyalty programme gave. */
    tier: label.optional(),
    /** For grouping, by the staff. */
    tags: tags.meta(asInternal),
    /** Since when the customer is known. */
    since: Instant.optional(),
  })
  .meta(asPersonal);
/** Someone who buys, or may, see the schema of the same name. */
export interface Customer extends Readonly<z.output<typeof Customer>> {}
/** A customer as it is written: keys with a default may be left out. */
export interface CustomerInput extends Readonly<z.input<typeof Customer>> {}

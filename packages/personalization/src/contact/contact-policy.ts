import { Channel } from "@kefu/core";
import { z } from "zod";
import { isKnownZone } from "./wall-clock.ts";

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const time = z.string().regex(TIME, "must be HH:MM, from 00:00 to 23:59");
const label = z.string().min(1).max(128);
const hour = z.int().min(0).max(23);

/**
 * The hours of every day in which nobody is to be disturbed, on the customer's own clock: from `start` until just
 * before `end`, over midnight when `end` is the earlier one. The same time twice means that there are none.
 */
export const QuietHours = z.strictObject({
  /** The first minute that is quiet: `"21:00"`. An hour that comes twice is quiet from its first pass. */
  start: time,
  /** The first minute that is not: `"08:00"`. An hour that comes twice is quiet up to its second pass. */
  end: time,
});
/** The hours in which nobody is to be disturbed, see the schema of the same name. */
export interface QuietHours extends Readonly<z.output<typeof QuietHours>> {}

const capped = {
  /** Counts messages of this category only; without it, of all. */
  category: label.optional(),
  /** Counts messages on this channel only; without it, on all together. */
  channel: Channel.optional(),
  /** How many there may be; 0 is never. What is not capped is not limited. */
  max: z.int().nonnegative().max(1_000_000),
};

/** How many messages are welcome in a time. Transactional ones neither count nor are held back. */
export const FrequencyCap = z.union([
  z.strictObject({
    ...capped,
    /** A period of the customer's own calendar; weeks begin on Monday. */
    per: z.enum(["day", "week", "month"]),
  }),
  z.strictObject({
    ...capped,
    /** Any stretch of so many hours; a message leaves it when exactly so many have passed. */
    rollingHours: z
      .int()
      .positive()
      .max(24 * 366),
  }),
]);
/** How many messages are welcome in a time, see the schema of the same name. */
export type FrequencyCap = Readonly<z.output<typeof FrequencyCap>>;

/** At which hour of the customer's own day to write, after when messages were answered in the past. */
export const SendHourPolicy = z
  .strictObject({
    /** The first hour that comes into question. */
    fromHour: hour.default(8),
    /** The last hour that comes into question, itself included. */
    toHour: hour.default(20),
    /** With fewer responses than this there is no telling, and `fallbackHour` serves. */
    minimumResponses: z.int().positive().max(1_000_000).default(20),
    /** The hour to write at while too little is known. */
    fallbackHour: hour.default(10),
  })
  .refine(({ fromHour, toHour }) => fromHour <= toHour, {
    path: ["toHour"],
    message: "must not be before fromHour",
  });
/** At which hour to write, see the schema of the same name. */
export interface SendHourPolicy extends Readonly<z.output<typeof SendHourPolicy>> {}
/** A policy for the hour as it is written: keys with a default may be left out. */
export interface SendHourPolicyInput extends Readonly<z.input<typeof SendHourPolicy>> {}

const consentMode = z.enum(["opt-in", "opt-out"]);

/** When, where and how often customers may be written to. Marketing always needs consent; that is no matter of policy. */
export const ContactPolicy = z.strictObject({
  /** The shop's own zone (IANA), for customers of whom none is known. */
  timeZone: z.string().refine((zone) => isKnownZone(zone), {
    error: "is no known IANA time zone: write one such as Asia/Shanghai",
  }),
  /** The hours without messages, for customers who have not set their own; none by default. */
  quietHours: QuietHours.optional(),
  /** All of them hold at once; without any there is no limit. */
  caps: z.array(FrequencyCap).max(100).readonly().default([]),
  /** Channels on which consent counts only once it is confirmed (double opt-in). */
  doubleOptIn: z.array(Channel).readonly().default([]),
  /** Whether service messages wait for consent (`"opt-in"`), or for nobody having withdrawn it (`"opt-out"`). */
  serviceConsent: consentMode.default("opt-in"),
  /** The same for rules that look at what is known of the customer. */
  profilingConsent: consentMode.default("opt-in"),
  /** What a critical message need not wait for. Consent always counts. */
  criticalPasses: z
    .array(z.enum(["caps", "quiet-hours"]))
    .readonly()
    .default([]),
  /** Which hour of the day to prefer; without it, messages go as soon as they may. */
  sendHour: SendHourPolicy.optional(),
  /** How many other offers come along, for the customer to choose from. */
  alternatives: z.int().nonnegative().max(100).default(3),
});
/** When, where and how often customers may be written to, see the schema of the same name. */
export interface ContactPolicy extends Readonly<z.output<typeof ContactPolicy>> {}
/** A contact policy as it is written: keys with a default may be left out. */
export interface ContactPolicyInput extends Readonly<z.input<typeof ContactPolicy>> {}

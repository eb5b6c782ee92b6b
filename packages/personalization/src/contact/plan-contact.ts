import { type Channel, Instant } from "@kefu/core";
import { z } from "zod";
import { RuleMessage } from "../rules/rule-set.ts";
import { checked } from "./checked.ts";
import type { CompiledContactPolicy } from "./compile-contact-policy.ts";
import { type ConsentStatus, statusOf } from "./consent.ts";
import { contactMoment } from "./contact-moment.ts";
import type { ContactReason } from "./contact-reason.ts";
import type { CustomerContactInput } from "./customer-contact.ts";
import { type OpenContact, openContact } from "./open-contact.ts";
import { SentMessage, type SentMessageInput } from "./sent-message.ts";
import { suppressing } from "./suppression.ts";
import { localTime } from "./wall-clock.ts";

/** What is asked of a contact policy: may this message go, and when? */
export interface ContactQuestion {
  /** The message. */
  readonly message: z.input<typeof RuleMessage>;
  /** What went to the customer before, and what is planned. */
  readonly history?: readonly SentMessageInput[] | undefined;
  /** The present moment. */
  readonly at: Instant;
}

const Question = z.lazy(() =>
  z.strictObject({
    message: RuleMessage,
    history: z.array(SentMessage).readonly().default([]),
    at: Instant,
  }),
);

/** How a message goes, or why it does not. */
export type ContactPlan =
  /** Goes by this channel, not before `sendAt`. */
  | {
      readonly outcome: "send";
      readonly channel: Channel;
      readonly sendAt: Instant;
      readonly because: readonly ContactReason[];
    }
  /** Must not go; `because` has a reason for each channel. */
  | { readonly outcome: "none"; readonly because: readonly ContactReason[] };

/**
 * Whether a message may go to a customer, by which channel and when.
 *
 * The customer's channels are tried in the customer's own order, as far as the message allows them. On each, consent comes first,
 * then suppression, then the first moment at which no cap, no quiet hours and no better hour stand against it; a
 * message that would expire by then does not go, nor does marketing that does not say how to leave. What is
 * transactional needs no consent and waits for nothing. Held back is not lost: `sendAt` is later then.
 *
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape; `OutOfRangeError`
 *   (`out-of-range`) for moments outside the years 1800 to 2199
 *
 * @example
 * ```ts
 * import { instant, isoOf } from "@kefu/core";
 * import { compileContactPolicy, planContact } from "@kefu/personalization";
 *
 * const policy = compileContactPolicy({
 *   timeZone: "Asia/Shanghai",
 *   quietHours: { start: "21:00", end: "08:00" },
 * });
 * const customer = {
 *   channels: ["email" as const],
 *   consents: [{ purpose: "marketing" as const, status: "granted" as const, at: instant("2026-01-01T00:00:00Z") }],
 * };
 * const message = {
 *   purpose: "marketing" as const,
 *   category: "newsletter",
 *   channels: ["email" as const],
 *   unsubscribe: { url: "https://shop.example/leave" },
 * };
 * const plan = planContact(policy, customer, { message, at: instant("2026-03-01T22:30:00+08:00") });
 * plan.outcome === "send" && isoOf(plan.sendAt); // => "2026-03-02T00:00:00.000Z"
 * plan.because[0]; // => { code: "held-by-quiet-hours", facts: { channel: "email" } }
 * ```
 */
export function planContact(
  policy: CompiledContactPolicy,
  customer: CustomerContactInput,
  question: ContactQuestion,
): ContactPlan {
  const { message, history, at } = checked(Question, "contact question", question);
  const contact = openContact(policy, customer, { history, at });
  const plan = planOf(contact, message);
  const because = [...contact.because, ...plan.because];
  if (plan.outcome === "none") return { outcome: "none", because };
  return { ...plan, because: [...because, allowed(contact, plan)] };
}

/** The last word on a message that may go. Left to the end, for telling the time takes longer than finding it. */
export function allowed(
  { timeZone }: OpenContact,
  { channel, sendAt }: Extract<ContactPlan, { outcome: "send" }>,
): ContactReason {
  return { code: "allowed", facts: { channel, at: localTime(timeZone, sendAt) } };
}

/** {@link planContact} of what is known to be in shape, without the last word. */
export function planOf(contact: OpenContact, message: RuleMessage): ContactPlan {
  const because: ContactReason[] = [];
  const channels = commonChannels(contact.customer.channels, message.channels);
  if (channels.length === 0) because.push({ code: "no-common-channel", facts: {} });
  for (const channel of channels) {
    const refusal = refusalOn(contact, message, channel);
    if (refusal !== undefined) {
      because.push(refusal);
      continue;
    }
    const moment = contactMoment(contact, message, channel);
    because.push(...moment.because);
    const { at: sendAt } = moment;
    if (sendAt === undefined) continue;
    if (message.purpose === "marketing" && message.unsubscribe === undefined) {
      because.push({ code: "no-unsubscribe", facts: { channel } });
      continue;
    }
    return { outcome: "send", channel, sendAt, because };
  }
  return { outcome: "none", because };
}

/** The customer's channels in their order, as far as the message allows them, each once. */
function commonChannels(customer: readonly Channel[], message: readonly Channel[]): Channel[] {
  const common: Channel[] = [];
  for (const channel of customer) {
    if (message.includes(channel) && !common.includes(channel)) common.push(channel);
  }
  return common;
}

/** What keeps a message from a channel at any time. */
function refusalOn(
  contact: OpenContact,
  message: RuleMessage,
  channel: Channel,
): ContactReason | undefined {
  const status = consentTo(contact, message, channel);
  if (status !== "granted") return { code: `consent-${status}`, facts: { channel } };
  const found = suppressing(contact.customer.suppressions, channel, contact.at);
  return found && { code: "suppressed", facts: { channel, reason: found.reason } };
}

function consentTo(
  { policy, customer, at }: OpenContact,
  { purpose, topic }: RuleMessage,
  channel: Channel,
): ConsentStatus {
  if (purpose === "transactional") return "granted";
  const optIn = policy.doubleOptIn.includes(channel) ? "double" : "single";
  const status = statusOf(customer.consents, { purpose, channel, topic, optIn }, at);
  const isOptOut = purpose === "service" && policy.serviceConsent === "opt-out";
  return isOptOut && status !== "withdrawn" ? "granted" : status;
}

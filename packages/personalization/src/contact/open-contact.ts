import type { Instant } from "@kefu/core";
import { checked } from "./checked.ts";
import { type CompiledContactPolicy, preparedPolicy } from "./compile-contact-policy.ts";
import type { ContactPolicy } from "./contact-policy.ts";
import type { ContactReason } from "./contact-reason.ts";
import { CustomerContact, type CustomerContactInput } from "./customer-contact.ts";
import { type QuietSpan, quietSpan } from "./quiet-hours.ts";
import type { SentMessage } from "./sent-message.ts";
import { isKnownZone, offsetsAround } from "./wall-clock.ts";

/** All that is known about a customer when messages are planned for them. */
export interface OpenContact {
  readonly policy: ContactPolicy;
  readonly customer: CustomerContact;
  readonly history: readonly SentMessage[];
  readonly at: Instant;
  /** The customer's own, or the shop's. */
  readonly timeZone: string;
  readonly quiet: QuietSpan | undefined;
  /** What is to be said whatever comes of it. */
  readonly because: readonly ContactReason[];
}

/** Gets a customer ready for planning: their zone and their quiet hours, or those of the policy. */
export function openContact(
  compiled: CompiledContactPolicy,
  given: CustomerContactInput,
  { history, at }: { readonly history: readonly SentMessage[]; readonly at: Instant },
): OpenContact {
  const { policy, quiet } = preparedPolicy(compiled);
  const customer = checked(CustomerContact, "customer contact", given);
  // Asked first, so that a moment out of range is not taken for an unknown zone.
  offsetsAround(policy.timeZone, at);
  const own = customer.timeZone;
  const isKnown = own !== undefined && isKnownZone(own, at);
  const timeZone = isKnown ? own : policy.timeZone;
  return {
    policy,
    customer,
    history,
    at,
    timeZone,
    quiet: customer.quietHours === undefined ? quiet : quietSpan(customer.quietHours),
    because:
      own === undefined || isKnown ? [] : [{ code: "time-zone-unknown", facts: { timeZone } }],
  };
}

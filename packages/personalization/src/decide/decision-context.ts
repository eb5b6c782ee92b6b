import { type Instant, instant } from "@kefu/core";
import { z } from "zod";
import { checked, mistake } from "../contact/checked.ts";
import type { CompiledContactPolicy } from "../contact/compile-contact-policy.ts";
import { statusOf } from "../contact/consent.ts";
import type { CustomerContactInput } from "../contact/customer-contact.ts";
import { listOf } from "../contact/list-of.ts";
import { type OpenContact, openContact } from "../contact/open-contact.ts";
import { SentMessage, type SentMessageInput } from "../contact/sent-message.ts";
import { whileReading } from "../rules/while-reading.ts";

/** What a decision has to know beside profile and rules. */
export interface DecisionContext {
  /** The present moment. */
  readonly at: Instant;
  /** When, where and how often customers may be written to; made by {@link compileContactPolicy}. */
  readonly policy: CompiledContactPolicy;
  /** How this customer may be reached, and what they have agreed to. */
  readonly customer: CustomerContactInput;
  /** What went to them before, and what is planned; nothing by default. */
  readonly history?: readonly SentMessageInput[] | undefined;
}

const History = z.lazy(() => listOf(SentMessage));
const NOTHING: readonly SentMessage[] = [];

/** Checks a context, and gets the customer ready for planning. */
export function openContext(context: DecisionContext): OpenContact {
  if (typeof context !== "object" || context === null) {
    throw mistake("decision context", [], "must be an object");
  }
  return whileReading("decision context", () => {
    const { at, policy, customer, history } = context;
    const sent = history === undefined ? NOTHING : checked(History, "history", history);
    return openContact(policy, customer, { history: sent, at: instant(at) });
  });
}

/** Whether the customer lets their profile be looked at. */
export function mayProfile({ policy, customer, at }: OpenContact): boolean {
  const status = statusOf(customer.consents, { purpose: "profiling", optIn: "single" }, at);
  return policy.profilingConsent === "opt-out" ? status !== "withdrawn" : status === "granted";
}

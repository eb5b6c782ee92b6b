import type { Instant } from "@kefu/core";
import type { EscalationTicket, Fact } from "@kefu/escalation";
import { type DeskPromise, isOpen } from "./duty.ts";

/** A new date for a promise that the customer has not agreed to yet. */
export type Proposal = Extract<Fact, { type: "renegotiate" }>;

/** What the customer is asked about a promise: the latest date proposed, as long as both dates are still to come. */
export function proposalFor(
  { pages }: EscalationTicket,
  promise: DeskPromise,
  now: Instant,
): Proposal | undefined {
  const last = pages
    .flat()
    .findLast((fact) => fact.type === "renegotiate" && fact.replaces === promise.id);
  const isAsked = last?.type === "renegotiate" && !last.agreed && last.dueAt > now;
  return isAsked && isOpen(promise) ? last : undefined;
}

import type { Because, Channel, Instant, JsonValue } from "@kefu/core";
import type { ContactReason } from "../contact/contact-reason.ts";
import type { DrawnVariant } from "../rules/select-rules.ts";

/** Why something is offered, or not. */
export type DecisionReason =
  | ContactReason
  | Because<
      | "no-profiling"
      | "held-out"
      | "exclusive"
      | "not-in-share"
      | "no-variant"
      | "passed-on"
      | "rule-blocked"
      | "rule-counts"
      | "no-rule"
    >;

/** What a rule gives to someone. */
export interface Offer {
  /** The id of the rule. */
  readonly rule: string;
  /** What the rule, or the variant, says. */
  readonly content: JsonValue;
  /** Where the rule has a split. */
  readonly variant?: DrawnVariant;
}

/** What is decided for a customer. `because` tells, in the order of decision, what spoke for and against. */
export type OfferDecision =
  /** Send it by this channel, not before `sendAt`. */
  | (Offer & {
      readonly outcome: "send";
      readonly channel: Channel;
      readonly sendAt: Instant;
      readonly alternatives: readonly Offer[];
      readonly because: readonly DecisionReason[];
    })
  /** Show it where the customer happens to be: the rule has no message. */
  | (Offer & {
      readonly outcome: "show";
      readonly alternatives: readonly Offer[];
      readonly because: readonly DecisionReason[];
    })
  /** Nothing for now. From `retryAt` on the answer may be another, where that is known. */
  | {
      readonly outcome: "none";
      readonly because: readonly DecisionReason[];
      readonly retryAt?: Instant;
    };

import type { Instant } from "@kefu/core";
import type { OpenContact } from "../contact/open-contact.ts";
import { type ContactPlan, planOf } from "../contact/plan-contact.ts";
import type { PassedOver, RuleSelection, SelectedRule } from "../rules/select-rules.ts";
import type { DecisionReason, Offer } from "./offer-decision.ts";

/** A rule that counts, and how its content reaches the customer; what is only shown needs no plan. */
export interface WeighedRule {
  readonly selected: SelectedRule;
  readonly plan: ContactPlan | undefined;
}

/** Plans one rule after the other, in the order of decision, until so many can reach the customer. */
export function weighRules(
  contact: OpenContact,
  selection: RuleSelection,
  wanted: number,
): WeighedRule[] {
  const weighed: WeighedRule[] = [];
  let left = wanted;
  for (const selected of selection.selected) {
    if (left === 0) break;
    const { message } = selected.rule;
    const plan = message === undefined ? undefined : planOf(contact, message);
    if (plan?.outcome !== "none") left--;
    weighed.push({ selected, plan });
  }
  return weighed;
}

/** What a rule gives. */
export function offerOf({ rule, content, variant }: SelectedRule): Offer {
  return variant === undefined ? { rule: rule.id, content } : { rule: rule.id, content, variant };
}

/** Why a rule that fits does not count. */
export function passedOverReason(passed: PassedOver): DecisionReason {
  const { rule, because: code } = passed;
  if (code === "exclusive") {
    const group = rule.exclusive ?? "";
    return { code, facts: { rule: rule.id, group, winner: passed.winner } };
  }
  if (code === "passed-on") return { code, facts: { rule: rule.id, variant: passed.variant.id } };
  return { code, facts: { rule: rule.id } };
}

/** The first moment after `at` at which a rule begins to count, or a channel is free again. */
export function nextChange(
  { customer, at }: OpenContact,
  rules: readonly { readonly activeFrom?: Instant | undefined }[],
): Instant | undefined {
  let next = Number.POSITIVE_INFINITY;
  for (const { activeFrom } of rules) {
    if (activeFrom !== undefined && activeFrom > at) next = Math.min(next, activeFrom);
  }
  for (const { until } of customer.suppressions) {
    if (until !== undefined && until > at) next = Math.min(next, until);
  }
  return next === Number.POSITIVE_INFINITY ? undefined : (next as Instant);
}

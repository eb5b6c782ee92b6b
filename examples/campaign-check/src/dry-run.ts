import type { Instant } from "@kefu/core";
import {
  type CompiledRules,
  compileRules,
  type DecisionContext,
  decide,
  type OfferDecision,
  type RuleSetInput,
} from "@kefu/personalization";
import type { z } from "zod";
import type { Campaign } from "./read-campaign.ts";
import type { Customer } from "./read-customers.ts";

/** What a customer would get. */
export interface Decided {
  readonly customer: string;
  readonly decision: OfferDecision;
}

/** How often a rule counts. */
interface RuleSum {
  sent: number;
  /** Of those sent: not at once. */
  later: number;
  shown: number;
}

/** A campaign made ready to be asked, as of a moment. */
export interface DryRun {
  readonly rules: CompiledRules;
  /** What the campaign says that profiles look like. */
  readonly profile: z.ZodType | undefined;
  readonly contextOf: (customer: Customer) => DecisionContext;
  /** Decides for a customer, and counts it. */
  readonly ask: (customer: Customer) => Decided;
  /** What was counted so far: each rule of the set, in its order. */
  readonly sums: ReadonlyMap<string, RuleSum>;
  readonly asked: () => number;
}

/** @throws `InvalidRuleSetError` when the rules can't be used */
export function dryRun({ rules: ruleSet, profile, policy }: Campaign, at: Instant): DryRun {
  const rules = compileRules(ruleSet as RuleSetInput, { profile });
  const none = (): RuleSum => ({ sent: 0, later: 0, shown: 0 });
  const sums = new Map(rules.ruleSet.rules.map(({ id }) => [id, none()]));
  let asked = 0;
  const contextOf = ({ contact, history }: Customer) => ({
    at,
    policy,
    customer: contact,
    history,
  });
  const ask = (customer: Customer): Decided => {
    const decision = decide(customer.profile, contextOf(customer), rules);
    asked++;
    const sum = decision.outcome === "none" ? undefined : sums.get(decision.rule);
    if (sum !== undefined) count(sum, decision, at);
    return { customer: String(customer.profile.id), decision };
  };
  return { rules, profile, contextOf, ask, sums, asked: () => asked };
}

function count(sum: RuleSum, decision: OfferDecision, at: Instant): void {
  if (decision.outcome === "show") sum.shown++;
  if (decision.outcome !== "send") return;
  sum.sent++;
  if (decision.sendAt > at) sum.later++;
}

import { Condition, Instant } from "@kefu/core";
import { z } from "zod";
import { ComplaintRule } from "./complaint-rule.ts";
import { Ladder } from "./ladder.ts";
import { namesTwice } from "./names-twice.ts";
import { ProductStandard } from "./product-standard.ts";
import { PromiseRule } from "./promise-rule.ts";
import { Target } from "./target.ts";

/** Which targets a ticket is entitled to. */
const EntitlementRule = z.strictObject({
  /** Names the rule, for explanations. */
  id: z.string().min(1).max(64),
  /** Asked of the ticket's attributes: tier, plan, product, channel and whatever else the host says; without it every ticket will do. */
  when: Condition.optional(),
  /** The targets, by id. */
  targets: z.array(z.string().min(1).max(64)).max(64).readonly(),
});

/**
 * What is owed to whom, how fast, and what becomes of it when it is not met. A published version never changes: say a
 * new one. Tickets keep the version under which they were opened until they are told otherwise.
 */
export const EscalationPolicy = z
  .strictObject({
    /** Names the policy over its versions. */
    id: z.string().min(1).max(128),
    /** Which edition it is. */
    version: z.int().nonnegative(),
    /** From when on new tickets take it; `null`: since ever. Of several versions the newest in force wins. */
    from: Instant.nullable().default(null),
    /** All targets that rules can choose from. */
    targets: z.array(Target).max(1000).readonly().default([]),
    /** Who is entitled to which; the first that applies wins, and where none applies nothing is owed. */
    rules: z.array(EntitlementRule).max(1000).readonly().default([]),
    /** How needs climb; without it a ticket stays on the level at which it was opened. */
    ladder: Ladder.optional(),
    /** How complaints are settled. */
    complaint: ComplaintRule.prefault({}),
    /** How promises are watched over. */
    promises: PromiseRule.prefault({}),
    /** What is published of products. */
    products: z.array(ProductStandard).max(10_000).readonly().default([]),
    /** States in which it is the customer's turn: a message of the customer makes the ticket `"open"` again. */
    customersTurn: z.array(z.string().min(1).max(64)).max(16).readonly().default(["pending"]),
  })
  .superRefine((policy, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const targets = new Map(policy.targets.map((target) => [target.id, target]));
    if (targets.size < policy.targets.length) issue(["targets"], "names a target twice");
    policy.targets.forEach(({ thresholds }, i) => {
      if (!namesTwice(thresholds.map(({ id }) => id))) return;
      issue(["targets", i, "thresholds"], "names a threshold twice");
    });
    const extra = policy.complaint.targets;
    extra.forEach((id, i) => {
      if (!targets.has(id)) issue(["complaint", "targets", i], "is no target of this policy");
    });
    policy.rules.forEach((rule, i) => {
      const clocks = new Set<string>();
      [...rule.targets, ...extra].forEach((id, k) => {
        const target = targets.get(id);
        const path = ["rules", i, "targets", k];
        if (target === undefined) {
          if (k < rule.targets.length) issue(path, "is no target of this policy");
          return;
        }
        if (clocks.has(clockOf(target))) issue(path, `governs ${clockOf(target)} a second time`);
        clocks.add(clockOf(target));
      });
    });
  });
/** What is owed to whom, see the schema of the same name. */
export interface EscalationPolicy extends Readonly<z.output<typeof EscalationPolicy>> {}
/** An escalation policy as it is written: keys with a default may be left out. */
export interface EscalationPolicyInput extends Readonly<z.input<typeof EscalationPolicy>> {}

/** Which clock a target governs. */
export function clockOf({ clock, agreement, metric }: Target): string {
  return clock ?? `${agreement}:${metric}`;
}

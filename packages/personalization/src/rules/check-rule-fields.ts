import type { z } from "zod";
import type { RuleSet } from "./rule-set.ts";
import type { RuleSetIssue } from "./rule-set-issue.ts";

/** Fields, operators and values of a rule set that profiles of a schema can't have. */
export function checkRuleFields(_ruleSet: RuleSet, _profile: z.ZodType): RuleSetIssue[] {
  return [];
}

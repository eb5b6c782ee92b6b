import { type CompiledRules, compileRules } from "../rules/compile-rules.ts";
import type { RuleCondition } from "../rules/rule-condition.ts";
import type { Rule, RuleSet } from "../rules/rule-set.ts";

/** A cache only: the same rules come out for the same set. */
const known = new WeakMap<CompiledRules, CompiledRules>();

/** The rules that count for customers who don't want their profile looked at, see {@link looksAtProfile}. */
export function rulesForAnyone(rules: CompiledRules): CompiledRules {
  const found = known.get(rules);
  if (found !== undefined) return found;
  const { ruleSet, profile } = rules;
  const kept = ruleSet.rules.filter((rule) => !looksAtProfile(rule, ruleSet.segments));
  const forAnyone = compileRules({ ...ruleSet, rules: kept }, { profile });
  known.set(rules, forAnyone);
  return forAnyone;
}

/**
 * Whether a rule asks anything of the profile. What is transactional answers what the customer did, and is not counted as such; nor is
 * the id by which shares and splits are drawn.
 */
export function looksAtProfile(rule: Rule, segments: RuleSet["segments"]): boolean {
  return rule.message?.purpose !== "transactional" && asksField(rule.when, segments, new Set());
}

function asksField(
  condition: RuleCondition,
  segments: RuleSet["segments"],
  seen: Set<string>,
): boolean {
  if ("field" in condition) return true;
  if ("const" in condition) return false;
  if ("segment" in condition) {
    const { segment } = condition;
    const definition = segments[segment];
    if (seen.has(segment) || definition === undefined) return false;
    return asksField(definition, segments, seen.add(segment));
  }
  return partsOf(condition).some((part) => asksField(part, segments, seen));
}

/** The parts of a combination, whichever it is. */
function partsOf(condition: RuleCondition): readonly RuleCondition[] {
  return Object.values(condition as Readonly<Record<string, RuleCondition>>).flat();
}

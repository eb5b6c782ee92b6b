import { InvalidInputError } from "@kefu/core";
import type { z } from "zod";
import { checkRuleFields } from "../rules/check-rule-fields.ts";
import { readRuleSet } from "../rules/parse-rule-set.ts";
import { type ProfileSchema, readProfileSchema } from "../rules/profile-schema.ts";
import type { RuleCondition } from "../rules/rule-condition.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { RuleSetIssue } from "../rules/rule-set-issue.ts";
import { segmentOrder } from "../rules/segment-order.ts";
import { whileReading } from "../rules/while-reading.ts";
import { type Judgement, judge, type Verdict } from "./contradiction.ts";
import type { Finding } from "./finding.ts";
import { lintCondition } from "./lint-conditions.ts";
import { lintParts } from "./lint-rule.ts";
import { shadowsAmong } from "./shadowing.ts";

/** What a rule set is looked through with. */
export interface LintRulesOptions {
  /** The zod schema of the profiles; without it nothing is known of fields, their types and values, and which are sensitive. */
  readonly profile?: z.ZodType | undefined;
}

/**
 * What is wrong with a rule set, or unlikely to be meant: all for which {@link compileRules} refuses it, and also conditions that
 * never or always hold, rules that another always beats, negations that let the unknown pass, unknown groups, empty lists of
 * conditions, marketing without a way out, sensitive fields in messages, dates that never are, and splits that don't add up.
 *
 * It may overlook a contradiction, but what it calls one is one.
 *
 * @param ruleSet - anything, such as what a file holds
 * @returns the findings in the order of the file; none when there is nothing to find
 * @throws `InvalidInputError` (`invalid-input`) when the schema is none
 *
 * @example
 * ```ts
 * import { explainFinding, lintRules } from "@kefu/personalization";
 *
 * const when = { all: [{ field: "age", op: "gte", value: 65 }, { field: "age", op: "lt", value: 18 }] };
 * const findings = lintRules({ version: "1", rules: [{ id: "a", when, content: "Hi" }] });
 * findings.map(({ rule, code }) => [rule, code]); // => [["a", "never"]]
 * findings.map((finding) => explainFinding(finding, "en").problem); // => ["This never holds: nothing can meet all that is asked of \"age\"."]
 * ```
 */
export function lintRules(ruleSet: unknown, options: LintRulesOptions = {}): Finding[] {
  if (typeof options !== "object" || options === null) {
    throw new InvalidInputError("options", [{ path: [], message: "must be an object" }]);
  }
  const profile = whileReading("options", () => options.profile);
  const schema = profile && readProfileSchema(profile);
  const { ruleSet: read, issues } = readRuleSet(ruleSet);
  if (read === undefined) return issues.map((issue) => findingOf(issue));
  const unfit = profile === undefined ? [] : checkRuleFields(read, profile);
  const refused = [...issues, ...unfit].map((issue) => findingOf(issue, read));
  return [
    ...refused,
    ...lintSegments(read, schema),
    ...lintEachRule(read, schema),
    ...shadows(read),
  ];
}

function findingOf({ code, path, message }: RuleSetIssue, ruleSet?: RuleSet): Finding {
  const [part, at] = path;
  const rule = part === "rules" && typeof at === "number" ? ruleSet?.rules[at]?.id : undefined;
  return { code, rule, path, facts: { message } };
}

function lintSegments(ruleSet: RuleSet, schema: ProfileSchema | undefined): Finding[] {
  const verdicts = segmentVerdicts(ruleSet);
  return Object.entries(ruleSet.segments).flatMap(([name, condition]) => {
    const path = ["segments", name];
    const drafts = [
      ...lintCondition(condition, path, ruleSet, schema),
      ...verdictFindings(condition, path, judge(condition, verdictIn(verdicts))),
    ];
    return drafts.map((draft) => ({ ...draft, rule: undefined }));
  });
}

function lintEachRule(ruleSet: RuleSet, schema: ProfileSchema | undefined): Finding[] {
  const sensitive = schema?.sensitiveFields ?? [];
  const verdicts = segmentVerdicts(ruleSet);
  return ruleSet.rules.flatMap((rule, at) => {
    const path = ["rules", at];
    const when = [...path, "when"];
    const drafts = [
      ...lintCondition(rule.when, when, ruleSet, schema),
      ...verdictFindings(rule.when, when, judge(rule.when, verdictIn(verdicts))),
      ...lintParts(rule, sensitive).map((draft) => ({ ...draft, path: [...path, ...draft.path] })),
    ];
    return drafts.map((draft) => ({ ...draft, rule: rule.id }));
  });
}

/** A rule for everyone, or for no one, says so itself; that is no finding. */
function verdictFindings(
  condition: RuleCondition,
  path: Finding["path"],
  { verdict, facts }: Judgement,
): Pick<Finding, "code" | "path" | "facts">[] {
  const isSaid = "const" in condition || "segment" in condition;
  return verdict === "sometimes" || isSaid
    ? []
    : [{ code: verdict, path, facts: { field: "", ...facts } }];
}

function segmentVerdicts({ segments }: RuleSet): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const name of segmentOrder(segments).order) {
    const condition = segments[name];
    if (condition) verdicts.set(name, judge(condition, verdictIn(verdicts)).verdict);
  }
  return verdicts;
}

function verdictIn(verdicts: ReadonlyMap<string, Verdict>): (segment: string) => Verdict {
  return (segment) => verdicts.get(segment) ?? "sometimes";
}

function shadows({ rules }: RuleSet): Finding[] {
  const inOrder = [...rules].sort((left, right) => right.priority - left.priority);
  const positions = new Map(rules.map((rule, at) => [rule, at]));
  return shadowsAmong(inOrder).map(({ rule, by }) => ({
    code: "shadowed",
    rule: rule.id,
    path: ["rules", positions.get(rule) ?? 0],
    facts: { winner: by.id, group: rule.exclusive ?? "" },
  }));
}

import { questionsOf } from "./questions-in.ts";
import type { RuleCondition } from "./rule-condition.ts";
import type { RuleSetIssue } from "./rule-set-issue.ts";

const INHERITED = /(?:^|\.)(?:__proto__|constructor|prototype)(?:\.|$)/;

/** Fields by names that all objects inherit: whoever asks for one means something else, or no good. */
export function inheritedFields(
  condition: RuleCondition,
  path: RuleSetIssue["path"],
): readonly RuleSetIssue[] {
  // Nearly all conditions come this way, so nothing is made for them.
  if ("field" in condition && !("where" in condition) && !INHERITED.test(condition.field))
    return [];
  return questionsOf(condition, path).flatMap(({ question, path: place }) => {
    const inner = "where" in question ? inheritedFields(question.where, [...place, "where"]) : [];
    return INHERITED.test(question.field)
      ? [issueOf(question.field, [...place, "field"]), ...inner]
      : inner;
  });
}

function issueOf(field: string, path: RuleSetIssue["path"]): RuleSetIssue {
  const message = `"${field}" names what every object inherits: give the field another name`;
  return { code: "invalid", path, message };
}

import type { FieldCondition } from "@kefu/core";
import type { RuleCondition } from "./rule-condition.ts";
import type { RuleSetIssue } from "./rule-set-issue.ts";

/** A question of a rule set, and where it stands. */
export interface PlacedQuestion {
  readonly question: FieldCondition;
  readonly path: RuleSetIssue["path"];
}

/** The parts of a rule set that ask. */
export interface AskingParts {
  readonly segments: Readonly<Record<string, RuleCondition>>;
  readonly rules: readonly { readonly when: RuleCondition }[];
}

/** Every question of a rule set, but those inside a `where`, in the order in which they are written. */
export function questionsIn({ segments, rules }: AskingParts): readonly PlacedQuestion[] {
  return [
    ...Object.entries(segments).flatMap(([name, condition]) =>
      questionsOf(condition, ["segments", name]),
    ),
    ...rules.flatMap(({ when }, at) => questionsOf(when, ["rules", at, "when"])),
  ];
}

/** The questions of a condition, with their paths behind that of the condition. */
export function questionsOf(
  condition: RuleCondition,
  path: RuleSetIssue["path"],
): readonly PlacedQuestion[] {
  if ("field" in condition) return [{ question: condition, path }];
  return partsOf(condition, path).flatMap(([part, own]) => questionsOf(part, own));
}

/** The parts of a combination, and where they stand. */
export function partsOf(
  condition: RuleCondition,
  path: RuleSetIssue["path"],
): readonly (readonly [part: RuleCondition, path: RuleSetIssue["path"]])[] {
  if ("not" in condition) return [[condition.not, [...path, "not"]]];
  if ("all" in condition) return condition.all.map((part, at) => [part, [...path, "all", at]]);
  if ("any" in condition) return condition.any.map((part, at) => [part, [...path, "any", at]]);
  if ("none" in condition) return condition.none.map((part, at) => [part, [...path, "none", at]]);
  return [];
}

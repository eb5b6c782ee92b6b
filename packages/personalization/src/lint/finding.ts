import type { KefuIssue } from "@kefu/core";
import type { RuleSetIssueCode } from "../rules/rule-set-issue.ts";

/** What kind of mistake a rule set has: those for which it is refused, and those that it is unlikely to mean. */
export type FindingCode =
  | RuleSetIssueCode
  | "unknown-group"
  | "never"
  | "always"
  | "shadowed"
  | "passes-when-unknown"
  | "empty-all"
  | "empty-any"
  | "no-unsubscribe"
  | "sensitive-field-in-message"
  | "dates-never"
  | "split-sum";

/** A mistake in a rule set, or something that it is unlikely to mean. {@link explainFinding} makes sentences of it. */
export interface Finding {
  /** What kind of mistake it is. */
  readonly code: FindingCode;
  /** The rule that it is in; undefined where it is in none. */
  readonly rule: string | undefined;
  /** Where it is. */
  readonly path: KefuIssue["path"];
  /** What its sentences name. */
  readonly facts: Readonly<Record<string, string | number>>;
}

import { KefuError, type KefuIssue } from "@kefu/core";

/** What a rule set is refused for. */
export type RuleSetIssueCode =
  | "invalid"
  | "unsafe-regex"
  | "unknown-segment"
  | "segment-cycle"
  | "unknown-field"
  | "type"
  | "unknown-value";

/** One thing for which a rule set is refused: what kind of mistake it is, where, and how to mend it. */
export interface RuleSetIssue extends KefuIssue {
  /** The kind of mistake. */
  readonly code: RuleSetIssueCode;
}

/** Says what is wrong with a rule set: every path at once. `code` is `"invalid-rule-set"`. */
export class InvalidRuleSetError extends KefuError {
  override readonly code = "invalid-rule-set";
  override readonly name = "InvalidRuleSetError";
}

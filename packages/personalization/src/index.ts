/**
 * Decides what to offer whom, when, where and how: rules, splits, consent, caps, quiet hours.
 *
 * @packageDocumentation
 */

export {
  type CompiledContactPolicy,
  compileContactPolicy,
} from "./contact/compile-contact-policy.ts";
export {
  ConsentPurpose,
  ConsentQuestion,
  ConsentRecord,
  type ConsentStatus,
  consentStatus,
} from "./contact/consent.ts";
export {
  ContactPolicy,
  type ContactPolicyInput,
  FrequencyCap,
  QuietHours,
  SendHourPolicy,
  type SendHourPolicyInput,
} from "./contact/contact-policy.ts";
export type { ContactReason } from "./contact/contact-reason.ts";
export { CustomerContact, type CustomerContactInput } from "./contact/customer-contact.ts";
export { CapQuestion, type Room, roomUnderCaps } from "./contact/frequency-caps.ts";
export { type ContactPlan, type ContactQuestion, planContact } from "./contact/plan-contact.ts";
export { quietUntil } from "./contact/quiet-hours.ts";
export {
  bestSendHour,
  MessageResponse,
  ResponseHours,
  responseHours,
  type SendHour,
} from "./contact/send-hour.ts";
export { SentMessage, type SentMessageInput } from "./contact/sent-message.ts";
export { Suppression, SuppressionReason, suppressionOf } from "./contact/suppression.ts";
export { decide } from "./decide/decide.ts";
export type { DecisionContext } from "./decide/decision-context.ts";
export type { DecisionReason, Offer, OfferDecision } from "./decide/offer-decision.ts";
export {
  type DecisionTrace,
  type RuleOutcome,
  type RuleTrace,
  type SegmentAnswer,
  traceDecision,
} from "./decide/trace-decision.ts";
export {
  CustomerTimeline,
  type CustomerTimelineInput,
  FollowUpPlan,
  type FollowUpPlanInput,
  FollowUpStep,
  TimelineEvent,
} from "./follow-up/follow-up-plan.ts";
export { type FollowUp, nextFollowUps, nextWakeAt } from "./follow-up/next-follow-ups.ts";
export {
  type Interest,
  InterestPolicy,
  type InterestPolicyInput,
  type InterestQuestion,
  type Interests,
  interestsOf,
  SearchCounts,
  SiteSearch,
  searchCounts,
} from "./interests/interests.ts";
export { explainFinding } from "./lint/explain-finding.ts";
export type { Finding, FindingCode } from "./lint/finding.ts";
export { lintMessages } from "./lint/lint-messages.ts";
export { type LintRulesOptions, lintRules } from "./lint/lint-rules.ts";
export { bucketBy, equalWeights, rangeOf, type SplitShares, splitRanges } from "./rules/bucket.ts";
export {
  type CompiledRules,
  type CompileRulesOptions,
  compileRules,
  matchRules,
  segmentsOf,
} from "./rules/compile-rules.ts";
export {
  defineRules,
  type ProfileRule,
  type ProfileRuleSet,
  type RuleWriter,
} from "./rules/define-rules.ts";
export { BucketHash, BucketRange, type Draw, Share } from "./rules/draw.ts";
export { parseRuleSet } from "./rules/parse-rule-set.ts";
export type { RuleCondition, SegmentCondition } from "./rules/rule-condition.ts";
export {
  HoldOut,
  MessagePurpose,
  Rule,
  RuleMessage,
  type RuleSet,
  type RuleSetInput,
  Split,
  UnsubscribeInstruction,
  Variant,
} from "./rules/rule-set.ts";
export {
  InvalidRuleSetError,
  type RuleSetIssue,
  type RuleSetIssueCode,
} from "./rules/rule-set-issue.ts";
export {
  type DrawnVariant,
  type PassedOver,
  type RuleSelection,
  type SelectedRule,
  selectRules,
} from "./rules/select-rules.ts";
export type {
  AnyQuestion,
  ElementCondition,
  EqualityQuestion,
  FieldPath,
  ListQuestion,
  MomentQuestion,
  NumberQuestion,
  ProfileCondition,
  ProfileQuestion,
  QuestionOf,
  TextFolding,
  TextQuestion,
  ValueAt,
} from "./rules/typed-condition.ts";
export { contactMessages } from "./words/contact-messages.ts";
export { decisionMessages } from "./words/decision-messages.ts";
export { explainDecision } from "./words/explain-decision.ts";
export { explainRule } from "./words/explain-rule.ts";

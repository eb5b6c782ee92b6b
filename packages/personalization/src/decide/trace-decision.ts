import { type Because, type Condition, type ConditionTrace, explainCondition } from "@kefu/core";
import type { OpenContact } from "../contact/open-contact.ts";
import { allowed } from "../contact/plan-contact.ts";
import { localTime } from "../contact/wall-clock.ts";
import {
  type CompiledRules,
  matchRules,
  requireCompiled,
  segmentsOf,
} from "../rules/compile-rules.ts";
import { readProfileSchema } from "../rules/profile-schema.ts";
import type { RuleCondition } from "../rules/rule-condition.ts";
import type { Rule } from "../rules/rule-set.ts";
import { type RuleSelection, selectRules } from "../rules/select-rules.ts";
import { whileReading } from "../rules/while-reading.ts";
import { conclude, openRules } from "./decide.ts";
import { type DecisionContext, openContext } from "./decision-context.ts";
import type { DecisionReason, OfferDecision } from "./offer-decision.ts";
import { looksAtProfile } from "./rules-for-anyone.ts";
import { passedOverReason, type WeighedRule, weighRules } from "./weigh-rules.ts";

/** What became of a rule. */
export type RuleOutcome =
  /** It is what was decided. */
  | "chosen"
  /** It could be had instead. */
  | "alternative"
  /** Contact policy does not let it through. */
  | "blocked"
  /** It fits, and another rule, a share or a split went before it. */
  | "passed-over"
  /** It fits, and the customer is held out. */
  | "held-out"
  /** It is not the time for it. */
  | "not-active"
  /** It looks at the profile, which the customer does not want. */
  | "no-profiling"
  /** Its condition does not hold. */
  | "unfit";

/** What became of a rule, and why. */
export interface RuleTrace {
  /** The id of the rule. */
  readonly rule: string;
  readonly outcome: RuleOutcome;
  /** Why, where it is not for its condition. */
  readonly because: readonly (DecisionReason | Because<"not-yet" | "no-longer">)[];
  /**
   * Why its condition holds or not; segments that it asks for stand for what they came to. Sensitive fields come without their
   * values. Absent where the profile was not looked at.
   */
  readonly condition?: ConditionTrace;
  /** The segments that its condition asks for, as far as they decided; absent where it asks for none. */
  readonly segments?: readonly SegmentAnswer[];
}

/** Whether a customer is in a segment that a rule asks for. */
export interface SegmentAnswer {
  /** Its name. */
  readonly segment: string;
  /** Whether the customer is in it. */
  readonly holds: boolean;
}

/** A decision, and all that led to it. */
export interface DecisionTrace {
  readonly decision: OfferDecision;
  /** The segments that the customer is in; none where the profile is not looked at. */
  readonly segments: readonly string[];
  /** Every rule of the set, in its order. */
  readonly rules: readonly RuleTrace[];
}

/**
 * What {@link decide} decides, and what became of every rule: for the page on which staff see why a customer gets an offer, and
 * for "why am I seeing this?". It asks all rules one by one, so it takes longer than the decision.
 *
 * @throws `InvalidInputError` and `OutOfRangeError` as {@link decide} does
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileContactPolicy, compileRules, traceDecision } from "@kefu/personalization";
 *
 * const rules = compileRules({
 *   version: "2026-11",
 *   rules: [
 *     { id: "gold", when: { field: "tier", op: "eq", value: "gold" }, content: "Gold tea" },
 *     { id: "popular", content: "What all like" },
 *   ],
 * });
 * const at = instant("2026-11-24T09:00:00Z");
 * const policy = compileContactPolicy({ timeZone: "Asia/Taipei" });
 * const consents = [{ purpose: "profiling" as const, status: "granted" as const, at }];
 * const trace = traceDecision({ tier: "silver" }, { at, policy, customer: { channels: [], consents } }, rules);
 * trace.rules.map(({ rule, outcome }) => `${rule}: ${outcome}`); // => ["gold: unfit", "popular: chosen"]
 * trace.rules[0]?.condition?.actual; // => "silver"
 * ```
 */
export function traceDecision(
  profile: unknown,
  context: DecisionContext,
  rules: CompiledRules,
): DecisionTrace {
  const contact = openContext(context);
  const { usable, because } = openRules(contact, requireCompiled(rules));
  const selection = selectRules(usable, profile, contact.at);
  const weighed = weighRules(contact, selection, Number.POSITIVE_INFINITY);
  const decision = conclude(contact, { usable, because, selection, weighed });
  const segments = usable === rules ? segmentsOf(rules, profile, contact.at) : [];
  const heldOut = selection.heldOut === undefined ? [] : matchRules(usable, profile, contact.at);
  const fates = fatesOf(contact, weighed, selection, heldOut);
  const explain = explainer(profile, contact, rules);
  const traceOf = (rule: Rule): RuleTrace => {
    const isHidden = usable !== rules && looksAtProfile(rule, rules.ruleSet.segments);
    if (isHidden) return { rule: rule.id, outcome: "no-profiling", because: [NO_PROFILING] };
    const { outcome, because } = fates.get(rule.id) ?? unfit(rule, contact);
    const condition = explain(rule.when);
    const segments = decisiveSegments(condition, rule.when);
    const trace = { rule: rule.id, outcome, because, condition };
    return segments.length === 0 ? trace : { ...trace, segments };
  };
  return {
    decision,
    segments,
    rules: whileReading("profile", () => rules.ruleSet.rules.map(traceOf)),
  };
}

const NO_PROFILING = { code: "no-profiling", facts: {} } as const;

type Fate = Pick<RuleTrace, "outcome" | "because">;

/** What became of the rules that fit. */
function fatesOf(
  contact: OpenContact,
  weighed: readonly WeighedRule[],
  { passedOver, heldOut }: RuleSelection,
  fitting: readonly Rule[],
): ReadonlyMap<string, Fate> {
  const fates = new Map<string, Fate>();
  let next: RuleOutcome = "chosen";
  for (const { selected, plan } of weighed) {
    if (plan?.outcome === "none") {
      fates.set(selected.rule.id, { outcome: "blocked", because: plan.because });
      continue;
    }
    const because = plan === undefined ? [] : [...plan.because, allowed(contact, plan)];
    fates.set(selected.rule.id, { outcome: next, because });
    next = "alternative";
  }
  for (const passed of passedOver) {
    fates.set(passed.rule.id, { outcome: "passed-over", because: [passedOverReason(passed)] });
  }
  const facts = { bucket: heldOut?.bucket ?? 0 };
  for (const { id } of fitting) {
    fates.set(id, { outcome: "held-out", because: [{ code: "held-out", facts }] });
  }
  return fates;
}

function unfit({ activeFrom, activeTo }: Rule, { at, timeZone }: OpenContact): Fate {
  const isEarly = activeFrom !== undefined && at < activeFrom;
  const isLate = activeTo !== undefined && at >= activeTo;
  if (!isEarly && !isLate) return { outcome: "unfit", because: [] };
  const [code, bound] = isEarly ? ["not-yet", activeFrom] : ["no-longer", activeTo];
  const facts = { bound: localTime(timeZone, bound ?? at) };
  return { outcome: "not-active", because: [{ code: code as "not-yet", facts }] };
}

/** Explains conditions; a segment in one stands for what it comes to. */
function explainer(profile: unknown, { at }: OpenContact, rules: CompiledRules) {
  const { groups } = rules.ruleSet;
  const fields =
    rules.profile === undefined ? [] : readProfileSchema(rules.profile).sensitiveFields;
  const redact = fields.map((field) => field.replace(/\.\*/g, ""));
  const holding = new Set(segmentsOf(rules, profile, at));
  return (when: RuleCondition) =>
    explainCondition(withoutSegments(when, holding), profile, { at, groups, redact });
}

function withoutSegments(condition: RuleCondition, holding: ReadonlySet<string>): Condition {
  if ("field" in condition || "const" in condition) return condition;
  if ("segment" in condition) return { const: holding.has(condition.segment) };
  if ("not" in condition) return { not: withoutSegments(condition.not, holding) };
  const [[name, parts] = ["all", []]] = Object.entries(condition) as [string, RuleCondition[]][];
  return { [name]: parts.map((part) => withoutSegments(part, holding)) } as unknown as Condition;
}

/** The segments among the parts of a condition that decided, in their order, each once. */
function decisiveSegments(trace: ConditionTrace, when: RuleCondition): readonly SegmentAnswer[] {
  const answers = new Map<string, SegmentAnswer>();
  const visit = ({ field, children = [], path, result: holds }: ConditionTrace) => {
    for (const child of children) visit(child);
    if (field !== undefined || children.length > 0) return;
    const part = path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], when);
    const { segment } = part as { readonly segment?: string };
    if (segment !== undefined) answers.set(segment, { segment, holds });
  };
  visit(trace);
  return [...answers.values()];
}

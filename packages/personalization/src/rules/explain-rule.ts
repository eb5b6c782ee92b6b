import { type ConditionTrace, explainCondition, type Instant, instant } from "@kefu/core";
import { type CompiledRules, requireCompiled } from "./compile-rules.ts";
import { readProfileSchema } from "./profile-schema.ts";
import { partsOf } from "./questions-in.ts";
import type { RuleCondition } from "./rule-condition.ts";
import type { Rule } from "./rule-set.ts";
import type { RuleSetIssue } from "./rule-set-issue.ts";
import { segmentsIn } from "./segment-order.ts";

/** Why a condition of a rule set holds or not, with only those parts that decided it; see core's `ConditionTrace`. */
export interface RuleTrace extends ConditionTrace {
  /** Of a question about a segment: its name; the segment's own trace stands beside. */
  readonly segment?: string;
  readonly children?: readonly RuleTrace[];
}

/** Why a rule fits a profile or not. */
export interface RuleExplanation {
  readonly rule: string;
  /** Whether the condition holds and the rule counts at this moment. */
  readonly fits: boolean;
  /** Why it does not count, although the condition may hold. */
  readonly dates?: "not-yet" | "no-more";
  /** The condition. Paths begin at it. */
  readonly trace: RuleTrace;
  /** The segments that it asks for, directly or through others. Paths begin at the segment. */
  readonly segments: Readonly<Record<string, RuleTrace>>;
}

interface Question {
  readonly rules: CompiledRules;
  readonly profile: unknown;
  readonly at: Instant;
  readonly redact: readonly string[];
  readonly holding: ReadonlySet<string>;
}

/**
 * Why a rule fits a profile or not, as plain data; {@link describeTrace} puts it into words. Values of fields whose data class is
 * `"sensitive"` in the schema that the rules were compiled with do not show.
 *
 * @param rule - the id of the rule
 * @returns undefined when there is no such rule
 * @throws `InvalidInputError` (`invalid-input`) when the rules are not compiled or `at` is no moment
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileRules, explainRule } from "@kefu/personalization";
 *
 * const when = { field: "orders", op: "gte", value: 3 } as const;
 * const rules = compileRules({ version: "1", rules: [{ id: "tea", when, content: "Tea" }] });
 * explainRule(rules, "tea", { orders: 2 }, instant("2026-11-24T09:00:00Z"))?.trace;
 * // => { result: false, path: [], field: "orders", op: "gte", expected: 3, actual: 2 }
 * ```
 */
export function explainRule(
  rules: CompiledRules,
  rule: string,
  profile: unknown,
  at: Instant,
): RuleExplanation | undefined {
  const found = requireCompiled(rules).ruleSet.rules.find(({ id }) => id === rule);
  const explain = ruleExplainer(rules, profile, at);
  return found && explain(found);
}

/** {@link explainRule} for many rules of a set. */
export function ruleExplainer(
  rules: CompiledRules,
  profile: unknown,
  at: Instant,
): (rule: Rule) => RuleExplanation {
  const now = instant(at);
  const redact = rules.profile === undefined ? [] : readProfileSchema(rules.profile).sensitiveFields;
  const holding = new Set(rules.segmentsOf(profile, now));
  const asked: Question = { rules, profile, at: now, redact, holding };
  return (rule) => {
    const trace = traceOf(rule.when, [], asked);
    const dates = datesOf(rule, now);
    return {
      rule: rule.id,
      fits: trace.result && dates === undefined,
      ...(dates === undefined ? {} : { dates }),
      trace,
      segments: segmentTraces(rule.when, asked),
    };
  };
}

function datesOf({ activeFrom, activeTo }: Rule, now: Instant): RuleExplanation["dates"] {
  if (activeFrom !== undefined && now < activeFrom) return "not-yet";
  return activeTo !== undefined && now >= activeTo ? "no-more" : undefined;
}

function segmentTraces(condition: RuleCondition, asked: Question): Record<string, RuleTrace> {
  const { segments } = asked.rules.ruleSet;
  const names = new Set(segmentsIn(condition).map(({ segment }) => segment));
  const traces = new Map<string, RuleTrace>();
  // A set may grow while it is walked over.
  for (const name of names) {
    const own = segments[name];
    if (own === undefined) continue;
    traces.set(name, traceOf(own, [], asked));
    for (const { segment } of segmentsIn(own)) names.add(segment);
  }
  return Object.fromEntries(traces);
}

function traceOf(condition: RuleCondition, path: RuleSetIssue["path"], asked: Question): RuleTrace {
  if ("segment" in condition) {
    const { segment } = condition;
    return { result: asked.holding.has(segment), path, segment };
  }
  if ("field" in condition) return questionTrace(condition, path, asked);
  if ("const" in condition) return { result: condition.const, path };
  const settling = !("all" in condition);
  const settled = "any" in condition;
  const children: RuleTrace[] = [];
  for (const [part, where] of partsOf(condition, path)) {
    const trace = traceOf(part, where, asked);
    if (trace.result === settling) return { result: settled, path, children: [trace] };
    children.push(trace);
  }
  return { result: !settled, path, ...(children.length > 0 ? { children } : {}) };
}

function questionTrace(
  question: Extract<RuleCondition, { readonly field: string }>,
  path: RuleSetIssue["path"],
  { rules, profile, at, redact }: Question,
): RuleTrace {
  const { groups } = rules.ruleSet;
  return below(path, explainCondition(question, profile, { at, groups, redact }));
}

function below(path: RuleSetIssue["path"], trace: ConditionTrace): RuleTrace {
  const children = trace.children?.map((child) => below(path, child));
  return { ...trace, path: [...path, ...trace.path], ...(children ? { children } : {}) };
}

import type { FieldCondition } from "@kefu/core";
import { type Access, accessesOf, accessTest } from "../rules/access.ts";
import { partsOf } from "../rules/questions-in.ts";
import type { RuleCondition } from "../rules/rule-condition.ts";

/** The condition with its segments in place of their names, as far as a reader would follow. */
export type Verdict = "never" | "always" | "sometimes";

const SCOPE = { groups: {}, accessesOfSegment: () => ({ all: [], isExact: false }) } as const;

/** What a condition comes to whatever the data is, as far as that is plain to see; and which part says so. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly facts: Readonly<Record<string, string | number>>;
}

const SOMETIMES: Judgement = { verdict: "sometimes", facts: {} };

/** Judges a condition; segments are looked up. */
export function judge(
  condition: RuleCondition,
  segmentVerdict: (segment: string) => Verdict,
): Judgement {
  if ("const" in condition) return { verdict: condition.const ? "always" : "never", facts: {} };
  if ("segment" in condition) return { verdict: segmentVerdict(condition.segment), facts: {} };
  if ("field" in condition) return judgeQuestion(condition);
  if ("not" in condition) return opposite(judge(condition.not, segmentVerdict));
  const parts = partsOf(condition, []).map(([part]) => judge(part, segmentVerdict));
  if ("all" in condition) return judgeAll(condition.all, parts);
  const any = judgeAny(parts, "any" in condition ? condition.any : condition.none);
  return "any" in condition ? any : opposite(any);
}

function judgeQuestion(question: FieldCondition): Judgement {
  const isEmpty =
    "value" in question && Array.isArray(question.value) && question.value.length === 0;
  if (isEmpty && question.op === "in")
    return { verdict: "never", facts: { field: question.field } };
  if (isEmpty && question.op === "nin")
    return { verdict: "always", facts: { field: question.field } };
  return SOMETIMES;
}

function judgeAll(conditions: readonly RuleCondition[], parts: readonly Judgement[]): Judgement {
  const never = parts.find(({ verdict }) => verdict === "never");
  if (never !== undefined) return never;
  const clash = clashOf(conditions);
  if (clash !== undefined) return { verdict: "never", facts: clash };
  return parts.every(({ verdict }) => verdict === "always")
    ? { verdict: "always", facts: {} }
    : SOMETIMES;
}

function judgeAny(parts: readonly Judgement[], conditions: readonly RuleCondition[]): Judgement {
  const always = parts.find(({ verdict }) => verdict === "always");
  if (always !== undefined) return always;
  if (parts.every(({ verdict }) => verdict === "never"))
    return parts[0] ?? { verdict: "never", facts: {} };
  const all = judgeAll(conditions.map(negated), parts.map(opposite));
  return all.verdict === "never" ? { verdict: "always", facts: all.facts } : SOMETIMES;
}

function opposite({ verdict, facts }: Judgement): Judgement {
  if (verdict === "sometimes") return SOMETIMES;
  return { verdict: verdict === "never" ? "always" : "never", facts };
}

function negated(condition: RuleCondition): RuleCondition {
  return "not" in condition ? condition.not : { not: condition };
}

/** Two parts that no value can meet together: of one field, or a condition and its opposite. */
function clashOf(conditions: readonly RuleCondition[]): Judgement["facts"] | undefined {
  const texts = new Set(conditions.map((condition) => JSON.stringify(condition)));
  const denied = conditions.find(
    (condition) => "not" in condition && texts.has(JSON.stringify(condition.not)),
  );
  if (denied !== undefined) return {};
  const accesses = conditions.flatMap((condition) => accessesOf(condition, SCOPE).all ?? []);
  const byField = new Map<string, Access>();
  for (const access of accesses) {
    const before = byField.get(access.field);
    if (before !== undefined && areApart(before, access)) return { field: access.field };
    byField.set(access.field, before === undefined ? access : closer(before, access));
  }
  return undefined;
}

/** Whether no value meets both. A list may have several keys, so two sets of keys are apart only where one is meant for the whole. */
function areApart(left: Access, right: Access): boolean {
  if (Math.max(left.from, right.from) >= Math.min(left.below, right.below)) return true;
  if (left.keys === undefined || right.keys === undefined) return mixedApart(left, right);
  if (!left.isWhole && !right.isWhole) return false;
  const [whole, other] = left.isWhole ? [left, right] : [right, left];
  return !(whole.keys ?? []).some(accessTest(other));
}

function mixedApart(left: Access, right: Access): boolean {
  const keyed = left.keys === undefined ? right : left;
  const range = left.keys === undefined ? left : right;
  if (keyed.keys === undefined) return false;
  const isNumber = accessTest({ ...range, keys: undefined });
  const isRange = range.from > Number.NEGATIVE_INFINITY || range.below < Number.POSITIVE_INFINITY;
  return isRange && !keyed.keys.some(isNumber);
}

function closer(left: Access, right: Access): Access {
  const { field, keys, isWhole } = left.isWhole || right.keys === undefined ? left : right;
  const from = Math.max(left.from, right.from);
  return { field, keys, isWhole, from, below: Math.min(left.below, right.below) };
}

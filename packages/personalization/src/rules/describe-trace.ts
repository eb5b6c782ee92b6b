import { explainBecause, InvalidInputError, type Locale } from "@kefu/core";
import type { RuleTrace } from "./explain-rule.ts";
import { traceMessages } from "./trace-messages.ts";

/** Longer values are cut, so that a sentence stays one. */
const LONGEST_VALUE = 100;

/**
 * The questions that decided a condition, and their answers, in words: one sentence each, in the order in which they were asked.
 * A field that is redacted appears as "a private field", without its name.
 *
 * @param trace - of {@link explainRule}, or of `explainCondition` of core
 * @param locale - English, 简体 and 繁體 are there; others fall back as `localize` of core does
 * @returns the sentences; none for a condition without questions
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { explainCondition } from "@kefu/core";
 * import { describeTrace } from "@kefu/personalization";
 *
 * const trace = explainCondition({ field: "orders", op: "gte", value: 3 }, { orders: 2 });
 * describeTrace(trace, "en"); // => ["Is “orders” at least 3? No: it is 2."]
 * describeTrace(trace, "zh-Hans"); // => ["“orders”是否至少为3？否：实际为2。"]
 * ```
 */
export function describeTrace(trace: RuleTrace, locale: Locale): string[] {
  return sentencesOf(trace, locale, 0);
}

/** Deeper than any condition. */
const DEEPEST = 200;

function sentencesOf(trace: RuleTrace, locale: Locale, depth: number): string[] {
  if (depth > DEEPEST || !isTrace(trace)) {
    throw new InvalidInputError("trace", [{ path: [], message: "must come from explainRule" }]);
  }
  const { children = [], field, segment } = trace;
  const own = field === undefined && segment === undefined ? [] : [sentenceOf(trace, locale)];
  return [...own, ...children.flatMap((child) => sentencesOf(child, locale, depth + 1))];
}

function isTrace(trace: unknown): trace is RuleTrace {
  if (typeof trace !== "object" || trace === null) return false;
  const { result, children = [], field = "", segment = "", op = "" } = trace as Partial<RuleTrace>;
  const isNamed = [field, segment, op].every((name) => typeof name === "string");
  return typeof result === "boolean" && Array.isArray(children) && isNamed;
}

type Say = (code: string, facts: Readonly<Record<string, string>>) => string;

function sentenceOf(trace: RuleTrace, locale: Locale): string {
  const { op = "present", field = "", segment, redacted, expected, actual, result } = trace;
  const say: Say = (code, facts) => explainBecause({ code, facts }, locale, traceMessages);
  if (redacted) return say("ask-private", {}) + say(`answer-${result ? "yes" : "no"}`, {});
  const facts = {
    field: segment ?? field,
    expected: textOf(expected, say),
    actual: textOf(actual, say),
  };
  const question = say(`ask-${segment === undefined ? op : "segment"}`, facts);
  return question + say(`answer-${answerOf(trace)}`, facts);
}

/** What was asked itself says whether a value is there; a part of a list is told by its own sentence. */
function answerOf({ result, op = "present", segment, actual }: RuleTrace): string {
  const answer = result ? "yes" : "no";
  if (segment !== undefined || /^(?:present|absent|some|count)$/.test(op)) return answer;
  return `${answer}-${actual === null || actual === undefined ? "unknown" : "it-is"}`;
}

function textOf(value: unknown, say: Say): string {
  if (Array.isArray(value)) return cut(value.slice(0, LONGEST_VALUE).map(plainText).join(", "));
  if (typeof value !== "object" || value === null) return cut(plainText(value));
  const units = Object.entries(value).filter(
    ([unit, count]) => Number.isFinite(count) && Object.hasOwn(traceMessages, `unit-${unit}`),
  );
  const lengths = units.map(([unit, count]) => say(`unit-${unit}`, { count: String(count) }));
  return lengths.length > 0 ? lengths.join(" ") : plainText(value);
}

/** What lies in objects is not for sentences. */
function plainText(value: unknown): string {
  return typeof value === "object" && value !== null ? "{…}" : String(value);
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

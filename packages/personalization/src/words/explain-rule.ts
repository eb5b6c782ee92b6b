import { type ConditionTrace, explainBecause, type Locale, parseInput } from "@kefu/core";
import { z } from "zod";
import type { RuleTrace } from "../decide/trace-decision.ts";
import { whileReading } from "../rules/while-reading.ts";
import {
  answerMessages,
  PRIVATE_FIELD,
  questionMessages,
  segmentMessages,
} from "./condition-messages.ts";
import { explainDecision } from "./explain-decision.ts";
import { textIn, valueInWords } from "./value-words.ts";

const Segments = z.lazy(() => z.array(z.object({ segment: z.string(), holds: z.boolean() })));

/** Only what sentences are made of; a trace says more. */
const Trace: z.ZodType<ConditionTrace> = z.lazy(() =>
  z.object({
    result: z.boolean(),
    path: z.array(z.union([z.string(), z.number()])),
    field: z.string().optional(),
    op: z.string().optional(),
    expected: z.unknown().optional(),
    actual: z.unknown().optional(),
    redacted: z.literal(true).optional(),
    children: z.array(Trace).optional(),
  }),
) as unknown as z.ZodType<ConditionTrace>;

/**
 * What became of a rule in sentences: its reasons, then each segment and each question of its condition that decided. Sensitive fields
 * are "a private field", and their values are not told. Durations and lists are told in words, other objects as JSON; all is cut off
 * after 80 characters.
 *
 * @param trace - a rule of {@link traceDecision}
 * @param locale - English, 简体 or 繁體; others fall back to English
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { explainRule } from "@kefu/personalization";
 *
 * const condition = { result: false, path: [], field: "orders", op: "gte" as const, expected: 3, actual: 2 };
 * const trace = { rule: "regulars", outcome: "unfit" as const, because: [], condition };
 * explainRule(trace, "en"); // => ["orders does not fit (2): at least 3."]
 * explainRule(trace, "zh-Hans"); // => ["orders不符合（2）：至少3。"]
 * explainRule({ ...trace, condition: { ...condition, redacted: true } }, "en"); // => ["a private field does not fit."]
 * ```
 */
export function explainRule(trace: RuleTrace, locale: Locale): readonly string[] {
  const reasons = explainDecision(trace, locale);
  const given = whileReading("rule trace", () => ({
    condition: trace.condition,
    segments: trace.segments,
  }));
  if (given.condition === undefined) return reasons;
  const condition = parseInput(Trace, "condition trace", given.condition);
  const segments = parseInput(Segments, "segments of the trace", given.segments ?? []);
  return [
    ...reasons,
    ...segments.map(({ segment, holds }) => {
      const code = holds ? "in-segment" : "not-in-segment";
      return explainBecause({ code, facts: { segment } }, locale, segmentMessages);
    }),
    ...leavesOf(condition).map((leaf) => answerInWords(leaf, locale)),
  ];
}

/** The questions of a trace, but not those within a list. */
function leavesOf(trace: ConditionTrace): ConditionTrace[] {
  if (trace.field !== undefined) return [trace];
  return (trace.children ?? []).flatMap(leavesOf);
}

function answerInWords(leaf: ConditionTrace, locale: Locale): string {
  const { result, field = "", op = "eq", redacted } = leaf;
  const answer = result ? "met" : "unmet";
  if (redacted) {
    const facts = { field: textIn(PRIVATE_FIELD, locale) };
    return explainBecause({ code: `${answer}-in-private`, facts }, locale, answerMessages);
  }
  const joint = op === "containsAll" ? "and" : "or";
  const asked = { code: op, facts: { expected: valueInWords(leaf.expected, locale, joint) } };
  const facts = {
    field,
    actual: valueInWords(leaf.actual, locale, "and"),
    question: explainBecause(asked, locale, questionMessages),
  };
  return explainBecause({ code: answer, facts }, locale, answerMessages);
}

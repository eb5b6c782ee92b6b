import type { Because, ConditionTrace } from "@kefu/core";
import { explainDecision, explainRule, type RuleTrace } from "@kefu/personalization";
import { explainRecommendation } from "@kefu/recommendation";
import type { Reader } from "../web/reader.ts";
import type { Card } from "./for-you.ts";
import { productNames } from "./products.ts";

/** Reasons in the packages' own sentences, with the names that this shop has for its rules. */
export function reasonWords(
  because: readonly Because[],
  { locale, texts }: Reader,
): readonly string[] {
  const names = texts.shop.forYou.rules;
  const named = because.map(({ code, facts }) => {
    const rule = names[String(facts?.["rule"])];
    return { code, facts: rule === undefined ? (facts ?? {}) : { ...facts, rule } };
  });
  return explainDecision({ because: named }, locale);
}

/** What became of a rule, with the names that this shop has for what it looks at. */
export function ruleWords(trace: RuleTrace, reader: Reader): readonly string[] {
  const { condition } = trace;
  if (condition === undefined) return reasonWords(trace.because, reader);
  const named = { ...trace, because: [], condition: inShopWords(condition, reader) };
  return [...reasonWords(trace.because, reader), ...explainRule(named, reader.locale)];
}

/** Why a card is shown: its rule, then each recommendation. */
export function cardWords({ trace, products }: Card, reader: Reader): readonly string[] {
  const names = productNames(reader.locale);
  const rule = { code: "rule-counts", facts: { rule: trace.rule } };
  const reasons = products.map(({ because }) =>
    explainRecommendation(because, reader.locale, names),
  );
  return [...reasonWords([rule], reader), ...ruleWords(trace, reader), ...new Set(reasons)];
}

function inShopWords(condition: ConditionTrace, reader: Reader): ConditionTrace {
  const { field, children } = condition;
  const names = productNames(reader.locale);
  const listed = (value: unknown) =>
    Array.isArray(value) ? value.map((one) => names[String(one)] ?? one).join(", ") : value;
  return {
    ...condition,
    ...(field !== undefined && { field: reader.texts.shop.forYou.fields[field] ?? field }),
    ...(condition.expected !== undefined && { expected: listed(condition.expected) }),
    ...(condition.actual !== undefined && { actual: listed(condition.actual) }),
    ...(children !== undefined && {
      children: children.map((child) => inShopWords(child, reader)),
    }),
  } as ConditionTrace;
}

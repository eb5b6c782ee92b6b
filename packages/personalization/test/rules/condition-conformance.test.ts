// Every condition of core's cases as a rule: alone, so that it is in the index; among others; and as a segment.
import { instant } from "@kefu/core";
import {
  compileRules,
  InvalidRuleSetError,
  matchRules,
  type RuleCondition,
  segmentsOf,
} from "@kefu/personalization";
import { expect, it } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../../scripts/conformance.ts";

interface ConditionCase extends ConformanceCase {
  readonly kind: "condition" | "invalid";
  readonly cond: RuleCondition;
  readonly data?: unknown;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly expect: boolean | "invalid";
}

const at = instant("2026-11-24T09:00:00Z");
const home = new URL("../../../core/test/conformance.test.ts", import.meta.url).href;
const cases = conformanceCases<ConditionCase>(home, "conditions");

const accepted = cases.filter((one) => !isRefused(one));

describeConformance("conditions as rules", cases, (one) => {
  if (isRefused(one)) {
    // Some upstreams let nobody pass where an operand is of no use; here it is refused.
    expect(one.expect).not.toBe(true);
    return;
  }
  const { cond, data, groups = {}, expect: expected } = one;
  const rules = compileRules({
    version: "1",
    groups,
    segments: { asked: cond },
    rules: [
      { id: "itself", when: cond, content: null },
      { id: "by segment", when: { segment: "asked" }, content: null },
      { id: "opposite", when: { not: cond }, content: null },
    ],
  });
  const ids = matchRules(rules, data, at).map(({ id }) => id);
  expect(ids).toEqual(expected ? ["itself", "by segment"] : ["opposite"]);
  expect(segmentsOf(rules, data, at)).toEqual(expected ? ["asked"] : []);
});

it("answers every case from one index over all of them", () => {
  const plain = accepted.filter(({ groups }) => groups === undefined);
  const rules = compileRules({
    version: "1",
    rules: plain.map(({ id, cond }) => ({ id, when: cond, content: null })),
  });
  for (const { id, data, expect: expected } of plain) {
    const fitting = matchRules(rules, data, at).map((rule) => rule.id);
    expect(fitting.includes(id), id).toBe(expected);
  }
});

it("refuses what is no condition", () => {
  const invalid = cases.filter(({ kind }) => kind === "invalid");
  expect(invalid.length).toBeGreaterThan(5);
  expect(invalid.every(isRefused)).toBe(true);
});

function isRefused({ cond }: ConditionCase): boolean {
  try {
    compileRules({ version: "1", rules: [{ id: "one", when: cond, content: null }] });
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidRuleSetError);
    return true;
  }
}

import {
  type Condition,
  type ConditionGroups,
  compileCondition,
  explainCondition,
  InvalidConditionError,
  parseCondition,
} from "@kefu/core";
import { expect, it } from "vitest";
import {
  type ConformanceCase,
  conformanceCases,
  describeConformance,
} from "../../../scripts/conformance.ts";

interface ConditionCase extends ConformanceCase {
  readonly kind: "condition" | "invalid";
  readonly cond: Condition;
  readonly data?: unknown;
  readonly groups?: ConditionGroups;
  readonly expect: boolean | "invalid";
}

const cases = conformanceCases<ConditionCase>(import.meta.url, "conditions");

describeConformance("conditions", cases, (one) => {
  if (one.kind === "invalid") {
    expect(() => compileCondition(one.cond)).toThrow(InvalidConditionError);
  } else if (hasRefusedOperand(one.cond)) {
    // What peers let pass and never match, we refuse: nobody is matched either way.
    expect(one.expect).toBe(false);
  } else {
    const options = { groups: one.groups };
    expect(compileCondition(one.cond, options)(one.data)).toBe(one.expect);
    expect(explainCondition(one.cond, one.data, options).result).toBe(one.expect);
    expect(compileCondition({ not: one.cond }, options)(one.data)).toBe(!one.expect);
  }
});

it("refuses no more of the package's own cases than the unknown type", () => {
  const refused = cases.filter(({ kind, cond }) => kind === "condition" && hasRefusedOperand(cond));
  expect(refused.map(({ id }) => id)).toContain("sift/condition/operations-test.js/86.0");
  expect(refused.length).toBeLessThan(cases.length / 100);
});

/** Whether a condition is refused for nothing but the values that its operators are given. */
function hasRefusedOperand(condition: Condition): boolean {
  try {
    parseCondition(condition);
    return false;
  } catch (error) {
    if (!(error instanceof InvalidConditionError)) throw error;
    return error.issues.every(({ path }) => path.at(-1) === "value");
  }
}

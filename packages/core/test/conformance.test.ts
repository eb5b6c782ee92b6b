import { explainCondition, InvalidConditionError, parseCondition } from "@kefu/core";
import { expect, it } from "vitest";
import { conformanceCases, describeConformance } from "../../../scripts/conformance.ts";
import { answerConditionCase, type ConditionCase } from "./conformance-answers.ts";

const cases = conformanceCases<ConditionCase>(import.meta.url, "conditions");

describeConformance("conditions", cases, (one) => {
  expect(answerConditionCase(one)).toBe(one.expect);
});

it.each(cases.filter((one) => one.kind === "invalid"))("$id is refused", ({ cond }) => {
  expect(() => parseCondition(cond)).toThrow(InvalidConditionError);
});

it("explains every case as it answers it", () => {
  const answered = cases.filter(({ cond }) => isAccepted(cond));
  for (const { id, cond, data, groups, expect: expected } of answered) {
    expect(explainCondition(cond, data, { groups }).result, id).toBe(expected);
  }
  // Of the package's own cases only an unknown type is refused that peers let pass.
  const refused = cases.filter(({ kind, cond }) => kind === "condition" && !isAccepted(cond));
  expect(refused.map(({ id }) => id)).toContain("sift/condition/operations-test.js/86.0");
  expect(refused.length).toBeLessThan(cases.length / 100);
});

function isAccepted(condition: unknown): boolean {
  try {
    return Boolean(parseCondition(condition));
  } catch {
    return false;
  }
}

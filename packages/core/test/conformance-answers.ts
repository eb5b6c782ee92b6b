import {
  type Condition,
  type ConditionGroups,
  compileCondition,
  InvalidConditionError,
} from "@kefu/core";
import type { ConformanceCase } from "../../../scripts/conformance.ts";

/** A case of the area `conditions`. */
export interface ConditionCase extends ConformanceCase {
  readonly kind: "condition" | "invalid";
  readonly cond: Condition;
  readonly data?: unknown;
  readonly groups?: ConditionGroups;
  readonly expect: boolean | "invalid";
}

/** What `@kefu/core` says of a case, in the words of the cases. */
export function answerConditionCase(one: ConditionCase): boolean | "invalid" {
  try {
    return compileCondition(one.cond, { groups: one.groups })(one.data);
  } catch (error) {
    if (!(error instanceof InvalidConditionError)) throw error;
    // A value that its operator cannot use is refused here and passes nobody elsewhere: either way nobody passes.
    const isOperand = error.issues.every(({ path }) => path.at(-1) === "value");
    return one.kind === "condition" && isOperand ? false : "invalid";
  }
}

import type { Condition, FieldCondition } from "./condition.ts";
import { joinFields } from "./field-path.ts";

/** Keys and positions from the root of a condition. */
export type ConditionPath = readonly (string | number)[];

/** How a combination comes to its result: part by part, until one of them settles it. */
export interface Combination {
  readonly parts: readonly (readonly [part: Condition, path: ConditionPath])[];
  /** A part that comes out like this settles the matter: a failure for `all`, a success for the others. */
  readonly settling: boolean;
  /** The result when it is settled; otherwise it is the opposite. */
  readonly settled: boolean;
}

/** Takes a condition apart that is no question. */
export function combinationOf(
  condition: Exclude<Condition, FieldCondition>,
  path: ConditionPath = [],
): Combination {
  if ("const" in condition) return { parts: [], settling: true, settled: !condition.const };
  if ("not" in condition) {
    return { parts: [[condition.not, [...path, "not"]]], settling: true, settled: false };
  }
  const parts = Object.entries(condition).flatMap(([name, list]: [string, readonly Condition[]]) =>
    list.map((part, position) => [part, [...path, name, position]] as const),
  );
  return { parts, settling: !("all" in condition), settled: "any" in condition };
}

/** One question of a condition, and where it stands. */
export interface ConditionLeaf {
  readonly question: FieldCondition;
  readonly path: ConditionPath;
  /** The path in the data: `*` stands for each element of a list, `length` for its length. */
  readonly field: string;
}

/** Every question of a condition, in the order in which they are written. */
export function leavesOf(
  condition: Condition,
  path: ConditionPath = [],
  owner = "",
): readonly ConditionLeaf[] {
  if (!("field" in condition)) {
    const { parts } = combinationOf(condition, path);
    return parts.flatMap(([part, where]) => leavesOf(part, where, owner));
  }
  const field = joinFields(owner, condition.field);
  const leaf = { question: condition, path, field };
  if (!("where" in condition)) return [leaf];
  const inner = joinFields(field, condition.op === "some" ? "*" : "length");
  return [leaf, ...leavesOf(condition.where, [...path, "where"], inner)];
}

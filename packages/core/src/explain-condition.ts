import { z } from "zod";
import {
  ConditionGroups,
  operatorScope,
  presentMoment,
  relativeOperatorOf,
} from "./compile-condition.ts";
import { type Condition, type FieldCondition, parseCondition } from "./condition.ts";
import { type ConditionPath, combinationOf } from "./condition-leaves.ts";
import { type OperatorScope, testOfValue } from "./condition-operators.ts";
import { joinFields, keysOf, valueAt } from "./field-path.ts";
import { Instant } from "./instant.ts";
import { parseInput } from "./parse-input.ts";

/** What a condition is explained with. */
export interface ExplainConditionOptions {
  /** The present moment; needed by `withinLast`, `withinNext` and `olderThan`. */
  readonly at?: Instant | undefined;
  /** The lists behind `inGroup` and `notInGroup`; none by default. */
  readonly groups?: ConditionGroups | undefined;
  /**
   * Field paths whose values must not show, with all that lies in them or holds them. List positions are left out of account:
   * `"orders.total"` hides the total of every order.
   */
  readonly redact?: readonly string[] | undefined;
}

/** Why a condition holds or not: as plain data, with only those parts that decided it. */
export interface ConditionTrace {
  /** What the condition, or this part of it, came to. */
  readonly result: boolean;
  /** Where the part stands: keys and positions from the root of the condition. */
  readonly path: ConditionPath;
  /** Of a question: the path of the field from the root of the data. */
  readonly field?: string;
  /** Of a question: what was asked. */
  readonly op?: FieldCondition["op"];
  /** Of a question: the value or the group that it names; its `where` when `some` or `count` has no child to show. */
  readonly expected?: unknown;
  /** Of a question: what the data has; null when absent. */
  readonly actual?: unknown;
  /** Whether `expected` and `actual` were left out because the field is to be redacted. */
  readonly redacted?: true;
  /** The parts that decided: the first one that settles the matter, or all where it took all. */
  readonly children?: readonly ConditionTrace[];
}

const Options = z.lazy(() =>
  z.strictObject({
    at: Instant.optional(),
    groups: ConditionGroups.optional(),
    redact: z.array(z.string()).optional(),
  }),
);

/**
 * Why a condition holds or not. `result` is what the compiled condition answers.
 *
 * Of an `all` that fails, an `any` or a `none` that meets a true one, only the first part that settled it is told; otherwise all parts.
 * Of a `some` that holds, the first element that does; of one that fails, its `where` is `expected`.
 *
 * @param condition - checked here
 * @param data - any JSON; the trace refers to its values, it does not copy them
 * @throws {@link InvalidConditionError} (`invalid-condition`) naming every path of the condition that is wrong
 * @throws {@link InvalidInputError} (`invalid-input`) when the options are wrong, or the condition needs `at` and has none
 *
 * @example
 * ```ts
 * import { type Condition, explainCondition } from "@kefu/core";
 *
 * const frequentBuyer: Condition = {
 *   all: [
 *     { field: "country", op: "eq", value: "DE" },
 *     { field: "orders", op: "gte", value: 3 },
 *   ],
 * };
 * explainCondition(frequentBuyer, { country: "DE", orders: 2 }).children;
 * // => [{ result: false, path: ["all", 1], field: "orders", op: "gte", expected: 3, actual: 2 }]
 * ```
 */
export function explainCondition(
  condition: Condition,
  data: unknown,
  options: ExplainConditionOptions = {},
): ConditionTrace {
  const { at, groups, redact = [] } = parseInput(Options, "explain options", options);
  const checked = parseCondition(condition);
  const operator = relativeOperatorOf(checked);
  const moment = operator === undefined ? 0 : presentMoment(operator, at);
  const hidden = redact.map(prefixOf);
  return traceOf(checked, data, [], "", { scope: operatorScope(groups), at: moment, hidden });
}

interface Question {
  readonly scope: OperatorScope;
  readonly at: number;
  readonly hidden: readonly string[];
}

function traceOf(
  condition: Condition,
  data: unknown,
  path: ConditionPath,
  owner: string,
  asked: Question,
): ConditionTrace {
  if ("field" in condition) return leafTrace(condition, data, path, owner, asked);
  const { parts, settling, settled } = combinationOf(condition, path);
  const children: ConditionTrace[] = [];
  for (const [part, where] of parts) {
    const trace = traceOf(part, data, where, owner, asked);
    if (trace.result === settling) return { result: settled, path, children: [trace] };
    children.push(trace);
  }
  return { result: !settled, path, ...(children.length > 0 ? { children } : {}) };
}

function leafTrace(
  question: FieldCondition,
  data: unknown,
  path: ConditionPath,
  owner: string,
  asked: Question,
): ConditionTrace {
  const actual = valueAt(data, keysOf(question.field)) ?? null;
  const field = joinFields(owner, question.field);
  const result = testOfValue(question, asked.scope)(actual, asked.at);
  const inner = innerTrace(question, actual, [...path, "where"], field, asked);
  const facts = isHidden(field, asked.hidden)
    ? { redacted: true as const }
    : { ...expectationOf(question, inner), actual };
  return {
    ...{ result, path, field, op: question.op, ...facts },
    ...(inner ? { children: [inner] } : {}),
  };
}

/** Of `some`, the first element that will do; of `count`, the length. */
function innerTrace(
  question: FieldCondition,
  actual: unknown,
  path: ConditionPath,
  field: string,
  asked: Question,
): ConditionTrace | undefined {
  if (!("where" in question && Array.isArray(actual))) return undefined;
  const { op, where } = question;
  const test = asked.scope.testOf(where);
  const position = actual.findIndex((element) => test(element, asked.at));
  if (op === "some" && position < 0) return undefined;
  const [inner, key] =
    op === "some" ? [actual[position], `${position}`] : [actual.length, "length"];
  return traceOf(where, inner, path, joinFields(field, key), asked);
}

function expectationOf(
  question: FieldCondition,
  inner: ConditionTrace | undefined,
): { readonly expected?: unknown } {
  if ("value" in question) return { expected: question.value };
  if ("group" in question) return { expected: question.group };
  return "where" in question && !inner ? { expected: question.where } : {};
}

function isHidden(field: string, hidden: readonly string[]): boolean {
  const shown = prefixOf(field);
  return hidden.some((secret) => shown.startsWith(secret) || secret.startsWith(shown));
}

/** The path without positions in lists, made such that what holds a value has a prefix of its path. */
function prefixOf(field: string): string {
  return keysOf(field)
    .map((key) => (/^(?:\d+|\*)$/.test(key) ? "" : `${key}.`))
    .join("");
}

import { z } from "zod";
import { type Condition, parseCondition } from "./condition.ts";
import { combinationOf, leavesOf } from "./condition-leaves.ts";
import {
  isAmong,
  isRelative,
  type OperatorScope,
  testOfValue,
  type ValueTest,
} from "./condition-operators.ts";
import { keysOf, valueAt } from "./field-path.ts";
import { type Instant, instant } from "./instant.ts";
import { invalidInput, parseInput } from "./parse-input.ts";

/** Lists that conditions refer to by name, as in `{ staff: ["u1", "u2"] }`. */
export type ConditionGroups = Readonly<Record<string, readonly (string | number | boolean)[]>>;

/** What a condition is compiled with. */
export interface CompileConditionOptions {
  /** The lists behind `inGroup` and `notInGroup`; none by default. */
  readonly groups?: ConditionGroups | undefined;
}

/**
 * Whether a condition holds for some data at a moment. Whatever JSON the data is, it never throws; but where the condition has
 * `withinLast`, `withinNext` or `olderThan`, a missing `at` is an `InvalidInputError` (`invalid-input`).
 */
export type CompiledCondition = (data: unknown, at?: Instant) => boolean;

/** Lists that conditions refer to by name, see the type of the same name. */
export const ConditionGroups: z.ZodType<ConditionGroups> = z.lazy(() =>
  z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()]))),
);
const Options = z.lazy(() => z.strictObject({ groups: ConditionGroups.optional() }));

/**
 * Turns a condition into a function that is quick to ask again and again. No code is generated, so it works under a strict
 * Content Security Policy.
 *
 * @param condition - checked here, so it may come straight from a file
 * @throws {@link InvalidConditionError} (`invalid-condition`) naming every path of the condition that is wrong
 * @throws {@link InvalidInputError} (`invalid-input`) when the options are wrong
 *
 * @example
 * ```ts
 * import { compileCondition, instant } from "@kefu/core";
 *
 * const boughtLately = compileCondition({ field: "lastOrder", op: "withinLast", value: { days: 30 } });
 * const at = instant("2026-11-24T12:00:00Z");
 * boughtLately({ lastOrder: "2026-10-25T12:00:00Z" }, at); // => true
 * boughtLately({ lastOrder: "2026-10-25T11:59:59Z" }, at); // => false
 * ```
 */
export function compileCondition(
  condition: Condition,
  options: CompileConditionOptions = {},
): CompiledCondition {
  return conditionCompiler(options)(condition);
}

/**
 * {@link compileCondition} for many conditions that share their groups: these are read once.
 *
 * @returns a function that compiles one condition, and throws `InvalidConditionError` (`invalid-condition`) where that is wrong
 * @throws {@link InvalidInputError} (`invalid-input`) when the options are wrong
 *
 * @example
 * ```ts
 * import { conditionCompiler } from "@kefu/core";
 *
 * const compile = conditionCompiler({ groups: { staff: ["u1", "u2"] } });
 * compile({ field: "id", op: "inGroup", group: "staff" })({ id: "u2" }); // => true
 * ```
 */
export function conditionCompiler(
  options: CompileConditionOptions = {},
): (condition: Condition) => CompiledCondition {
  const { groups } = parseInput(Options, "compile options", options);
  const scope = operatorScope(groups);
  return (condition) => {
    const checked = parseCondition(condition);
    const test = testOf(checked, scope);
    const operator = relativeOperatorOf(checked);
    if (operator === undefined) return test as CompiledCondition;
    return (data, at) => test(data, presentMoment(operator, at));
  };
}

/** The first operator of a condition that asks for the present moment. */
export function relativeOperatorOf(condition: Condition): string | undefined {
  return leavesOf(condition).find(({ question }) => isRelative(question))?.question.op;
}

/** The present moment that an operator asks for. @throws {@link InvalidInputError} when it is missing or wrong */
export function presentMoment(operator: string, at: Instant | undefined): Instant {
  if (at !== undefined) return instant(at);
  throw invalidInput("condition", `"${operator}" needs the present moment (at)`);
}

/** What the operators need to know of the groups. */
export function operatorScope(groups: ConditionGroups = {}): OperatorScope {
  const memberships = new Map(
    Object.entries(groups).map(([group, members]) => [group, isAmong(members)]),
  );
  const scope: OperatorScope = {
    membershipOf: (group) => memberships.get(group) ?? (() => false),
    testOf: (condition) => testOf(condition, scope),
  };
  return scope;
}

function testOf(condition: Condition, scope: OperatorScope): ValueTest {
  if ("field" in condition) return atField(condition.field, testOfValue(condition, scope));
  const { parts, settling, settled } = combinationOf(condition);
  const tests = parts.map(([part]) => testOf(part, scope));
  return inTurn(tests, settling, settled);
}

/** Asks one test after the other, until one answers `settling`: then the result is `settled`, else it is not. */
function inTurn(tests: readonly ValueTest[], settling: boolean, settled: boolean): ValueTest {
  const idle = () => !settling;
  const [a = idle, b = idle, c = idle, d = idle, ...more] = tests;
  const anyMore: ValueTest = (data, at) =>
    more.some((test) => test(data, at) === settling) === settling;
  const e = more.length > 1 ? anyMore : (more[0] ?? idle);
  // Written out, because a loop takes a fifth longer.
  return (data, at) =>
    (a(data, at) === settling ||
      b(data, at) === settling ||
      c(data, at) === settling ||
      d(data, at) === settling ||
      e(data, at) === settling) === settled;
}

function atField(field: string, test: ValueTest): ValueTest {
  const outer = [...keysOf(field)];
  const key = outer.pop();
  if (key === undefined) return test;
  const ifAbsent = test(undefined, 0);
  const ask: ValueTest = (owner, at) => {
    if (typeof owner !== "object" || owner === null) return ifAbsent;
    const result = test((owner as Readonly<Record<string, unknown>>)[key], at);
    // To make sure that a property is the owner's own takes longer than most tests, so only where it matters.
    return result === ifAbsent || Object.hasOwn(owner, key) ? result : ifAbsent;
  };
  return outer.length === 0 ? ask : (data, at) => ask(valueAt(data, outer), at);
}

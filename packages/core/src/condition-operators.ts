import type { Condition, FieldCondition, JsonValue } from "./condition.ts";
import { momentOf } from "./condition-moment.ts";
import { millisecondsIn } from "./duration.ts";
import { compilePattern } from "./safe-pattern.ts";
import { compareVersions, versionOf } from "./semantic-version.ts";

/** A test of a value; `at` is the present moment, which only the operators relative to it look at. */
export type ValueTest = (value: unknown, at: number) => boolean;

/** What the operators need beyond their own operands. */
export interface OperatorScope {
  /** Whether a value is in a group; none is when there is no such group. */
  readonly membershipOf: (group: string) => ValueTest;
  /** The test of a condition on an element or a length. */
  readonly testOf: (condition: Condition) => ValueTest;
}

type Operator = FieldCondition["op"];
/** The member of the union that has operator `O`. */
type QuestionWith<O extends Operator, Q = FieldCondition> = Q extends { readonly op: infer Own }
  ? O extends Own
    ? Q
    : never
  : never;
type Operators = {
  readonly [O in Operator]: (question: QuestionWith<O>, scope: OperatorScope) => ValueTest;
};

const never: ValueTest = () => false;
const not =
  (test: ValueTest): ValueTest =>
  (value, at) =>
    !test(value, at);

const OPERATORS: Operators = {
  eq: ({ value, ci }) => equals(value, ci),
  ne: ({ value, ci }) => not(equals(value, ci)),
  gt: ({ value }) => {
    const kind = orderedKind(value);
    return (own) => typeof own === kind && (own as string) > (value as string);
  },
  gte: ({ value }) => {
    const kind = orderedKind(value);
    return (own) => typeof own === kind && (own as string) >= (value as string);
  },
  lt: ({ value }) => {
    const kind = orderedKind(value);
    return (own) => typeof own === kind && (own as string) < (value as string);
  },
  lte: ({ value }) => {
    const kind = orderedKind(value);
    return (own) => typeof own === kind && (own as string) <= (value as string);
  },
  in: ({ value, ci }) => isAmong(value, ci),
  nin: ({ value, ci }) => not(isAmong(value, ci)),
  inGroup: ({ group }, { membershipOf }) => membershipOf(group),
  notInGroup: ({ group }, { membershipOf }) => not(membershipOf(group)),
  containsAll: ({ value, ci }) => {
    const tests = value.map((each) => membership([each], ci));
    return (own) => Array.isArray(own) && tests.every((test) => own.some(test));
  },
  contains: ({ value, ci }) => {
    const holdsElement = isAmong([value].flat(), ci);
    const holdsPart = hasPart(value, ci, (own, part) => own.includes(part));
    return (own, at) => (Array.isArray(own) ? holdsElement : holdsPart)(own, at);
  },
  startsWith: ({ value, ci }) => hasPart(value, ci, (own, part) => own.startsWith(part)),
  endsWith: ({ value, ci }) => hasPart(value, ci, (own, part) => own.endsWith(part)),
  matches: ({ value, ci }) => {
    const isFoundIn = compilePattern(value, ci);
    return (own) => typeof own === "string" && isFoundIn(own);
  },
  before: ({ value }) => {
    const limit = momentOf(value);
    return (own) => momentOf(own) < limit;
  },
  after: ({ value }) => {
    const limit = momentOf(value);
    return (own) => momentOf(own) > limit;
  },
  withinLast: ({ value }) => hasAge(value, (age, length) => age >= 0 && age <= length),
  withinNext: ({ value }) => hasAge(value, (age, length) => age < 0 && age >= -length),
  olderThan: ({ value }) => hasAge(value, (age, length) => age > length),
  verEq: ({ value }) => hasRank(value, (rank) => rank === 0),
  verNe: ({ value }) => not(hasRank(value, (rank) => rank === 0)),
  verGt: ({ value }) => hasRank(value, (rank) => rank > 0),
  verGte: ({ value }) => hasRank(value, (rank) => rank >= 0),
  verLt: ({ value }) => hasRank(value, (rank) => rank < 0),
  verLte: ({ value }) => hasRank(value, (rank) => rank <= 0),
  type:
    ({ value }) =>
    (own) =>
      typeNameOf(own) === value,
  present: () => (own) => own !== undefined && own !== null,
  absent: () => (own) => own === undefined || own === null,
  some: ({ where }, { testOf }) => {
    const test = testOf(where);
    return (own, at) => Array.isArray(own) && own.some((element) => test(element, at));
  },
  count: ({ where }, { testOf }) => {
    const test = testOf(where);
    return (own, at) => Array.isArray(own) && test(own.length, at);
  },
};

/** The test that a question puts to the value of its field. */
export function testOfValue(question: FieldCondition, scope: OperatorScope): ValueTest {
  const build = OPERATORS[question.op] as (
    asked: FieldCondition,
    scope: OperatorScope,
  ) => ValueTest;
  return build(question, scope);
}

/** Whether an operator asks for the present moment. */
export function isRelative({ op }: FieldCondition): boolean {
  return /^(?:within|older)/.test(op);
}

/** The `typeof` that a value must have to stand in an order with this one; nothing has the type `""`. */
function orderedKind(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? typeof value : "";
}

function equals(value: JsonValue, ci = false): ValueTest {
  if (value === null) return never;
  if (typeof value === "object") return (own) => isSame(value, own);
  const expected = folded(value, ci);
  return ci ? (own) => folded(own, ci) === expected : (own) => own === expected;
}

/** Deep equality. It goes only as deep as `value`, which is JSON; so circles in `own` do no harm. */
function isSame(value: JsonValue, own: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === own;
  if (typeof own !== "object" || own === null || Array.isArray(value) !== Array.isArray(own))
    return false;
  const keys = Object.keys(value);
  return (
    keys.length === Object.keys(own).length &&
    keys.every(
      (key) => Object.hasOwn(own, key) && isSame(Reflect.get(value, key), Reflect.get(own, key)),
    )
  );
}

function folded<V>(value: V, ci: boolean): V | string {
  return ci && typeof value === "string" ? value.toLowerCase() : value;
}

/** Whether a value, or one element of a list, is among others. */
export function isAmong(values: readonly JsonValue[], ci = false): ValueTest {
  const isMember = membership(values, ci);
  return (own) => {
    if (own === null || own === undefined) return false;
    return Array.isArray(own) ? own.some(isMember) : isMember(own);
  };
}

/** A list is searched faster than a set while it is short. */
const SHORT_LIST = 8;

function membership(values: readonly JsonValue[], ci = false): (own: unknown) => boolean {
  const plain: unknown[] = values.map((value) => folded(value, ci));
  const nested = values.filter((value) => typeof value === "object" && value !== null);
  const set = new Set(plain);
  const has =
    plain.length > SHORT_LIST
      ? (own: unknown) => set.has(own)
      : (own: unknown) => plain.includes(own);
  if (nested.length === 0 && !ci) return has;
  return (own) => has(folded(own, ci)) || nested.some((value) => isSame(value, own));
}

function hasPart(
  value: string | readonly string[],
  ci = false,
  test: (own: string, part: string) => boolean,
): ValueTest {
  const parts = [value].flat().map((part) => folded(part, ci));
  return (own) => {
    if (typeof own !== "string") return false;
    const text = folded(own, ci);
    return parts.some((part) => test(text, part));
  };
}

function hasAge(
  duration: Parameters<typeof millisecondsIn>[0],
  test: (age: number, length: number) => boolean,
): ValueTest {
  const length = millisecondsIn(duration);
  return (own, at) => test(at - momentOf(own), length);
}

function hasRank(value: string, test: (rank: number) => boolean): ValueTest {
  const limit = versionOf(value);
  return (own) => {
    const version = versionOf(own);
    return version !== undefined && limit !== undefined && test(compareVersions(version, limit));
  };
}

function typeNameOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

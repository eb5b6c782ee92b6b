import type { FieldCondition } from "@kefu/core";
import type { RuleCondition } from "./rule-condition.ts";

/** What a field can be equal to, as the key of a map. */
export type Key = string | number | boolean;

/**
 * What must be true of one field where a condition holds: the field, or one of its elements where it is a list, is one of `keys`;
 * and it is a number that is at least `from` and less than `below`.
 */
export interface Access {
  readonly field: string;
  readonly keys?: ReadonlySet<Key>;
  readonly from?: number;
  readonly below?: number;
}

/** By field what must be true where a condition holds; `"never"` where it can't hold. What is not said may be anything. */
export type Accesses = ReadonlyMap<string, Access> | "never";

/** Longer lists select little and would fill the memory. */
const MOST_KEYS = 256;

const ANYTHING: Accesses = new Map();

/** What the accesses of a condition depend on. */
export interface AccessScope {
  readonly groups: Readonly<Record<string, readonly Key[]>>;
  readonly accessesOfSegment: (segment: string) => Accesses;
}

/** What must be true where a condition holds. Only a help in searching: it may let pass more than the condition, never less. */
export function accessesOf(condition: RuleCondition, scope: AccessScope): Accesses {
  if ("field" in condition) return questionAccess(condition, scope);
  if ("segment" in condition) return scope.accessesOfSegment(condition.segment);
  if ("const" in condition) return condition.const ? ANYTHING : "never";
  if ("all" in condition) return allOf(condition.all.map((part) => accessesOf(part, scope)));
  if ("any" in condition) return anyOf(condition.any.map((part) => accessesOf(part, scope)));
  return ANYTHING;
}

function questionAccess(question: FieldCondition, { groups }: AccessScope): Accesses {
  const { field } = question;
  switch (question.op) {
    case "eq":
      return question.ci ? ANYTHING : amongKeys(field, [question.value]);
    case "in":
      return question.ci ? ANYTHING : amongKeys(field, question.value);
    case "containsAll":
      // Every list contains all of none.
      return question.ci || question.value.length === 0
        ? ANYTHING
        : amongKeys(field, question.value.slice(0, 1));
    case "inGroup":
      return amongKeys(
        field,
        Object.hasOwn(groups, question.group) ? (groups[question.group] ?? []) : [],
      );
    case "gt":
    case "gte":
      return typeof question.value === "number"
        ? new Map([[field, { field, from: question.value }]])
        : ANYTHING;
    case "lt":
    case "lte":
      return typeof question.value === "number"
        ? new Map([[field, { field, below: endOf(question.value, question.op === "lte") }]])
        : ANYTHING;
    default:
      return ANYTHING;
  }
}

/** Numbers less than this are all that are less than the limit, or all that are at most the limit. */
function endOf(limit: number, isIncluded: boolean): number {
  return isIncluded ? limit + Math.max(Math.abs(limit) * Number.EPSILON, Number.MIN_VALUE) : limit;
}

function amongKeys(field: string, values: readonly unknown[]): Accesses {
  if (values.length > MOST_KEYS) return ANYTHING;
  const keys = new Set<Key>();
  for (const value of values) {
    // An element may be null, but what is absent is among nothing.
    if (typeof value === "object") return ANYTHING;
    keys.add(value as Key);
  }
  return new Map([[field, { field, keys }]]);
}

/** A list may have two keys at once, so the smaller set of keys is kept, not what is in both. */
function allOf(parts: readonly Accesses[]): Accesses {
  const all = new Map<string, Access>();
  for (const part of parts) {
    if (part === "never") return part;
    for (const [field, access] of part) {
      const before = all.get(field);
      all.set(field, before === undefined ? access : narrower(before, access));
    }
  }
  return all;
}

function narrower(left: Access, right: Access): Access {
  const keys = smaller(left.keys, right.keys);
  const from = Math.max(left.from ?? -Infinity, right.from ?? -Infinity);
  const below = Math.min(left.below ?? Infinity, right.below ?? Infinity);
  return { field: left.field, ...(keys && { keys }), from, below };
}

function smaller(left?: ReadonlySet<Key>, right?: ReadonlySet<Key>) {
  if (left === undefined || right === undefined) return left ?? right;
  return left.size <= right.size ? left : right;
}

/** A field counts only where every part says something of it. */
function anyOf(parts: readonly Accesses[]): Accesses {
  const possible = parts.filter((part) => part !== "never");
  const [first, ...others] = possible;
  if (first === undefined) return "never";
  const any = new Map<string, Access>();
  for (const [field, access] of first) {
    const wider = others.reduce<Access | undefined>(
      (so, other) => widened(so, other.get(field)),
      access,
    );
    if (wider !== undefined) any.set(field, wider);
  }
  return any;
}

function widened(left: Access | undefined, right: Access | undefined): Access | undefined {
  if (left === undefined || right === undefined) return undefined;
  const wide: { field: string; keys?: ReadonlySet<Key>; from?: number; below?: number } = {
    field: left.field,
  };
  if (left.keys && right.keys && left.keys.size + right.keys.size <= MOST_KEYS) {
    wide.keys = new Set([...left.keys, ...right.keys]);
  }
  const from = Math.min(left.from ?? -Infinity, right.from ?? -Infinity);
  const below = Math.max(left.below ?? Infinity, right.below ?? Infinity);
  return { ...wide, from, below };
}

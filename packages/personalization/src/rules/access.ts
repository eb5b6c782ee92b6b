import type { FieldCondition } from "@kefu/core";
import type { RuleCondition } from "./rule-condition.ts";

/** What a field can be equal to, as the key of a map. */
export type Key = string | number | boolean;

/** What must be true of one field where a condition holds. */
export interface Access {
  readonly field: string;
  /** The field is one of these, or, where it is a list, one of its elements is. */
  readonly keys?: ReadonlySet<Key>;
  /** The keys are meant for the field itself, not for the elements of a list. */
  readonly isWhole?: boolean;
  /** It is a number, at least this. */
  readonly from?: number;
  /** It is a number, less than this. */
  readonly below?: number;
}

/** By which fields the profiles can be found that a condition holds for. */
export interface Accesses {
  /** What must be true, by field; `undefined` where the condition never holds. */
  readonly byField: ReadonlyMap<string, Access> | undefined;
  /** Whether the condition also holds wherever all of this is true. */
  readonly isExact: boolean;
}

/** What the accesses of a condition depend on. */
export interface AccessScope {
  readonly groups: Readonly<Record<string, readonly Key[]>>;
  readonly accessesOfSegment: (segment: string) => Accesses;
}

/** Longer lists select little and would fill the memory. */
const MOST_KEYS = 256;

const NEVER: Accesses = { byField: undefined, isExact: true };
const ALWAYS: Accesses = { byField: new Map(), isExact: true };
const ANYTHING: Accesses = { byField: new Map(), isExact: false };

/** What must be true where a condition holds. A help in searching: it may let pass more than the condition, never less. */
export function accessesOf(condition: RuleCondition, scope: AccessScope): Accesses {
  if ("field" in condition) return questionAccess(condition, scope);
  if ("segment" in condition) return scope.accessesOfSegment(condition.segment);
  if ("const" in condition) return condition.const ? ALWAYS : NEVER;
  if ("all" in condition) return allOf(condition.all.map((part) => accessesOf(part, scope)));
  if ("any" in condition) return anyOf(condition.any.map((part) => accessesOf(part, scope)));
  return ANYTHING;
}

function questionAccess(question: FieldCondition, { groups }: AccessScope): Accesses {
  const { field } = question;
  const value: unknown = "value" in question ? question.value : undefined;
  if ("group" in question && question.op === "inGroup") {
    return amongKeys(field, Object.hasOwn(groups, question.group) ? groups[question.group] : []);
  }
  if (typeof value === "number") return numberAccess(field, question.op, value);
  if ("ci" in question && question.ci) return ANYTHING;
  if (question.op === "eq") return amongKeys(field, [value], true);
  if (question.op === "in") return amongKeys(field, question.value);
  return ANYTHING;
}

function numberAccess(field: string, op: FieldCondition["op"], value: number): Accesses {
  switch (op) {
    case "eq":
      return amongKeys(field, [value], true);
    case "gt":
      return exactly({ field, from: nextAbove(value) });
    case "gte":
      return exactly({ field, from: value });
    case "lt":
      return exactly({ field, below: value });
    case "lte":
      // Above the largest number there is none.
      return value === Number.MAX_VALUE ? ANYTHING : exactly({ field, below: nextAbove(value) });
    default:
      return ANYTHING;
  }
}

function amongKeys(field: string, values: readonly unknown[] = [], isWhole = false): Accesses {
  // An element may be null, or a list itself.
  if (values.length > MOST_KEYS || values.some((value) => typeof value === "object")) {
    return ANYTHING;
  }
  return exactly({ field, keys: new Set(values as readonly Key[]), isWhole });
}

function exactly(access: Access): Accesses {
  return { byField: new Map([[access.field, access]]), isExact: true };
}

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/** The least number above another: the next in the order of the bits, which counts away from zero. */
function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  double[0] = value;
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return double[0];
}

function allOf(parts: readonly Accesses[]): Accesses {
  const all = new Map<string, Access>();
  let isExact = true;
  for (const part of parts) {
    if (part.byField === undefined) return NEVER;
    isExact &&= part.isExact;
    for (const [field, access] of part.byField) {
      const before = all.get(field);
      all.set(field, before === undefined ? access : narrower(before, access));
      if (before?.keys !== undefined && access.keys !== undefined) isExact = false;
    }
  }
  return { byField: all, isExact };
}

/** A list may have two keys at once, so the smaller set of keys is kept, not what is in both. */
function narrower(left: Access, right: Access): Access {
  const [few, many] =
    (left.keys?.size ?? Number.POSITIVE_INFINITY) <= (right.keys?.size ?? Number.POSITIVE_INFINITY)
      ? [left, right]
      : [right, left];
  return {
    ...many,
    ...few,
    from: Math.max(fromOf(left), fromOf(right)),
    below: Math.min(belowOf(left), belowOf(right)),
  };
}

/** A field counts only where every part says something of it. */
function anyOf(parts: readonly Accesses[]): Accesses {
  const [first = NEVER, ...others] = parts.filter(({ byField }) => byField !== undefined);
  if (others.length === 0) return first;
  const any = new Map<string, Access>();
  for (const [field, access] of first.byField ?? []) {
    const wide = others.reduce<Access | undefined>(
      (so, { byField }) => wider(so, byField?.get(field)),
      access,
    );
    if (wide !== undefined) any.set(field, wide);
  }
  return { byField: any, isExact: false };
}

function wider(left: Access | undefined, right: Access | undefined): Access | undefined {
  if (left === undefined || right === undefined) return undefined;
  const { field } = left;
  const from = Math.min(fromOf(left), fromOf(right));
  const below = Math.max(belowOf(left), belowOf(right));
  if (left.keys === undefined || right.keys === undefined) return { field, from, below };
  const keys = new Set([...left.keys, ...right.keys]);
  return keys.size > MOST_KEYS ? { field, from, below } : { field, keys, from, below };
}

/** Whether an access wants a number. */
export function isRange(access: Access): boolean {
  return fromOf(access) > Number.NEGATIVE_INFINITY || belowOf(access) < Number.POSITIVE_INFINITY;
}

function fromOf({ from = Number.NEGATIVE_INFINITY }: Access): number {
  return from;
}

function belowOf({ below = Number.POSITIVE_INFINITY }: Access): number {
  return below;
}

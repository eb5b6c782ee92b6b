import type { FieldCondition } from "@kefu/core";
import type { RuleCondition } from "./rule-condition.ts";

/** What a field can be equal to, as the key of a map. */
export type Key = string | number | boolean;

/** What must be true of one field where a condition holds. */
export interface Access {
  readonly field: string;
  /** The field is one of these, or, where it is a list, one of its elements is. May repeat itself. */
  readonly keys: readonly Key[] | undefined;
  /** The keys are meant for the field itself, not for the elements of a list. */
  readonly isWhole: boolean;
  /** It is a number, at least this; minus infinity for any. */
  readonly from: number;
  /** It is a number, less than this; infinity for any. */
  readonly below: number;
}

/** By which fields the profiles can be found that a condition holds for. */
export interface Accesses {
  /** What must be true, each field once; `undefined` where the condition never holds. */
  readonly all: readonly Access[] | undefined;
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
/** Fields beyond these select little that is not selected already. */
const MOST_FIELDS = 16;

const { POSITIVE_INFINITY: INFINITY, NEGATIVE_INFINITY: MINUS_INFINITY } = Number;
const NEVER: Accesses = { all: undefined, isExact: true };
const ALWAYS: Accesses = { all: [], isExact: true };
/** Nothing is known of it. */
export const ANYTHING: Accesses = { all: [], isExact: false };

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
      return within(field, nextAbove(value), INFINITY);
    case "gte":
      return within(field, value, INFINITY);
    case "lt":
      return within(field, MINUS_INFINITY, value);
    case "lte":
      return within(field, MINUS_INFINITY, nextAbove(value));
    default:
      return ANYTHING;
  }
}

function within(field: string, from: number, below: number): Accesses {
  // Above the largest number there is none but infinity.
  if (from === INFINITY || (from === MINUS_INFINITY && below === INFINITY)) return ANYTHING;
  return { all: [{ field, keys: undefined, isWhole: false, from, below }], isExact: true };
}

function amongKeys(field: string, values: readonly unknown[] = [], isWhole = false): Accesses {
  // An element may be null, or a list itself.
  if (values.length > MOST_KEYS || values.some((value) => typeof value === "object")) {
    return ANYTHING;
  }
  const keys = values as readonly Key[];
  return {
    all: [{ field, keys, isWhole, from: MINUS_INFINITY, below: INFINITY }],
    isExact: true,
  };
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
  const all: Access[] = [];
  let isExact = true;
  for (const part of parts) {
    if (part.all === undefined) return NEVER;
    isExact &&= part.isExact;
    for (const access of part.all) isExact = addTo(all, access) && isExact;
  }
  return { all, isExact };
}

/** Adds what must be true, too. @returns whether nothing of it was lost */
function addTo(all: Access[], access: Access): boolean {
  const at = all.findIndex(({ field }) => field === access.field);
  const before = all[at];
  if (before === undefined) return all.length < MOST_FIELDS && all.push(access) > 0;
  all[at] = narrower(before, access);
  return before.keys === undefined || access.keys === undefined;
}

/** A list may have two keys at once, so the smaller set of keys is kept, not what is in both. */
function narrower(left: Access, right: Access): Access {
  const isLeft = (left.keys?.length ?? INFINITY) <= (right.keys?.length ?? INFINITY);
  const { field, keys, isWhole } = isLeft ? left : right;
  const from = Math.max(left.from, right.from);
  return { field, keys, isWhole, from, below: Math.min(left.below, right.below) };
}

/** A field counts only where every part says something of it. */
function anyOf(parts: readonly Accesses[]): Accesses {
  const [first = NEVER, ...others] = parts.filter(({ all }) => all !== undefined);
  if (others.length === 0) return first;
  let all = first.all ?? [];
  for (const other of others) all = all.flatMap((access) => wider(access, other.all ?? []));
  return { all, isExact: false };
}

function wider(left: Access, others: readonly Access[]): readonly Access[] {
  const { field } = left;
  const right = others.find((other) => other.field === field);
  if (right === undefined) return [];
  const isKeyed = left.keys !== undefined && right.keys !== undefined;
  const keys = isKeyed ? [...new Set([...left.keys, ...right.keys])] : [];
  return [
    {
      field,
      keys: isKeyed && keys.length <= MOST_KEYS ? keys : undefined,
      isWhole: false,
      from: Math.min(left.from, right.from),
      below: Math.max(left.below, right.below),
    },
  ];
}

/** Whether an access wants a number. */
export function isRange({ from, below }: Access): boolean {
  return from > MINUS_INFINITY || below < INFINITY;
}

/** The test of one question that an access says exactly. */
export function accessTest({ keys, isWhole, from, below }: Access): (value: unknown) => boolean {
  if (keys === undefined) {
    const isOpen = below === INFINITY;
    return (value) => typeof value === "number" && value >= from && (isOpen || value < below);
  }
  const set = new Set<unknown>(keys);
  if (isWhole) return (value) => set.has(value);
  return (value) => (Array.isArray(value) ? value.some((one) => set.has(one)) : set.has(value));
}

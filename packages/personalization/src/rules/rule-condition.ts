import { type Condition, type FieldCondition, KefuError, parseCondition } from "@kefu/core";
import { inheritedFields } from "./inherited-fields.ts";
import type { RuleSetIssue } from "./rule-set-issue.ts";

/** Whether the segment of that name holds. */
export interface SegmentCondition {
  /** The name of a segment of the same rule set. */
  readonly segment: string;
}

/** A condition of core that may also ask for segments, everywhere but in a `where`. */
export type RuleCondition =
  | { readonly all: readonly RuleCondition[] }
  | { readonly any: readonly RuleCondition[] }
  | { readonly none: readonly RuleCondition[] }
  | { readonly not: RuleCondition }
  | { readonly const: boolean }
  | SegmentCondition
  | FieldCondition;

/** Reads one condition after the other; undefined where it has found something wrong. */
export type ConditionReader = (
  input: unknown,
  path: RuleSetIssue["path"],
  issues: RuleSetIssue[],
) => RuleCondition | undefined;

/** No real condition needs more levels, and recursion over them would exhaust the stack. */
const MAX_DEPTH = 64;
/** The lengths of all paths, more than any file has; what contains itself twice is endless. */
const MOST_WORK = 10_000_000;

/**
 * A reader of conditions. What a question is worth is for core to say, but where its shape leaves no doubt it is copied at once.
 * The rarer questions are read once, however many rules ask them: equal ones become one and the same object.
 */
export function conditionReader(): ConditionReader {
  const known = new Map<string, RuleCondition>();
  let work = 0;

  const read: ConditionReader = (input, path, issues) => {
    const [name, inner] = onlyEntryOf(input);
    if (name === "segment" && typeof inner === "string") return { segment: inner };
    if (name === "not") return readOpposite(inner, path, issues);
    return Array.isArray(inner) && /^(?:all|any|none)$/.test(name)
      ? readList(name, inner, path, issues)
      : readQuestion(input, path, issues);
  };

  /** Says so once; then nothing more is read. */
  function isTooMuch(path: RuleSetIssue["path"], issues: RuleSetIssue[]): boolean {
    work += path.length;
    if (path.length <= 2 * MAX_DEPTH && work <= MOST_WORK) return false;
    const message = "nested deeper than 64 levels, or too much";
    if (work < Number.POSITIVE_INFINITY) issues.push({ code: "invalid", path, message });
    work = Number.POSITIVE_INFINITY;
    return true;
  }

  const readOpposite: ConditionReader = (input, path, issues) => {
    if (isTooMuch(path, issues)) return undefined;
    const not = read(input, [...path, "not"], issues);
    return not && { not };
  };

  function readList(
    name: string,
    list: readonly unknown[],
    path: RuleSetIssue["path"],
    issues: RuleSetIssue[],
  ): RuleCondition | undefined {
    if (isTooMuch(path, issues)) return undefined;
    const parts: RuleCondition[] = [];
    for (let at = 0; at < list.length && work <= MOST_WORK; at++) {
      const part = read(list[at], [...path, name, at], issues);
      if (part !== undefined) parts.push(part);
    }
    return parts.length < list.length ? undefined : ({ [name]: parts } as unknown as RuleCondition);
  }

  const readQuestion: ConditionReader = (input, path, issues) => {
    const question = plainQuestion(input) ?? knownQuestion(input, path, issues);
    const inherited = question === undefined ? [] : inheritedFields(question, path);
    issues.push(...inherited);
    return inherited.length === 0 ? question : undefined;
  };

  const knownQuestion: ConditionReader = (input, path, issues) => {
    const key = keyOf(input);
    const read = (key === undefined ? undefined : known.get(key)) ?? parsed(input, path, issues);
    if (key !== undefined && read !== undefined) known.set(key, read);
    return read;
  };

  return read;
}

function onlyEntryOf(input: unknown): readonly [name: string, inner: unknown] {
  if (typeof input !== "object" || input === null) return ["", undefined];
  const names = Object.keys(input);
  const [name = ""] = names;
  return names.length === 1 ? [name, Reflect.get(input, name)] : ["", undefined];
}

const SCALAR_OPERATORS = /^(?:eq|ne|gte?|lte?)$/;
const LIST_OPERATORS = /^n?in$/;

/** A copy of a question whose shape is beyond doubt: three keys, and a plain value or a list of them. */
function plainQuestion(input: unknown): FieldCondition | undefined {
  if (typeof input !== "object" || input === null || Object.keys(input).length !== 3)
    return undefined;
  const { field, op, value } = input as Readonly<Record<string, unknown>>;
  if (typeof field !== "string" || typeof op !== "string") return undefined;
  if (SCALAR_OPERATORS.test(op) && isScalar(value)) return { field, op, value } as FieldCondition;
  if (!LIST_OPERATORS.test(op) || !Array.isArray(value) || !value.every(isScalar)) return undefined;
  return { field, op, value: [...value] } as FieldCondition;
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

function parsed(
  input: unknown,
  path: RuleSetIssue["path"],
  issues: RuleSetIssue[],
): Condition | undefined {
  try {
    return parseCondition(input as Condition);
  } catch (error) {
    if (!(error instanceof KefuError)) throw error;
    for (const issue of error.issues) {
      const isPattern = issue.path.at(-1) === "value" && operatorOf(input) === "matches";
      const code = isPattern ? "unsafe-regex" : "invalid";
      issues.push({ code, path: [...path, ...issue.path], message: issue.message });
    }
    return undefined;
  }
}

function operatorOf(input: unknown): unknown {
  return (input as { readonly op?: unknown } | null)?.op;
}

/** A text that only equal questions share; undefined where the shape is in doubt. */
function keyOf(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  const { field, op, value } = input as Readonly<Record<string, unknown>>;
  if (typeof field !== "string" || typeof op !== "string" || typeof value !== "string")
    return undefined;
  return Object.keys(input).length === 3 ? JSON.stringify([field, op, value]) : undefined;
}

import { type Condition, type FieldCondition, KefuError, parseCondition } from "@kefu/core";
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

/**
 * A reader that checks each question once, however many rules ask it: equal questions become one and the same object. What a
 * question is worth is for core to say; combinations are read here.
 */
export function conditionReader(): ConditionReader {
  const known = new Map<string, RuleCondition>();

  function read(
    input: unknown,
    path: RuleSetIssue["path"],
    issues: RuleSetIssue[],
  ): RuleCondition | undefined {
    const combination = onlyEntryOf(input);
    if (combination === undefined) return readQuestion(input, path, issues);
    const [name, inner] = combination;
    if (name === "segment" && typeof inner === "string") return { segment: inner };
    if (name === "not") {
      const not = read(inner, [...path, name], issues);
      return not && { not };
    }
    if (!/^(?:all|any|none)$/.test(name) || !Array.isArray(inner)) {
      return readQuestion(input, path, issues);
    }
    const before = issues.length;
    const parts: (RuleCondition | undefined)[] = [];
    for (let at = 0; at < inner.length; at++) {
      parts.push(read(inner[at], [...path, name, at], issues));
    }
    return issues.length > before ? undefined : ({ [name]: parts } as unknown as RuleCondition);
  }

  function readQuestion(
    input: unknown,
    path: RuleSetIssue["path"],
    issues: RuleSetIssue[],
  ): RuleCondition | undefined {
    const key = keyOf(input);
    const seen = key === undefined ? undefined : known.get(key);
    if (seen !== undefined) return seen;
    const question = parsed(input, path, issues);
    if (key !== undefined && question !== undefined) known.set(key, question);
    return question;
  }

  return read;
}

function onlyEntryOf(input: unknown): readonly [name: string, inner: unknown] | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  const names = Object.keys(input);
  const [name = ""] = names;
  return names.length === 1
    ? [name, (input as Readonly<Record<string, unknown>>)[name]]
    : undefined;
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

/** A text that only questions that are equal in every respect share; undefined for the rarer kinds of question. */
function keyOf(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  const { field, op, value } = input as Readonly<Record<string, unknown>>;
  if (typeof field !== "string" || typeof op !== "string") return undefined;
  if (Object.keys(input).length !== 3) return undefined;
  const operand = Array.isArray(value) ? listKeyOf(value) : scalarKeyOf(value);
  return operand && `${op} ${field.length} ${field} ${operand}`;
}

function listKeyOf(values: readonly unknown[]): string | undefined {
  let key = "[";
  for (const value of values) {
    const own = scalarKeyOf(value);
    if (own === undefined) return undefined;
    key += `${own},`;
  }
  return key;
}

function scalarKeyOf(value: unknown): string | undefined {
  if (typeof value === "string") return `"${value.length} ${value}`;
  if (typeof value === "boolean" || Number.isFinite(value)) return String(value);
  return undefined;
}

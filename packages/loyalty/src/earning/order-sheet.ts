import type { CompiledRule } from "./compile-programme.ts";
import type { RatedLine } from "./line-bases.ts";

/** A line on its way; points are in parts. */
export interface LineSheet {
  readonly line: RatedLine;
  /** What rates gave, in parts of rates. */
  rated: bigint;
  /** Its values of the fields that most rules ask for. */
  readonly values: readonly unknown[];
  /** What multipliers come to so far, uncapped, in parts of a factor. */
  factor: bigint;
  /** What there is, multiplied and flat. */
  value: bigint;
}

/** A rule that holds for an order. */
export interface HoldingRule {
  readonly compiled: CompiledRule;
  readonly lines: readonly LineSheet[];
  /** What it has given, in parts. */
  given: bigint;
  /** What its caps leave, in parts. */
  left: bigint | null;
}

/** Gives points of a rule, as far as its caps go. */
export function give(rule: HoldingRule, parts: bigint): bigint {
  const { left } = rule;
  const given = left !== null && left < parts ? left : parts;
  if (left !== null) rule.left = left - given;
  rule.given += given;
  return given;
}

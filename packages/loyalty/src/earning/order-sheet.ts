import type { CompiledRule } from "./compile-programme.ts";
import type { RatedLine } from "./line-bases.ts";
import { minus, plus, type Whole } from "./whole-number.ts";

/** A line on its way. */
export interface LineSheet {
  readonly line: RatedLine;
  /** What rates gave, in parts of rates. */
  rated: Whole;
  /** What multipliers come to so far, uncapped, in parts of a factor. */
  factor: Whole;
  /** What multipliers gave, in parts. */
  surplus: Whole;
  /** Flat points. */
  flat: Whole;
}

/** A rule that holds for an order. */
export interface HoldingRule {
  readonly compiled: CompiledRule;
  readonly lines: readonly LineSheet[];
  /** What it has given, in the parts that it counts in. */
  given: Whole;
  /** What its caps leave, in such parts. */
  left: Whole | null;
}

/** Gives points of a rule, as far as its caps go. */
export function give(rule: HoldingRule, parts: Whole): Whole {
  const { left } = rule;
  const given = left !== null && left < parts ? left : parts;
  if (left !== null) rule.left = minus(left, given);
  rule.given = plus(rule.given, given);
  return given;
}

import { type Instant, InvalidInputError, instant } from "@kefu/core";
import type { z } from "zod";
import { type Accesses, accessesOf } from "./access.ts";
import { checkRuleFields } from "./check-rule-fields.ts";
import { readRuleSet } from "./parse-rule-set.ts";
import { buildRuleIndex } from "./rule-index.ts";
import type { Rule, RuleSet, RuleSetInput } from "./rule-set.ts";
import { InvalidRuleSetError } from "./rule-set-issue.ts";
import { type RuleTest, ruleTests } from "./rule-tests.ts";
import { segmentOrder } from "./segment-order.ts";
import { whileReading } from "./while-reading.ts";

/** What a rule set is compiled with. */
export interface CompileRulesOptions {
  /** The zod schema of the profiles; with it, fields and operators that they can't have are refused. */
  readonly profile?: z.ZodType | undefined;
}

/** A rule set that is ready to be asked. Made by {@link compileRules}; derived from plain JSON and never the truth itself. */
export interface CompiledRules {
  /** The rule set, checked, with all defaults. */
  readonly ruleSet: RuleSet;
  /** The schema of the profiles, where it was given. */
  readonly profile: z.ZodType | undefined;
  /** The rules that fit and count at a moment, in the order of decision. {@link matchRules} is the same as a function. */
  readonly match: (profile: unknown, at: Instant) => readonly Rule[];
  /** The names of the segments that hold, in the order of the rule set. */
  readonly segmentsOf: (profile: unknown, at: Instant) => readonly string[];
}

/**
 * Checks a rule set and builds an index over it, such that asking costs what matches, not what there is: ten thousand rules cost
 * a profile little more than a hundred. No code is generated, so it works under a strict Content Security Policy.
 *
 * @param ruleSet - checked here, so it may come straight from a file
 * @throws {@link InvalidRuleSetError} (`invalid-rule-set`) naming every path that is wrong, see {@link parseRuleSet}; with a
 *   schema also fields, operators and values that the profiles can't have, with the known field that was meant
 * @throws `InvalidInputError` (`invalid-input`) when the schema is none
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileRules, matchRules } from "@kefu/personalization";
 *
 * const rules = compileRules({
 *   version: "2026-11",
 *   segments: { regular: { field: "orders", op: "gte", value: 3 } },
 *   rules: [
 *     { id: "tea", when: { segment: "regular" }, content: "A tea on us" },
 *     { id: "welcome", when: { not: { segment: "regular" } }, content: "Welcome!" },
 *   ],
 * });
 * matchRules(rules, { orders: 4 }, instant("2026-11-24T09:00:00Z")).map(({ id }) => id); // => ["tea"]
 * ```
 */
export function compileRules(
  ruleSet: RuleSetInput,
  options: CompileRulesOptions = {},
): CompiledRules {
  const { ruleSet: checked, issues } = readRuleSet(ruleSet);
  const profile = whileReading("options", () => options?.profile);
  const unfit = checked && profile !== undefined ? checkRuleFields(checked, profile) : [];
  if (checked === undefined || issues.length + unfit.length > 0) {
    throw new InvalidRuleSetError("rule set", [...issues, ...unfit]);
  }
  const compiled = { ruleSet: checked, profile, ...matcherOf(checked) };
  made.add(compiled);
  return compiled;
}

/**
 * The rules that fit a profile and count at a moment: higher priority first, of equals the one that stands first in the set.
 * Exclusive groups, shares, splits and the hold-out are left to {@link selectRules}.
 *
 * @param profile - any JSON; what is not there is absent
 * @param at - the present moment: a rule counts from `activeFrom`, included, to `activeTo`, left out
 * @throws `InvalidInputError` (`invalid-input`) when the rules are not compiled or `at` is no moment
 */
export function matchRules(rules: CompiledRules, profile: unknown, at: Instant): readonly Rule[] {
  const { match } = requireCompiled(rules);
  return whileReading("profile", () => match(profile, at));
}

/**
 * The names of the segments that a profile is in, in the order in which the rule set defines them.
 *
 * @throws `InvalidInputError` (`invalid-input`) when the rules are not compiled or `at` is no moment
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { compileRules, segmentsOf } from "@kefu/personalization";
 *
 * const segments = { "tea drinkers": { field: "tags", op: "in", value: ["tea"] } } as const;
 * const rules = compileRules({ version: "1", segments, rules: [] });
 * segmentsOf(rules, { tags: ["tea", "pots"] }, instant("2026-11-24T09:00:00Z")); // => ["tea drinkers"]
 * ```
 */
export function segmentsOf(rules: CompiledRules, profile: unknown, at: Instant): readonly string[] {
  const compiled = requireCompiled(rules);
  return whileReading("profile", () => compiled.segmentsOf(profile, at));
}

/** So that nothing else passes for compiled rules. */
const made = new WeakSet<CompiledRules>();

/** Refuses what {@link compileRules} has not made. */
export function requireCompiled(rules: CompiledRules): CompiledRules {
  if (made.has(rules)) return rules;
  throw new InvalidInputError("rules", [{ path: [], message: "must come from compileRules" }]);
}

function matcherOf(ruleSet: RuleSet): Pick<CompiledRules, "match" | "segmentsOf"> {
  const rules = inOrderOfDecision(ruleSet.rules);
  const accesses = accessesOfRules({ ...ruleSet, rules });
  const { testOf, segments, nextProfile } = ruleTests(ruleSet);
  // What the index knows exactly is hardly ever asked.
  const tests = rules.map(({ when }, rule) => (accesses[rule]?.isExact ? undefined : testOf(when)));
  const from = Float64Array.from(rules, ({ activeFrom = -Infinity }) => activeFrom);
  const to = Float64Array.from(rules, ({ activeTo = Infinity }) => activeTo);
  const { found, search } = buildRuleIndex(accesses);

  /** What was found without being sure is asked. */
  function fits(entry: number, profile: unknown, now: Instant): boolean {
    const rule = entry < 0 ? ~entry : entry;
    if (now < (from[rule] as number) || now >= (to[rule] as number)) return false;
    if (entry < 0) return true;
    tests[rule] ??= testOf((rules[rule] as Rule).when);
    return (tests[rule] as RuleTest)(profile, now);
  }

  return {
    match: (profile, at) => {
      const now = instant(at);
      nextProfile();
      const count = search(profile);
      const fitting: number[] = [];
      for (let position = 0; position < count; position++) {
        const entry = found[position] as number;
        if (fits(entry, profile, now)) fitting.push(entry < 0 ? ~entry : entry);
      }
      return inOrder(fitting).map((rule) => rules[rule] as Rule);
    },
    segmentsOf: (profile, at) => {
      const now = instant(at);
      nextProfile();
      const names = Object.keys(ruleSet.segments);
      return names.filter((name) => segments.get(name)?.(profile, now));
    },
  };
}

function inOrderOfDecision(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort((left, right) => right.priority - left.priority);
}

/** The numbers in ascending order, each once. */
function inOrder(numbers: number[]): readonly number[] {
  for (let at = 1; at < numbers.length; at++) {
    if ((numbers[at - 1] as number) >= (numbers[at] as number)) {
      return numbers
        .sort((left, right) => left - right)
        .filter((number, position) => number !== numbers[position - 1]);
    }
  }
  return numbers;
}

function accessesOfRules({ rules, segments, groups }: RuleSet): readonly Accesses[] {
  const known = new Map<string, Accesses>();
  const scope = {
    groups,
    accessesOfSegment: (segment: string): Accesses =>
      known.get(segment) ?? { all: undefined, isExact: true },
  };
  for (const name of segmentOrder(segments).order) {
    const condition = segments[name];
    if (condition !== undefined) known.set(name, accessesOf(condition, scope));
  }
  return rules.map(({ when }) => accessesOf(when, scope));
}

import {
  type CompiledCondition,
  conditionCompiler,
  type FieldCondition,
  type Instant,
} from "@kefu/core";
import type { RuleCondition } from "./rule-condition.ts";
import type { RuleSet } from "./rule-set.ts";
import { segmentOrder } from "./segment-order.ts";

/** Whether a condition holds for a profile at a moment. */
export type RuleTest = (profile: unknown, at: Instant) => boolean;

/** The conditions of a rule set as functions. */
export interface RuleTests {
  /** In the order of the rules. */
  readonly rules: readonly RuleTest[];
  readonly segments: ReadonlyMap<string, RuleTest>;
  /** To be called before another profile is asked about, because segments are asked once for each. */
  readonly nextProfile: () => void;
}

/** Turns all conditions into functions. Questions that are one object, as the reader makes them, are compiled once. */
export function ruleTests({ rules, segments, groups }: RuleSet): RuleTests {
  const compile = conditionCompiler({ groups });
  const questions = new Map<FieldCondition, CompiledCondition>();
  const tests = new Map<string, RuleTest>();
  let profiles = 0;

  function questionTest(question: FieldCondition): RuleTest {
    const known = questions.get(question) ?? compile(question);
    questions.set(question, known);
    return known;
  }

  /** A segment that many rules share, or segments that share others, are asked once for each profile. */
  function once(test: RuleTest): RuleTest {
    let askedAt = -1;
    let result = false;
    return (profile, at) => {
      if (askedAt === profiles) return result;
      result = test(profile, at);
      askedAt = profiles;
      return result;
    };
  }

  function testOf(condition: RuleCondition): RuleTest {
    if ("field" in condition) return questionTest(condition);
    if ("segment" in condition) return tests.get(condition.segment) ?? (() => false);
    if ("const" in condition) return () => condition.const;
    if ("not" in condition) return opposite(testOf(condition.not));
    if ("all" in condition) return every(condition.all.map(testOf));
    if ("any" in condition) return some(condition.any.map(testOf));
    return opposite(some(condition.none.map(testOf)));
  }

  for (const name of segmentOrder(segments).order) {
    const condition = segments[name];
    if (condition !== undefined) tests.set(name, once(testOf(condition)));
  }
  return {
    rules: rules.map(({ when }) => testOf(when)),
    segments: tests,
    nextProfile: () => {
      profiles++;
    },
  };
}

function opposite(test: RuleTest): RuleTest {
  return (profile, at) => !test(profile, at);
}

function every(tests: readonly RuleTest[]): RuleTest {
  return (profile, at) => {
    for (const test of tests) if (!test(profile, at)) return false;
    return true;
  };
}

function some(tests: readonly RuleTest[]): RuleTest {
  return (profile, at) => {
    for (const test of tests) if (test(profile, at)) return true;
    return false;
  };
}

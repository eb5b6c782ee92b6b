import {
  type CompiledCondition,
  conditionCompiler,
  type FieldCondition,
  type Instant,
} from "@kefu/core";
import { type AccessScope, ANYTHING, accessesOf, accessTest } from "./access.ts";
import { ownReader } from "./profile-value.ts";
import type { RuleCondition, SegmentCondition } from "./rule-condition.ts";
import type { RuleSet } from "./rule-set.ts";
import { segmentOrder } from "./segment-order.ts";

/** Whether a condition holds for a profile at a moment. */
export type RuleTest = (profile: unknown, at: Instant) => boolean;

/** The conditions of a rule set as functions. */
export interface RuleTests {
  readonly testOf: (condition: RuleCondition) => RuleTest;
  readonly segments: ReadonlyMap<string, RuleTest>;
  /** To be called before another profile is asked about, because segments are asked once for each. */
  readonly nextProfile: () => void;
}

/**
 * Turns conditions into functions. Questions that the index answers are tested as there; all others by core, once for each object,
 * because the reader makes equal questions one object.
 */
export function ruleTests({ segments, groups }: RuleSet): RuleTests {
  const compile = conditionCompiler({ groups });
  const scope = { groups, accessesOfSegment: () => ANYTHING };
  const questions = new Map<FieldCondition, CompiledCondition>();
  const tests = new Map<string, RuleTest>();
  let profiles = 0;

  function questionTest(question: FieldCondition): RuleTest {
    const simple = simpleTest(question, scope);
    if (simple !== undefined) return simple;
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
    return combinationTest(condition);
  }

  function combinationTest(
    condition: Exclude<RuleCondition, FieldCondition | SegmentCondition | { const: boolean }>,
  ): RuleTest {
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
    testOf,
    segments: tests,
    nextProfile: () => {
      profiles++;
    },
  };
}

/** The operators that say the opposite of one that the index knows. */
const OPPOSITES: Readonly<Record<string, "eq" | "in">> = { ne: "eq", nin: "in" };

function simpleTest(question: FieldCondition, scope: AccessScope): RuleTest | undefined {
  const opposed = Object.hasOwn(OPPOSITES, question.op) ? OPPOSITES[question.op] : undefined;
  const asked = opposed === undefined ? question : ({ ...question, op: opposed } as FieldCondition);
  const { all = [], isExact } = accessesOf(asked, scope);
  const [access] = all;
  if (!isExact || access === undefined) return undefined;
  const read = ownReader(access.field);
  const test = accessTest(access);
  return opposed === undefined
    ? (profile) => test(read(profile))
    : (profile) => !test(read(profile));
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

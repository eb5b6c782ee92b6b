import { type Condition, compileCondition, instant } from "@kefu/core";
import { compileRules, matchRules, type RuleCondition, segmentsOf } from "@kefu/personalization";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const at = instant("2026-11-24T09:00:00Z");
const groups = { some: ["a", 1, true], none: [] };

const field = fc.constantFrom("a", "b", "c.d", "c.0", "", "a.length", "toString", "valueOf");
const scalar = fc.constantFrom<(string | number | boolean)[]>(
  ...["", "a", "b", "A", "1", "constructor"],
  ...[0, 1, 2, -1, 2.5, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, true, false],
);
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 2.5),
);
const { value } = fc.letrec<{ value: fc.JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.constantFrom(null, Number.POSITIVE_INFINITY),
    fc.array(tie("value"), { maxLength: 12 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "d", "__proto__"), tie("value")),
  ),
}));
const ops = <O extends string>(...names: O[]) => ({ field, op: fc.constantFrom(...names) });
const question = fc.oneof(
  fc.record({ ...ops("eq", "ne"), value: fc.oneof(scalar, value) }),
  fc.record({ ...ops("in", "nin", "containsAll"), value: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ ...ops("in"), value: fc.array(scalar, { maxLength: 4 }), ci: fc.boolean() }),
  fc.record({ ...ops("gt", "gte", "lt", "lte"), value: fc.oneof(number, scalar) }),
  fc.record({ ...ops("gt", "gte", "lt", "lte"), value: number }),
  fc.record(ops("present", "absent")),
  fc.record({ ...ops("inGroup", "notInGroup"), group: fc.constantFrom("some", "none", "other") }),
  fc.record({
    ...ops("some"),
    where: fc.record({ field: fc.constant(""), op: fc.constant("eq"), value: scalar }),
  }),
) as fc.Arbitrary<Condition>;
const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
  const list = fc.array(tie("condition"), { maxLength: 4 });
  return {
    condition: fc.oneof(
      { maxDepth: 3 },
      { arbitrary: question, weight: 3 },
      { arbitrary: fc.record({ all: list }), weight: 3 },
      fc.record({ any: list }),
      fc.record({ none: list }),
      fc.record({ not: tie("condition") }),
      fc.record({ const: fc.boolean() }),
    ) as fc.Arbitrary<Condition>,
  };
});

/** JSON has no infinity in conditions, but `1e999` in data. */
const isSayable = (asked: unknown) => !JSON.stringify(asked).includes("null");
const sayable = condition.filter(isSayable);

describe("the index", () => {
  it("answers as the conditions do one by one", () => {
    fc.assert(
      fc.property(
        fc.array(sayable, { maxLength: 60 }),
        fc.array(value, { maxLength: 8 }),
        (asked, profiles) => {
          const rules = compileRules({
            version: "1",
            groups,
            rules: asked.map((when, id) => ({ id: `${id}`, when, content: null })),
          });
          const tests = asked.map((one) => compileCondition(one, { groups }));
          for (const profile of profiles) {
            const fitting = matchRules(rules, profile, at).map(({ id }) => Number(id));
            const expected = tests.flatMap((test, id) => (test(profile, at) ? [id] : []));
            expect(fitting).toEqual(expected);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("answers as the conditions do where many rules ask the same fields", () => {
    const rule = fc.record({
      all: fc.tuple(
        fc.record({
          field: fc.constant("a"),
          op: fc.constantFrom("eq", "in"),
          value: fc.nat({ max: 3 }),
        }),
        fc.record({
          field: fc.constant("b"),
          op: fc.constantFrom("gt", "gte"),
          value: fc.nat({ max: 2000 }),
        }),
        fc.record({
          field: fc.constant("b"),
          op: fc.constantFrom("lt", "lte"),
          value: fc.nat({ max: 2000 }),
        }),
        fc.record({ field: fc.constant("c"), op: fc.constant("in"), value: fc.nat({ max: 400 }) }),
      ),
    });
    const listed = rule.map(({ all }) => ({
      all: all.map((one) => (one.op === "in" ? { ...one, value: [one.value, 7] } : one)),
    })) as fc.Arbitrary<Condition>;
    const part = fc.oneof(fc.nat({ max: 3 }), fc.array(fc.nat({ max: 3 }), { maxLength: 3 }));
    const profile = fc.record({
      a: part,
      b: fc.oneof(fc.nat({ max: 2000 }), fc.constant("7")),
      c: fc.oneof(fc.nat({ max: 400 }), fc.array(fc.nat({ max: 400 }), { maxLength: 12 })),
    });
    const many = fc.array(listed, { minLength: 400, maxLength: 700, size: "max" });
    fc.assert(
      fc.property(many, fc.array(profile, { minLength: 20, maxLength: 20 }), (asked, profiles) => {
        const rules = compileRules({
          version: "1",
          rules: asked.map((when, id) => ({ id: `${id}`, when, content: null })),
        });
        const tests = asked.map((one) => compileCondition(one));
        for (const one of profiles) {
          const expected = tests.flatMap((test, id) => (test(one) ? [`${id}`] : []));
          expect(matchRules(rules, one, at).map(({ id }) => id)).toEqual(expected);
        }
      }),
      { numRuns: 10 },
    );
  });

  it("gives rules in the order of decision, and only those that count at the moment", () => {
    const rule = fc.record({
      priority: fc.integer({ min: -2, max: 2 }),
      activeFrom: fc.integer({ min: 0, max: 4 }),
      activeTo: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(rule), fc.integer({ min: 0, max: 4 }), (rules, now) => {
        const named = rules.map((one, id) => ({ id: `${id}`, content: null, ...one }));
        const expected = named
          .filter(({ activeFrom, activeTo }) => activeFrom <= now && now < activeTo)
          .sort((left, right) => right.priority - left.priority);
        const compiled = compileRules({ version: "1", rules: named });
        expect(matchRules(compiled, {}, instant(now)).map(({ id }) => id)).toEqual(
          expected.map(({ id }) => id),
        );
      }),
    );
  });

  it("asks segments as if they stood in place of their names", () => {
    const profiles = fc.array(value, { maxLength: 6 });
    fc.assert(
      fc.property(sayable, sayable, sayable, profiles, (first, second, third, asked) => {
        const b: RuleCondition = { any: [{ segment: "a" }, second] };
        const when: RuleCondition = { all: [{ not: { segment: "b" } }, third] };
        const rules = compileRules({
          version: "1",
          groups,
          segments: { b, a: first },
          rules: [{ id: "r", when, content: null }],
        });
        const inB = compileCondition({ any: [first, second] }, { groups });
        const isThird = compileCondition(third, { groups });
        for (const profile of asked) {
          const holds = inB(profile, at);
          expect(segmentsOf(rules, profile, at).includes("b")).toBe(holds);
          expect(matchRules(rules, profile, at)).toHaveLength(
            !holds && isThird(profile, at) ? 1 : 0,
          );
        }
      }),
    );
  });
});

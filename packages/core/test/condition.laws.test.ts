import {
  type Condition,
  compileCondition,
  conditionFields,
  explainCondition,
  InvalidConditionError,
  instant,
  parseCondition,
} from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const at = instant("2026-11-24T12:00:00Z");
const groups = { some: ["a", 1, true] };
const options = { groups };

const scalar = fc.constantFrom<(string | number | boolean | null)[]>(
  ...["", "a", "A", "b", "1.2.3", "2026-11-24T12:00:00Z", "2026-11-20T00:00:00+08:00"],
  ...[0, 1, 2, at, at - 86_400_000, true, false, null],
);
const { value } = fc.letrec<{ value: fc.JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__", "length"), tie("value")),
  ),
}));
const field = fc.constantFrom(
  "",
  "a",
  "b",
  "a.b",
  "a.0",
  "a.b.c",
  "c.length",
  "__proto__",
  "constructor",
);
const ci = fc.boolean();
const words = fc.oneof(fc.constantFrom("", "a", "A"), fc.array(fc.constantFrom("a", "B")));
const duration = fc.record({ days: fc.nat({ max: 5 }) });
const version = fc.constantFrom("1", "v1.2.3", "1.2.3-rc.1");

const { condition } = fc.letrec<{ condition: Condition; question: Condition }>((tie) => {
  const list = fc.array(tie("condition"), { maxLength: 3 });
  const ops = <O extends Extract<Condition, { op: unknown }>["op"]>(...names: O[]) => ({
    field,
    op: fc.constantFrom(...names),
  });
  return {
    question: fc.oneof(
      fc.record({ ...ops("eq", "ne"), value, ci }),
      fc.record({ ...ops("gt", "gte", "lt", "lte"), value: scalar }),
      fc.record({
        ...ops("in", "nin", "containsAll"),
        value: fc.array(value, { maxLength: 12 }),
        ci,
      }),
      fc.record({ ...ops("contains", "startsWith", "endsWith"), value: words, ci }),
      fc.record({ ...ops("matches"), value: fc.constantFrom("a", "^[ab]+$", "\\d"), ci }),
      fc.record({ ...ops("before", "after"), value: fc.constantFrom(at, "2026-11-24T12:00:00Z") }),
      fc.record({ ...ops("withinLast", "withinNext", "olderThan"), value: duration }),
      fc.record({ ...ops("verEq", "verNe", "verGt", "verGte", "verLt", "verLte"), value: version }),
      fc.record({ ...ops("type"), value: fc.constantFrom("null", "number", "array", "object") }),
      fc.record(ops("present", "absent")),
      fc.record({ ...ops("inGroup", "notInGroup"), group: fc.constantFrom("some", "none") }),
      fc.record({ ...ops("some", "count"), where: tie("condition") }),
    ) as fc.Arbitrary<Condition>,
    condition: fc.oneof(
      { maxDepth: 3 },
      tie("question"),
      fc.record({ all: list }),
      fc.record({ any: list }),
      fc.record({ none: list }),
      fc.record({ not: tie("condition") }),
      fc.record({ const: fc.boolean() }),
    ) as fc.Arbitrary<Condition>,
  };
});

const ask = (asked: Condition, data: unknown) => compileCondition(asked, options)(data, at);

describe("a condition", () => {
  it("is explained as it is answered, and the answer follows from the parts that are told", () => {
    fc.assert(
      fc.property(condition, value, (asked, data) => {
        const trace = explainCondition(asked, data, { ...options, at });
        expect(trace.result).toBe(ask(asked, data));
        expect(explainCondition(asked, data, { ...options, at, redact: [""] }).result).toBe(
          trace.result,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it("is the opposite of its negation; none is the opposite of any; not all is any not", () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 8 }), value, (parts, data) => {
        const all = ask({ all: parts }, data);
        expect(ask({ not: { all: parts } }, data)).toBe(!all);
        expect(ask({ any: parts.map((not) => ({ not })) }, data)).toBe(!all);
        expect(ask({ none: parts }, data)).toBe(!ask({ any: parts }, data));
      }),
    );
  });

  it("has opposites for four operators", () => {
    const opposites = [
      ["eq", "ne"],
      ["in", "nin"],
    ] as const;
    fc.assert(
      fc.property(field, value, value, ci, (path, operand, data, isFolded) => {
        for (const [op, opposite] of opposites) {
          const rest = { field: path, value: op === "in" ? [operand] : operand, ci: isFolded };
          expect(ask({ ...rest, op: opposite } as Condition, data)).toBe(
            !ask({ ...rest, op } as Condition, data),
          );
        }
      }),
    );
  });

  it("is read to an equal copy, and stays as it was", () => {
    fc.assert(
      fc.property(condition, value, (asked, data) => {
        const before = JSON.stringify([asked, data]);
        expect(parseCondition(asked)).toEqual(asked);
        ask(asked, data);
        conditionFields(asked);
        expect(JSON.stringify([asked, data])).toBe(before);
      }),
    );
  });

  it("partitions the moments around now", () => {
    fc.assert(
      fc.property(
        duration,
        fc.integer({ min: -6, max: 6 }),
        fc.integer({ min: -1, max: 1 }),
        (length, days, ms) => {
          const v = at + days * 86_400_000 + ms;
          const holding = (["withinLast", "withinNext", "olderThan"] as const).filter((op) =>
            ask({ field: "v", op, value: length }, { v }),
          );
          expect(holding).toHaveLength(v > at + length.days * 86_400_000 ? 0 : 1);
        },
      ),
    );
  });
});

describe("any JSON", () => {
  const nearly = fc.dictionary(
    fc.constantFrom(
      "all",
      "any",
      "none",
      "not",
      "const",
      "field",
      "op",
      "value",
      "where",
      "__proto__",
    ),
    fc.oneof(
      fc.constantFrom("eq", "in", "matches", "olderThan", "verGt", "some", "("),
      fc.jsonValue(),
      condition,
    ),
  );
  it("is a condition, or refused as one", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly, fc.anything()), (input) => {
        try {
          expect(ask(parseCondition(input), {})).toBeTypeOf("boolean");
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidConditionError);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("is data that a condition answers", () => {
    fc.assert(
      fc.property(condition, fc.anything(), (asked, data) => {
        expect(ask(asked, data)).toBeTypeOf("boolean");
        expect(explainCondition(asked, data, { ...options, at }).result).toBeTypeOf("boolean");
      }),
      { numRuns: 1_000 },
    );
  });
});

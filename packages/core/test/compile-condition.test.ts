import { type Condition, type ConditionGroups, compileCondition, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";

const at = instant("2026-11-24T12:00:00Z");
const groups: ConditionGroups = { staff: ["u1", "u2"], empty: [] };
const asked = (condition: Condition, data: unknown) =>
  compileCondition(condition, { groups })(data, at);

type Row = readonly [condition: Condition, matches: readonly unknown[], fails: readonly unknown[]];

/** Each condition asks the field `v`; the lists are its values. */
const operators: readonly Row[] = [
  [{ field: "v", op: "eq", value: 5 }, [5], ["5", 5.1, [5], null, undefined]],
  [{ field: "v", op: "eq", value: "客服" }, ["客服"], ["客", "客服 "]],
  [{ field: "v", op: "eq", value: "Straße", ci: true }, ["STRAßE", "straße"], ["STRASSE", 1]],
  [
    { field: "v", op: "eq", value: [1, { a: 2 }] },
    [[1, { a: 2 }]],
    [[1], [1, { a: 2, b: 3 }], { 0: 1 }],
  ],
  [{ field: "v", op: "eq", value: {} }, [{}], [[], null, { a: 1 }]],
  [{ field: "v", op: "eq", value: null }, [], [null, undefined, 0]],
  [{ field: "v", op: "ne", value: 5 }, ["5", null, undefined], [5]],
  [{ field: "v", op: "gt", value: 5 }, [5.01], [5, "6", null, undefined, [6]]],
  [{ field: "v", op: "gte", value: 5 }, [5, 6], [4.99, "5"]],
  [{ field: "v", op: "lt", value: 5 }, [4.99, -1], [5, null, "4", false]],
  [{ field: "v", op: "lte", value: "b" }, ["a", "b", ""], ["ba", 1, null]],
  [{ field: "v", op: "gt", value: true }, [], [true, 2]],
  [
    { field: "v", op: "in", value: [1, "a"] },
    [1, "a", ["a", 9]],
    ["1", [], ["b"], null, undefined],
  ],
  [{ field: "v", op: "in", value: [null] }, [[null]], [null, undefined, []]],
  [{ field: "v", op: "in", value: [[1], {}] }, [{}, [[1]]], [[1], { a: 1 }]],
  [{ field: "v", op: "in", value: ["A"], ci: true }, ["a", ["x", "a"]], ["b", 1]],
  [
    { field: "v", op: "in", value: Array.from({ length: 100 }, (_, i) => i) },
    [0, 99, [7]],
    [100, "7"],
  ],
  [{ field: "v", op: "nin", value: [1] }, [2, null, undefined, [2]], [1, [1, 2]]],
  [{ field: "v", op: "containsAll", value: ["a", "b"] }, [["b", "c", "a"]], [["a"], "ab", null]],
  [{ field: "v", op: "containsAll", value: [] }, [[]], ["", null]],
  [{ field: "v", op: "contains", value: "b" }, ["abc", ["b"]], ["ABC", ["abc"], null, 1]],
  [{ field: "v", op: "contains", value: ["x", "B"], ci: true }, ["abc", ["b"]], ["ac", []]],
  [{ field: "v", op: "startsWith", value: "ab" }, ["abc", "ab"], ["a", "cab", ["ab"]]],
  [{ field: "v", op: "endsWith", value: ["c", "d"] }, ["abc", "d"], ["ca", "", 1]],
  [{ field: "v", op: "matches", value: "^a.c$" }, ["abc", "a客c"], ["abcd", "a\nc", 1, null]],
  [{ field: "v", op: "matches", value: "ABC", ci: true }, ["xabcx"], ["ab"]],
  [
    { field: "v", op: "before", value: "2026-11-24T12:00:00Z" },
    ["2026-11-24T12:59:59.999+01:00", at - 1],
    ["2026-11-24T12:00:00Z", at, "2026-11-24", "2026-11-23T12:00:00", null, true],
  ],
  [{ field: "v", op: "after", value: at }, ["2026-11-24T12:00:00.001Z"], [at, "later", undefined]],
  [
    { field: "v", op: "withinLast", value: { days: 1 } },
    ["2026-11-24T12:00:00Z", "2026-11-23T12:00:00Z"],
    ["2026-11-24T12:00:00.001Z", "2026-11-23T11:59:59.999Z", null, "yesterday"],
  ],
  [
    { field: "v", op: "withinNext", value: { hours: 1 } },
    ["2026-11-24T12:00:00.001Z", "2026-11-24T13:00:00Z", at + 1],
    ["2026-11-24T12:00:00Z", "2026-11-24T13:00:00.001Z", null],
  ],
  [
    { field: "v", op: "olderThan", value: { days: 1 } },
    ["2026-11-23T11:59:59.999Z", 0],
    ["2026-11-23T12:00:00Z", "2026-11-25T12:00:00Z", null, [0]],
  ],
  [
    { field: "v", op: "verEq", value: "1.2" },
    ["1.2.0", "v1.2", "1.2.0+b1"],
    ["1.2.0-rc", "1.2.0.0", 1.2],
  ],
  [{ field: "v", op: "verNe", value: "1.2" }, ["1.3", "no version", null], ["1.2.0"]],
  [
    { field: "v", op: "verLt", value: "1.0.0" },
    ["1.0.0-rc.1", "0.9"],
    ["1.0.0", "1-2-3", "", null],
  ],
  [
    { field: "v", op: "verGt", value: "1.0.0-a.2" },
    ["1.0.0-a.10", "1.0.0-a.b", "1.0.0"],
    ["1.0.0-a.2", "1.0.0-a"],
  ],
  [{ field: "v", op: "verGte", value: "2.0.0" }, ["2.0.0", "10"], ["2.0.0-0"]],
  [{ field: "v", op: "verLte", value: "2.0.0" }, ["2.0.0", "2.0.0-0"], ["2.0.1"]],
  [{ field: "v", op: "type", value: "object" }, [{}], [[], null, "{}"]],
  [{ field: "v", op: "type", value: "null" }, [null, undefined], [0, ""]],
  [{ field: "v", op: "present" }, [0, "", false, [], {}], [null, undefined]],
  [{ field: "v", op: "absent" }, [null, undefined], [0, "", false]],
  [{ field: "v", op: "inGroup", group: "staff" }, ["u1", ["u9", "u2"]], ["u3", null]],
  [{ field: "v", op: "inGroup", group: "constructor" }, [], ["u1", Object]],
  [{ field: "v", op: "notInGroup", group: "staff" }, ["u3", null], ["u1"]],
  [
    { field: "v", op: "some", where: { field: "", op: "gt", value: 5 } },
    [[1, 6]],
    [[], [5], 6, "6", { 0: 6 }, null],
  ],
  [
    { field: "v", op: "some", where: { field: "at", op: "withinLast", value: { days: 1 } } },
    [[{ at: at - 1 }]],
    [[{ at: at + 1 }], [{}]],
  ],
  [
    { field: "v", op: "count", where: { field: "", op: "eq", value: 2 } },
    [[1, 2]],
    ["ab", [1], null],
  ],
];

describe("compileCondition", () => {
  describe.each(operators)("%j", (condition, matches, fails) => {
    it.each(matches.map((v) => [v]))("holds for %j", (v) =>
      expect(asked(condition, { v })).toBe(true),
    );
    it.each(fails.map((v) => [v]))("fails for %j", (v) =>
      expect(asked(condition, { v })).toBe(false),
    );
  });

  it.each<[condition: Condition, result: boolean]>([
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ none: [] }, true],
    [{ const: true }, true],
    [{ not: { const: true } }, false],
    [{ all: [{ const: true }, { const: false }] }, false],
    [{ any: [{ const: false }, { const: true }] }, true],
    [{ none: [{ const: false }, { const: true }] }, false],
  ])("%j is %j", (condition, result) => expect(asked(condition, {})).toBe(result));

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("asks each of %i parts", (count) => {
    const parts = Array.from(
      { length: count },
      (_, v): Condition => ({ field: "v", op: "eq", value: v }),
    );
    const answers = (v: number) => [
      asked({ any: parts }, { v }),
      asked({ none: parts }, { v }),
      asked({ all: parts.map((not) => ({ not })) }, { v }),
    ];
    for (let v = 0; v < count; v++) expect(answers(v)).toEqual([true, false, false]);
    expect(answers(count)).toEqual([false, true, true]);
  });

  it.each(["constructor", "__proto__", "toString", "length", "v.length", "v.0", "w.constructor"])(
    "sees no %s that is not the data's own",
    (field) => {
      for (const data of [{ v: "text", w: {} }, "text", 5, null, () => 0]) {
        expect(asked({ field, op: "present" }, data)).toBe(false);
      }
    },
  );

  it("sees own properties, whatever they are called", () => {
    const data = JSON.parse('{"__proto__": {"constructor": 1}, "list": [{"a": 2}]}');
    expect(asked({ field: "__proto__.constructor", op: "eq", value: 1 }, data)).toBe(true);
    expect(asked({ field: "list.0.a", op: "eq", value: 2 }, data)).toBe(true);
    expect(asked({ field: "", op: "eq", value: "all" }, "all")).toBe(true);
  });

  it("is not changed by changes to its condition", () => {
    const values = ["DE"];
    const test = compileCondition({ field: "v", op: "in", value: values });
    values.push("FR");
    expect(test({ v: "FR" })).toBe(false);
  });

  it("asks for the moment only where it is needed", () => {
    const relative: Condition = {
      any: [{ not: { field: "v", op: "olderThan", value: { days: 1 } } }],
    };
    expect(() => compileCondition(relative)({})).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        message: 'condition: "olderThan" needs the present moment (at)',
      }),
    );
    expect(compileCondition(relative)({}, at)).toBe(true);
    expect(compileCondition({ field: "v", op: "absent" })({})).toBe(true);
  });

  it.each([[null], [5], [{ group: {} }], [{ groups: { a: 1 } }], [{ groups: { a: [{}] } }]])(
    "refuses the options %j",
    (options) => {
      expect(() => compileCondition({ const: true }, options as object)).toThrow(
        expect.objectContaining({ code: "invalid-input" }),
      );
    },
  );
});

import { type Condition, InvalidConditionError, parseCondition } from "@kefu/core";
import { describe, expect, it } from "vitest";

const pathsOf = (input: unknown) => {
  try {
    parseCondition(input);
  } catch (error) {
    if (error instanceof InvalidConditionError)
      return error.issues.map(({ path }) => path.join("."));
    throw error;
  }
  return [];
};

describe("parseCondition", () => {
  it("gives a copy of what is right", () => {
    const input: Condition = {
      all: [
        { field: "country", op: "in", value: ["DE", "AT"], ci: true },
        {
          none: [{ field: "orders", op: "some", where: { not: { field: "paid", op: "absent" } } }],
        },
        { const: true },
      ],
    };
    expect(parseCondition(input)).toEqual(input);
    expect(parseCondition(input)).not.toBe(input);
  });

  it.each<[what: string, input: unknown, paths: string[]]>([
    ["an unknown operator", { field: "a", op: "equals", value: 1 }, ["op"]],
    ["a missing operator", { field: "a", value: 1 }, ["op"]],
    ["an unknown key", { field: "a", op: "eq", value: 1, strict: true }, ["strict"]],
    ["an unknown combination", { every: [] }, ["op"]],
    ["two combinations in one", { all: [], any: [] }, ["any"]],
    ["a combination and a question in one", { not: { const: true }, field: "a" }, ["field"]],
    ["a missing value", { field: "a", op: "eq" }, ["value"]],
    ["a value that is no JSON", { field: "a", op: "eq", value: Number.NaN }, ["value"]],
    ["a value where there is none", { field: "a", op: "present", value: true }, ["value"]],
    ["a single value for in", { field: "a", op: "in", value: 1 }, ["value"]],
    ["a list for an order", { field: "a", op: "gt", value: [1] }, ["value"]],
    ["a number for contains", { field: "a", op: "contains", value: 1 }, ["value"]],
    ["case for numbers", { field: "a", op: "gt", value: 1, ci: true }, ["ci"]],
    ["a moment without offset", { field: "a", op: "before", value: "2026-11-24T00:00" }, ["value"]],
    ["a number that is no moment", { field: "a", op: "after", value: 0.5 }, ["value"]],
    ["months, which differ", { field: "a", op: "olderThan", value: { months: 1 } }, ["value"]],
    ["a negative length", { field: "a", op: "withinLast", value: { days: -1 } }, ["value.days"]],
    ["a version that is none", { field: "a", op: "verGt", value: "one" }, ["value"]],
    ["an unknown type", { field: "a", op: "type", value: "date" }, ["value"]],
    ["a list as a group", { field: "a", op: "inGroup", group: ["b"] }, ["group"]],
    ["a question without where", { field: "a", op: "some" }, ["where"]],
    ["an unsafe expression", { field: "a", op: "matches", value: "(?=b)" }, ["value"]],
    ["no object", "all", [""]],
    ["null", null, [""]],
    ["a list", [], [""]],
    [
      "several at once, deep down",
      { all: [{ any: [{ field: 1, op: "in", value: 2 }] }, { not: { field: "a", op: "is" } }] },
      ["all.0.any.0.field", "all.0.any.0.value", "all.1.not.op"],
    ],
  ])("refuses %s, with its path", (_, input, paths) => {
    expect(pathsOf(input)).toEqual(paths);
  });

  const FORMS = "say all, any, none, not, const, or field and op";
  it.each<[input: unknown, message: string]>([
    [{ and: [] }, `op: is missing, and "and" is unknown: ${FORMS}`],
    [{ field: "a", value: 1 }, "op: is missing"],
    [{ all: [{ or: [] }] }, `all.0.op: is missing, and "or" is unknown: ${FORMS}`],
    [{ field: "a", op: "equals", value: 1 }, 'op: unknown operator "equals"'],
    [{ field: "a", op: "neq", value: 1 }, 'op: unknown operator "neq"'],
    [{ field: "a", op: 1, value: 1 }, "op: unknown operator"],
    [{ field: "a", op: "eq" }, "value: is missing"],
    [{ field: "a", op: "eq", value: Number.NaN }, "value: must be JSON"],
    [{ field: "a", op: "gt" }, "value: is missing"],
    [{ field: "a", op: "in" }, "value: is missing"],
    [{ field: "a", op: "contains" }, "value: is missing"],
    [{ field: "a", op: "matches" }, "value: is missing"],
    [{ field: "a", op: "olderThan" }, "value: is missing"],
    [{ field: "a", op: "type" }, "value: is missing"],
    [{ op: "present" }, "field: is missing"],
    [{ field: "a", op: "inGroup" }, "group: is missing"],
    [{ field: "a", op: "some" }, "where: is missing"],
    [undefined, "is missing"],
  ])("says of %j: %s", (input, message) => {
    expect(() => parseCondition(input)).toThrow(
      expect.objectContaining({ message: `condition: ${message}` }),
    );
  });

  it("refuses towers and circles", () => {
    let tower: unknown = { const: true };
    for (let level = 0; level < 64; level++) tower = { not: tower };
    const circle: Record<string, unknown> = {};
    circle["not"] = circle;
    expect(pathsOf(tower)).toEqual([""]);
    expect(pathsOf(circle)).toEqual([""]);
  });

  it("has a code", () => {
    expect(() => parseCondition({})).toThrow(
      expect.objectContaining({ code: "invalid-condition" }),
    );
  });
});

describe("the type Condition", () => {
  it("refuses a wrong kind of value when it is compiled", () => {
    const wrong: Condition[] = [
      // @ts-expect-error a list is asked for
      { field: "a", op: "in", value: 1 },
      // @ts-expect-error an order has no lists
      { field: "a", op: "gt", value: [1] },
      // @ts-expect-error a duration is asked for
      { field: "a", op: "withinLast", value: 30 },
      // @ts-expect-error no such operator
      { field: "a", op: "equals", value: 30 },
      // @ts-expect-error numbers have no case
      { field: "a", op: "gt", value: 1, ci: true },
      // @ts-expect-error no such kind of value
      { field: "a", op: "type", value: "date" },
    ];
    for (const condition of wrong) expect(pathsOf(condition)).toHaveLength(1);
  });
});

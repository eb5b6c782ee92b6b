import { type Condition, explainCondition, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";

const regular: Condition = {
  all: [
    { field: "country", op: "eq", value: "DE" },
    {
      any: [
        { field: "tier", op: "in", value: ["gold"] },
        { field: "points", op: "gte", value: 100 },
      ],
    },
    { not: { field: "blocked", op: "present" } },
  ],
};

describe("explainCondition", () => {
  it("tells the first part that fails", () => {
    expect(explainCondition(regular, { country: "FR", points: 200 })).toEqual({
      result: false,
      path: [],
      children: [
        {
          result: false,
          path: ["all", 0],
          field: "country",
          op: "eq",
          expected: "DE",
          actual: "FR",
        },
      ],
    });
  });

  it("tells all that it took to hold, and of an any only what settled it", () => {
    expect(explainCondition(regular, { country: "DE", points: 200 })).toEqual({
      result: true,
      path: [],
      children: [
        {
          result: true,
          path: ["all", 0],
          field: "country",
          op: "eq",
          expected: "DE",
          actual: "DE",
        },
        {
          result: true,
          path: ["all", 1],
          children: [
            {
              result: true,
              path: ["all", 1, "any", 1],
              field: "points",
              op: "gte",
              expected: 100,
              actual: 200,
            },
          ],
        },
        {
          result: true,
          path: ["all", 2],
          children: [
            {
              result: false,
              path: ["all", 2, "not"],
              field: "blocked",
              op: "present",
              actual: null,
            },
          ],
        },
      ],
    });
  });

  it("tells the element that will do, by its place in the data", () => {
    const condition: Condition = {
      field: "orders",
      op: "some",
      where: { field: "total", op: "gt", value: 50 },
    };
    const orders = [{ total: 10 }, { total: 60 }];
    expect(explainCondition(condition, { orders })).toEqual({
      result: true,
      path: [],
      field: "orders",
      op: "some",
      actual: orders,
      children: [
        {
          result: true,
          path: ["where"],
          field: "orders.1.total",
          op: "gt",
          expected: 50,
          actual: 60,
        },
      ],
    });
    expect(explainCondition(condition, { orders: [] })).not.toHaveProperty("children");
  });

  it("tells what was asked of the elements when none will do", () => {
    const where: Condition = { field: "total", op: "gt", value: 50 };
    const condition: Condition = { field: "orders", op: "some", where };
    const orders = [{ total: 10 }];
    const trace = { result: false, path: [], field: "orders", op: "some" };
    expect(explainCondition(condition, { orders })).toEqual({
      ...trace,
      expected: where,
      actual: orders,
    });
    expect(explainCondition(condition, {})).toEqual({ ...trace, expected: where, actual: null });
    expect(explainCondition(condition, { orders }, { redact: ["orders.total"] })).toEqual({
      ...trace,
      redacted: true,
    });
  });

  it("tells the length that was counted", () => {
    const where: Condition = { field: "", op: "gte", value: 3 };
    expect(
      explainCondition({ field: "tags", op: "count", where }, { tags: ["a"] }).children,
    ).toEqual([
      { result: false, path: ["where"], field: "tags.length", op: "gte", expected: 3, actual: 1 },
    ]);
  });

  it("tells the group that was asked", () => {
    const condition: Condition = { field: "id", op: "inGroup", group: "staff" };
    const trace = explainCondition(condition, { id: "u1" }, { groups: { staff: ["u1"] } });
    expect(trace).toMatchObject({ result: true, expected: "staff", actual: "u1" });
  });

  it.each<[redact: string[], field: string, isHidden: boolean]>([
    [["health"], "health", true],
    [["health"], "health.notes", true],
    [["health.notes"], "health", true],
    [["health.notes"], "health.doctor", false],
    [["health"], "healthy", false],
    [["orders.total"], "orders.0.total", true],
    [["orders.*.total"], "orders.3.total", true],
    [["orders.total"], "orders.0.sku", false],
    [[""], "anything", true],
    [["health"], "", true],
    [[], "health", false],
  ])("redacting %j, %s is hidden: %s", (redact, field, isHidden) => {
    const secret = "diabetes";
    const trace = explainCondition({ field, op: "eq", value: secret }, {}, { redact });
    expect(trace.redacted ?? false).toBe(isHidden);
    expect(JSON.stringify(trace).includes(secret)).toBe(!isHidden);
  });

  it("hides what lies in the elements of a list", () => {
    const condition: Condition = {
      field: "orders",
      op: "some",
      where: {
        all: [
          { field: "total", op: "eq", value: 47 },
          { field: "sku", op: "eq", value: "tea" },
        ],
      },
    };
    const data = { orders: [{ total: 47, sku: "tea" }] };
    const text = JSON.stringify(explainCondition(condition, data, { redact: ["orders.total"] }));
    expect(text).not.toContain("47");
    expect(text).toContain("tea");
  });

  it("needs the moment where the condition does", () => {
    const condition: Condition = { field: "v", op: "withinLast", value: { days: 1 } };
    expect(() => explainCondition(condition, {})).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        message: 'condition: "withinLast" needs the present moment (at)',
      }),
    );
    const at = instant("2026-11-24T12:00:00Z");
    expect(explainCondition(condition, { v: at }, { at }).result).toBe(true);
  });
});

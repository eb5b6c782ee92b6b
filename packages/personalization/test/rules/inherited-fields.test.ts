import { describe, expect, it } from "vitest";
import {
  InvalidRuleSetError,
  lintRules,
  parseRuleSet,
  type RuleSetInput,
} from "../../src/index.ts";

const setOf = (when: unknown) =>
  ({ version: "1", rules: [{ id: "a", when, content: 1 }] }) as RuleSetInput;

describe("fields by names that all objects inherit", () => {
  it.each<[unknown, (string | number)[]]>([
    [{ field: "__proto__", op: "present" }, ["field"]],
    [{ field: "constructor", op: "eq", value: 1 }, ["field"]],
    [{ field: "a.prototype.b", op: "in", value: ["x"] }, ["field"]],
    [{ not: { field: "constructor.name", op: "contains", value: "x" } }, ["not", "field"]],
    [
      { field: "a", op: "some", where: { all: [{ field: "__proto__", op: "present" }] } },
      ["where", "all", 0, "field"],
    ],
  ])("refuses %j", (when, path) => {
    const [finding, ...others] = lintRules(setOf(when)).filter(({ code }) => code === "invalid");
    expect([finding?.path, others]).toEqual([["rules", 0, "when", ...path], []]);
    expect(() => parseRuleSet(setOf(when))).toThrow(InvalidRuleSetError);
    expect(() => parseRuleSet(setOf(when))).toThrow("give the field another name");
  });

  it.each(["constructors", "my__proto__", "a.constructor_name", "toString"])(
    "takes %s",
    (field) => {
      expect(() => parseRuleSet(setOf({ field, op: "present" }))).not.toThrow();
    },
  );
});

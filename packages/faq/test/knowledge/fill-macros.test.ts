import { fillMacros } from "@kefu/faq";
import { describe, expect, it } from "vitest";

const fill = (
  text: string,
  values: Record<string, unknown>,
  target: "html" | "markdown" | "none" = "none",
) => fillMacros(text, values, { escape: target });

describe("fillMacros", () => {
  it.each([
    ["{{order.number}}", { order: { number: 7 } }, "7", []],
    ["{{ 'x' }} {{order.number}}", {}, "{{ 'x' }} {{order.number}}", ["order.number"]],
    ["{{a}}{{a}}{{b}}", {}, "{{a}}{{a}}{{b}}", ["a", "b"]],
    ["您好，{{name}}！", { name: "李雷" }, "您好，李雷！", []],
    ["{{a}}", { a: "{{b}}", b: "x" }, "{{b}}", []],
    ["{{a}}", { a: "$& $1" }, "$& $1", []],
    ["{{a}}", { a: Number.NaN }, "{{a}}", ["a"]],
    ["{{a}}", { a: null }, "{{a}}", ["a"]],
    [
      "{{toString}} {{constructor.name}}",
      {},
      "{{toString}} {{constructor.name}}",
      ["toString", "constructor.name"],
    ],
    ["{{a.length}}", { a: "text" }, "{{a.length}}", ["a.length"]],
    ["{{__proto__.polluted}}", {}, "{{__proto__.polluted}}", ["__proto__.polluted"]],
  ])("%s with %j gives %s", (text, values, expected, missing) => {
    expect(fill(text, values)).toEqual({ text: expected, missing });
  });

  it.each([
    ["html", `<b a="1" b='2'>&`, "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;"],
    ["markdown", "[x](javascript:1)\n# *y*", "\\[x\\]\\(javascript\\:1\\) \\# \\*y\\*"],
    ["none", "<b>\n", "<b>\n"],
  ] as const)("escapes for %s", (target, value, expected) => {
    expect(fill("{{v}}", { v: value }, target).text).toBe(expected);
  });

  it("stays linear on a megabyte of braces", () => {
    const text = "{{a.".repeat(250_000);
    expect(fill(text, {}).text).toBe(text);
  });
});

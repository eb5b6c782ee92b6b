import type { ConditionTrace } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { explainRule } from "../../src/index.ts";

type Question = Pick<ConditionTrace, "op" | "expected" | "actual">;

function said({ op, expected, actual }: Question, locale: string): readonly string[] {
  const condition = { result: false, path: [], field: "x", op, expected, actual } as ConditionTrace;
  return explainRule({ rule: "r", outcome: "unfit", because: [], condition }, locale);
}

const older = { op: "olderThan", expected: { days: 90 }, actual: "2026-11-20" } as const;
const recent = { op: "withinLast", expected: { hours: 4, minutes: 1 }, actual: "2026" } as const;
const oneOf = { op: "in", expected: ["tea", "mate", "cocoa"], actual: "milk" } as const;
const noneOf = { op: "nin", expected: ["tea", "mate"], actual: ["tea", "pots"] } as const;
const all = { op: "containsAll", expected: ["tea", "mate"], actual: [] } as const;

describe("a rule in words", () => {
  it.each<[Question, string, string]>([
    [older, "en", "x does not fit (2026-11-20): longer ago than 90 days."],
    [older, "zh-Hans", "x不符合（2026-11-20）：早于90 天之前。"],
    [older, "zh-Hant", "x不符合（2026-11-20）：早於90 天之前。"],
    [recent, "en", "x does not fit (2026): within the last 4 hours 1 minute."],
    [recent, "zh-Hans", "x不符合（2026）：在过去4 小时 1 分钟内。"],
    [recent, "zh-Hant", "x不符合（2026）：在過去4 小時 1 分鐘內。"],
    [oneOf, "en", "x does not fit (milk): one of tea, mate or cocoa."],
    [oneOf, "zh-Hans", "x不符合（milk）：tea、mate或cocoa之一。"],
    [noneOf, "en", "x does not fit (tea and pots): none of tea or mate."],
    [all, "en", "x does not fit (nothing): has all of tea and mate."],
    [all, "zh-Hant", "x不符合（無）：包含全部tea和mate。"],
    [{ ...oneOf, expected: ["tea"] }, "en", "x does not fit (milk): one of tea."],
    [
      { ...oneOf, expected: [["a"], { b: 1 }] },
      "en",
      'x does not fit (milk): one of ["a"] or {"b":1}.',
    ],
    [
      { op: "eq", expected: {}, actual: { days: "9" } },
      "en",
      'x does not fit ({"days":"9"}): is {}.',
    ],
  ])("%j in %s", (question, locale, sentence) => {
    expect(said(question, locale)).toEqual([sentence]);
  });

  it("is cut off after 80 characters", () => {
    const [sentence = ""] = said({ ...oneOf, expected: new Array(1e5).fill("tea") }, "en");
    expect(sentence).toHaveLength("x does not fit (milk): one of .".length + 81);
  });
});

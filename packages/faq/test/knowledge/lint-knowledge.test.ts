import { explainBecause, type LocalDate } from "@kefu/core";
import {
  type FaqEntryInput,
  type LintOptions,
  lintKnowledge,
  lintMessages,
  readability,
} from "@kefu/faq";
import { describe, expect, it } from "vitest";
import { helpBase } from "../help-base.ts";

const entry = (id: string, more: Partial<FaqEntryInput> = {}): FaqEntryInput => ({
  id,
  question: { en: `How about ${id}?` },
  ...more,
});
const markdown = (text: string) => ({ format: "markdown" as const, markdown: text });
const codes = (entries: readonly FaqEntryInput[], options: LintOptions = {}) =>
  lintKnowledge(entries, options).map(({ entryId, because, path }) => [
    entryId,
    because.code,
    path.join("."),
  ]);
const answered = (text: string, more: Partial<FaqEntryInput> = {}) =>
  entry("a", { answer: { en: markdown(text) }, ...more });
const day = (text: string) => text as LocalDate;

describe("lintKnowledge", () => {
  it.each<[string, FaqEntryInput[], LintOptions, unknown[]]>([
    ["nothing", [], {}, []],
    ["a sound entry", [answered("30 days.")], { locales: ["en"] }, []],
    ["a dead link", [answered("See [b](entry:b).")], {}, [["a", "dead-link", "answer.en"]]],
    ["a live link", [answered("See [b](entry:b)."), entry("b")], {}, []],
    [
      "a link to an archived entry",
      [answered("See [b](entry:b)."), entry("b", { status: "archived" })],
      {},
      [["a", "dead-link", "answer.en"]],
    ],
    [
      "a link that only agents can open",
      [answered("See [b](entry:b)."), entry("b", { audience: "agent" })],
      {},
      [["a", "dead-link", "answer.en"]],
    ],
    [
      "a dead link in a step",
      [entry("a", { answer: { en: { format: "steps", steps: ["[b](entry:b)"] } } })],
      {},
      [["a", "dead-link", "answer.en"]],
    ],
    [
      "an unknown related entry",
      [entry("a", { related: ["b"] })],
      {},
      [["a", "dead-link", "related.0"]],
    ],
    [
      "a language that is missing",
      [answered("30 days.")],
      { locales: ["en", "zh-Hans"] },
      [["a", "missing-language", "answer.zh-Hans"]],
    ],
    [
      "a stale translation",
      [answered("x")],
      { stale: [{ entryId: "a", locale: "zh-Hans" }] },
      [["a", "stale-translation", "answer.zh-Hans"]],
    ],
    [
      "a blank way of asking",
      [entry("a", { alternates: { en: ["x", " "] } })],
      {},
      [["a", "empty-alternate", "alternates.en.1"]],
    ],
    [
      "an unknown category",
      [entry("a", { category: ["x", "y"] })],
      { categories: ["x"] },
      [["a", "unknown-category", "category.1"]],
    ],
    [
      "a review due today",
      [entry("a", { reviewBy: day("2026-11-24") })],
      { today: day("2026-11-24") },
      [],
    ],
    [
      "a review due yesterday",
      [entry("a", { reviewBy: day("2026-11-23") })],
      { today: day("2026-11-24") },
      [["a", "review-overdue", "reviewBy"]],
    ],
    [
      "a long answer",
      [answered("It is. ".repeat(151))],
      {},
      [["a", "answer-too-long", "answer.en"]],
    ],
    ["an answer just short enough", [answered("a word. ".repeat(150))], {}, []],
    [
      "a hard answer",
      [answered("Notwithstanding aforementioned stipulations consumers ".repeat(10))],
      {},
      [["a", "answer-hard-to-read", "answer.en"]],
    ],
    [
      "a hard answer that is short",
      [answered("Notwithstanding aforementioned stipulations.")],
      {},
      [],
    ],
    [
      "a hard Chinese answer",
      [entry("a", { answer: { "zh-Hans": markdown("退".repeat(41)) } })],
      {},
      [["a", "answer-hard-to-read", "answer.zh-Hans"]],
    ],
    ["an archived entry", [entry("a", { related: ["b"], status: "archived" })], {}, []],
    [
      "equal questions",
      [entry("a"), entry("b", { question: { en: "How about A?" } })],
      {},
      [["b", "duplicate-question", "question.en"]],
    ],
    [
      "equal questions in both scripts",
      [
        entry("a", { question: { "zh-Hans": "怎么退货？" } }),
        entry("b", { question: { "zh-Hans": "怎麼退貨？" } }),
      ],
      {},
      [["b", "duplicate-question", "question.zh-Hans"]],
    ],
  ])("%s", (_, entries, options, expected) => {
    expect(codes(entries, options)).toEqual(expected);
  });

  it("finds a question that no query reaches", () => {
    const entries = [entry("a", { question: { en: "???" } }), entry("b")];
    expect(codes(entries)).toEqual([["a", "unreachable-question", "question.en"]]);
  });

  it("explains every finding in three languages", () => {
    for (const [code, texts] of Object.entries(lintMessages)) {
      expect(Object.keys(texts), code).toEqual(["en", "zh-Hans", "zh-Hant"]);
    }
    const [finding] = lintKnowledge([answered("[b](entry:b)")]);
    if (finding === undefined) throw new Error("must be found");
    expect(explainBecause(finding.because, "zh-TW", lintMessages)).toBe(
      "讀者無法開啟 b。請更正或刪除連結。",
    );
  });

  it("finds every question of a sound base", () => {
    const found = codes(helpBase).filter(([, code]) => code === "unreachable-question");
    expect(found).toEqual([]);
  });
});

describe("readability", () => {
  it.each([
    ["", "grade", 0, 0],
    ["!!!", "grade", 0, 0],
    // 4.71 × 25 ÷ 6 + 0.5 × 6 ÷ 1 − 21.43 = 1.195
    ["This text will make good sense.", "grade", 1.2, 6],
    // 4.71 × 60 ÷ 6 + 0.5 × 6 ÷ 1 − 21.43 = 28.67
    ["abcdefghij ".repeat(6), "grade", 28.7, 6],
    ["It costs 3.5 euros", "grade", 0, 4],
    ["退货。换货！", "charactersPerSentence", 2, 4],
    ["用 iPhone 下单", "charactersPerSentence", 3, 4],
  ])("%j", (text, measure, value, length) => {
    const result = readability(text);
    expect(result).toMatchObject({ measure, length });
    expect(result.value).toBeCloseTo(value, 1);
  });
});

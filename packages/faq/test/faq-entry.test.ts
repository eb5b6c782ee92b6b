import { type InvalidInputError, parseInput } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { buildFaqIndex, FaqEntry, type FaqEntryInput } from "../src/index.ts";

const base = { id: "a", question: { en: "Returns?" } };
const many = (length: number, text: unknown = "a") => Array<string>(length).fill(text as string);
const issuesOf = (entry: object) => {
  try {
    parseInput(FaqEntry, "entry", entry);
    return [];
  } catch (error) {
    return (error as InvalidInputError).issues.map(({ path, message }) => [
      path.join("."),
      message,
    ]);
  }
};

describe("FaqEntry", () => {
  it.each<[string, Partial<FaqEntryInput>]>([
    ["10,000 alternates", { alternates: { en: many(10_000) } }],
    ["10,000 learnt phrasings", { learnt: { "zh-Hans": many(10_000) } }],
    ["1,000 tags", { tags: many(1000) }],
    ["1,000 related entries", { related: many(1000) }],
    ["an id of 128", { id: "x".repeat(128) }],
  ])("takes %s", (_, more) => {
    expect(issuesOf({ ...base, ...more })).toEqual([]);
  });

  const locales = Array.from({ length: 201 }, (_, at) => `en-${String(at).padStart(3, "0")}`);
  it.each<[string, object, string, string]>([
    ["10,001 alternates", { alternates: { en: many(10_001) } }, "alternates.en", "10000 items"],
    ["a million alternates", { alternates: { en: many(1e6) } }, "alternates.en", "10000 items"],
    ["200,000 numbers", { alternates: { en: many(200_000, 1) } }, "alternates.en", "10000 items"],
    ["10,001 learnt", { learnt: { zh: many(10_001) } }, "learnt.zh", "10000 items"],
    ["1,001 tags", { tags: many(1001) }, "tags", "1000 items"],
    ["200,000 tags that are none", { tags: many(200_000, 1) }, "tags", "1000 items"],
    ["1,001 related entries", { related: many(1001) }, "related", "1000 items"],
    [
      "201 locales",
      { alternates: Object.fromEntries(locales.map((locale) => [locale, []])) },
      "alternates",
      "200 items",
    ],
    ["an id of 129", { id: "x".repeat(129) }, "id", "128"],
    ["a broken locale", { learnt: { "?": [] } }, "learnt.?", "language tag"],
    ["a word for a list", { alternates: { en: "a" } }, "alternates.en", "expected array"],
  ])("refuses %s with path and limit", (_, more, path, message) => {
    const issues = issuesOf({ ...base, ...more });
    expect(issues).toHaveLength(1);
    expect(issues[0]?.[0]).toBe(path);
    expect(issues[0]?.[1]).toContain(message);
  });

  it("names the entry when a whole knowledge base is read", () => {
    const entries = [base, { ...base, id: "b", alternates: { en: many(100_000) } }];
    expect(() => buildFaqIndex(entries)).toThrow(
      "FAQ entries: 1.alternates.en: must not hold more than 10000 items",
    );
  });
});

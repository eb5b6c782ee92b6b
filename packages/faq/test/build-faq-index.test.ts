import { InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { buildFaqIndex, defaultLexicon, searchFaq } from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const issuesOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues;
    throw error;
  }
  return [];
};

describe("buildFaqIndex", () => {
  it("names every id that occurs twice", () => {
    const one = { question: { en: "Why?" } };
    const entries = [
      { id: "a", ...one },
      { id: "b", ...one },
      { id: "a", ...one },
    ];
    expect(issuesOf(() => buildFaqIndex(entries))).toEqual([
      { path: [2, "id"], message: '"a" is already the id of entry 0' },
    ]);
  });

  it.each([
    ["no question", [{ id: "a", question: {} }], [0, "question"]],
    ["a blank question", [{ id: "a", question: { en: " " } }], [0, "question", "en"]],
    [
      "a broken locale",
      [{ id: "a", question: { english_uk: "Why?" } }],
      [0, "question", "english_uk"],
    ],
    ["an unknown key", [{ id: "a", question: { en: "Why?" }, colour: "red" }], [0, "colour"]],
    ["no list", {}, []],
  ])("refuses %s with its path", (_, entries, path) => {
    expect(issuesOf(() => buildFaqIndex(entries as never))[0]?.path).toEqual(path);
  });

  it("does not change the entries", () => {
    const before = structuredClone(helpBase);
    buildFaqIndex(helpBase);
    expect(helpBase).toEqual(before);
  });

  it("works without the lexicon, or with another", () => {
    const find = (lexicon: readonly (readonly string[])[]) =>
      searchFaq(buildFaqIndex(helpBase, { lexicon }), "reimbursement", { locale: "en" }).hits[0]
        ?.id;
    expect(find([])).toBeUndefined();
    expect(find([["reimbursement", "parcel"]])).toBe("orders-status");
    expect(find(defaultLexicon)).toBe("refund-time");
  });

  it("takes ten thousand alternates", () => {
    const alternates = { en: Array.from({ length: 10_000 }, (_, at) => `way ${at} to ask`) };
    const index = buildFaqIndex([{ id: "a", question: { en: "Why?" }, alternates }]);
    expect(searchFaq(index, "way 77 to ask", { locale: "en" }).hits[0]?.because.text).toBe(
      "way 77 to ask",
    );
  });
});

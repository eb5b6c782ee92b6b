import { InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  buildFaqIndex,
  type FaqEntryInput,
  faqPage,
  learnPhrasings,
  lintKnowledge,
  relatedFaq,
  searchFaq,
  suggestFaq,
} from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const phrasing = (text: string) => ({ text, helped: 2, unhelped: 0 });
const learntBy = (entryId: string, locale: string, ...texts: readonly string[]) => ({
  entryId,
  locale,
  phrasings: texts.map(phrasing),
});
const taught = learnPhrasings(helpBase, [
  learntBy("returns-how", "en", "it pinches my toes", "How do I send an item back"),
  learntBy("returns-how", "zh-Hant", "尺寸不合腳"),
  learntBy("staff-returns", "en", "grumpy regular wants a favour"),
  learntBy("nowhere", "en", "lost"),
]);
const index = buildFaqIndex(taught);
const secret = /pinches|toes|尺寸|grumpy/;

describe("learnPhrasings", () => {
  it("fills in what the entry is not asked by already, and nothing else", () => {
    const [first, ...others] = taught;
    expect(first?.learnt).toEqual({ en: ["it pinches my toes"], "zh-Hant": ["尺寸不合腳"] });
    expect(
      others.filter(({ learnt }) => Object.keys(learnt).length > 0).map(({ id }) => id),
    ).toEqual(["staff-returns"]);
    expect(taught.map(({ id }) => id)).toEqual(helpBase.map(({ id }) => id));
  });

  it("forgets what is not given any more", () => {
    expect(learnPhrasings(taught, [])).toEqual(learnPhrasings(helpBase, []));
    expect(learnPhrasings(taught, [])[0]?.learnt).toEqual({});
  });

  it.each([
    ["no entries", () => learnPhrasings({} as never, [])],
    ["no list", () => learnPhrasings([], {} as never)],
    ["a broken locale", () => learnPhrasings([], [learntBy("a", "?", "b")])],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(InvalidInputError);
  });
});

describe("what was learnt", () => {
  it.each([
    ["it pinches my toes", "en", "returns-how"],
    ["pinched toes", "en", "returns-how"],
    ["尺寸不合脚", "zh-Hans", "returns-how"],
  ])("is found, without other customers' words: %s", (query, locale, id) => {
    const [hit] = searchFaq(index, query, { locale }).hits;
    expect(hit?.id).toBe(id);
    expect(hit?.because).toMatchObject({ field: "learnt", text: "" });
    expect(JSON.stringify({ ...hit, because: undefined })).not.toMatch(secret);
  });

  it("is never suggested, related, linted or published", () => {
    const suggested = suggestFaq(index, "it pinches my to", { locale: "en" });
    expect(suggested.map(({ id }) => id)).toContain("returns-how");
    const shown = [
      suggested,
      suggestFaq(index, "pinch", { locale: "en" }),
      relatedFaq(index, "refund-time", { locale: "en" }),
      faqPage(taught, "en"),
      lintKnowledge(taught),
    ];
    expect(JSON.stringify(shown)).not.toMatch(secret);
    expect(lintKnowledge(taught)).toEqual(lintKnowledge(helpBase));
    expect(faqPage(taught, "en")).toEqual(faqPage(helpBase, "en"));
  });

  it("is kept from those who may not see the entry", () => {
    expect(searchFaq(index, "grumpy regular", { locale: "en" }).total).toBe(0);
    const agent = searchFaq(index, "grumpy regular", { locale: "en", audience: "agent" });
    expect(agent.hits[0]?.id).toBe("staff-returns");
  });

  it("is worth as much as the same alternates", () => {
    const entry: FaqEntryInput = { id: "a", question: { en: "How do I send it back?" } };
    const texts = { en: ["it pinches my toes", "too small"] };
    const searched = (more: Partial<FaqEntryInput>) =>
      searchFaq(buildFaqIndex([{ ...entry, ...more }]), "toes too small", { locale: "en" });
    expect(searched({ learnt: texts }).confidence).toBe(searched({ alternates: texts }).confidence);
  });
});

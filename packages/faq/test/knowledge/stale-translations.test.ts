import { instant } from "@kefu/core";
import { staleTranslations } from "@kefu/faq";
import { describe, expect, it } from "vitest";

type Texts = Readonly<Record<string, string>>;
const history = (...texts: (Texts & { checked?: never })[]) =>
  texts.map((question, position) => revision(position + 1, question));
const revision = (number: number, question: Texts, checked: string[] = []) => ({
  number,
  author: "ada",
  at: instant(number),
  why: "",
  content: { question },
  checked,
});

describe("staleTranslations", () => {
  it.each([
    ["one revision", history({ en: "a", de: "a" }), []],
    ["source moved on", history({ en: "a", de: "a" }, { en: "b", de: "a" }), [["de", 1, 2]]],
    ["both moved at once", history({ en: "a", de: "a" }, { en: "b", de: "b" }), []],
    [
      "followed later",
      history({ en: "a", de: "a" }, { en: "b", de: "a" }, { en: "b", de: "b" }),
      [],
    ],
    ["only the translation moved", history({ en: "a", de: "a" }, { en: "a", de: "b" }), []],
    ["source went away", history({ en: "a", de: "a" }, { de: "a" }), []],
    ["translation went away", history({ en: "a", de: "a" }, { en: "b" }), []],
    ["translation came later", history({ en: "a" }, { en: "b" }, { en: "b", de: "b" }), []],
    [
      "two lag",
      history(
        { en: "a", "zh-Hant": "a", "zh-Hans": "a" },
        { en: "b", "zh-Hant": "a", "zh-Hans": "a" },
      ),
      [
        ["zh-Hans", 1, 2],
        ["zh-Hant", 1, 2],
      ],
    ],
    [
      "read again",
      [
        ...history({ en: "a", de: "a" }, { en: "b", de: "a" }),
        revision(3, { en: "b", de: "a" }, ["de"]),
      ],
      [],
    ],
    [
      "source read again",
      [...history({ en: "a", de: "a" }), revision(2, { en: "a", de: "a" }, ["en"])],
      [],
    ],
    ["nothing", [], []],
  ])("%s", (_, revisions, expected) => {
    const rows = staleTranslations(revisions, "en").map(
      ({ locale, revision: number, sourceRevision }) => [locale, number, sourceRevision],
    );
    expect(rows).toEqual(expected);
  });
});

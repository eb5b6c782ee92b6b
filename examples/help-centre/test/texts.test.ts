import { describe, expect, it } from "vitest";
import { LOCALES } from "../src/locales.ts";
import { textsOf } from "../src/texts/texts-of.ts";

/** Every sentence by its path; those with a gap are filled with the same words in every language. */
function sentencesOf(texts: object, path = ""): (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const here = `${path}.${name}`;
    if (typeof value === "function") return [[here, String(value(2, 3, 4))] as const];
    if (typeof value === "object") return sentencesOf(value, here);
    return [[here, String(value)] as const];
  });
}

describe.each(LOCALES)("the sentences in %s", (locale) => {
  const sentences = sentencesOf(textsOf(locale));

  it("are all there", () => {
    const bad = sentences.filter(([, text]) => text.trim() === "" || /undefined|NaN/.test(text));
    expect(bad).toEqual([]);
  });

  it("keep the gaps that the script fills", () => {
    expect(textsOf(locale).search.seeAll("{query}")).toContain("{query}");
    expect(textsOf(locale).ticket.yourTime).toContain("{time}");
  });

  it("are in that language", () => {
    if (locale === "en") return expect(sentences.join("")).not.toMatch(/\p{sc=Han}/u);
    const latin = sentences.filter(
      ([path, text]) => !path.startsWith(".time.") && !/\p{sc=Han}/u.test(text),
    );
    expect(latin).toEqual([]);
  });
});

it("are written for each script, not converted", () => {
  const [hans, hant] = [sentencesOf(textsOf("zh-Hans")), sentencesOf(textsOf("zh-Hant"))];
  const same = hans.filter(([path, text], index) => hant[index]?.[1] === text && path !== "");
  expect(same.length).toBeLessThan(hans.length / 5);
});

import { expect, it } from "vitest";
import { formMessages } from "../src/index.ts";

it("has every sentence in three languages, with the same facts", () => {
  const facts = (sentence = "") => new Set(sentence.match(/\{[^}]+\}/g) ?? []);
  for (const texts of Object.values(formMessages)) {
    expect(Object.keys(texts)).toEqual(["en", "zh-Hans", "zh-Hant"]);
    const [english, ...others] = Object.values(texts).map(facts);
    for (const other of others) expect(other).toEqual(english);
  }
});

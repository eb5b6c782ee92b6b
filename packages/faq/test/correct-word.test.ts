import { describe, expect, it } from "vitest";
import { createCorrector } from "../src/correct-word.ts";
import { append } from "../src/growing-array.ts";
import { createVocabulary } from "../src/vocabulary.ts";

describe("what an unknown word is read as", () => {
  const rows = [40, 1, 1, 30, 5];
  const vocabulary = createVocabulary();
  ["money", "moeney", "three", "there", "charge"].forEach((word, at) => {
    vocabulary.spellings.push(word);
    append(vocabulary.wordTerms, at);
  });
  const { correct } = createCorrector(vocabulary, {
    hasWord: () => true,
    rowsWith: (term) => rows[term] ?? 0,
  });

  it.each([
    ["moeny", "money"],
    ["monney", "money"],
    ["tehre", "there"],
    ["chrage", "charge"],
    ["cahrge", "charge"],
  ])("%s: %s", (written, meant) => {
    expect(correct(written)[0]?.word).toBe(meant);
  });

  it.each(["xylophone", "abc", "zzzz", "chair", ""])("%s: nothing", (written) => {
    expect(correct(written)).toEqual([]);
  });
});

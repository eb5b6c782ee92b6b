import { describe, expect, it } from "vitest";
import { createCorrector } from "../src/correct-word.ts";
import { append } from "../src/growing-array.ts";
import { typingSlips } from "../src/typing-slips.ts";
import { createVocabulary } from "../src/vocabulary.ts";

describe("slips between two words", () => {
  it.each([
    ["order", "order", 0],
    ["oder", "order", 1],
    ["orrder", "order", 1],
    ["orfer", "order", 1],
    ["oredr", "order", 1],
    ["redro", "order", 3],
    ["", "order", 5],
    ["order", "", 5],
    ["", "", 0],
  ])("%j, %j: %i", (written, meant, slips) => {
    expect(typingSlips(written, meant)).toBe(slips);
  });
});

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

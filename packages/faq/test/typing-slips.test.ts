import { describe, expect, it } from "vitest";
import { createCorrector } from "../src/correct-word.ts";
import { typingSlips } from "../src/typing-slips.ts";

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
  const words = new Map(
    ["money", "moeney", "three", "there", "charge"].map((word, at) => [word, at]),
  );
  const correct = createCorrector(words, (term) => rows[term] ?? 0);

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

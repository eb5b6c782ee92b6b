import { describe, expect, it } from "vitest";
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

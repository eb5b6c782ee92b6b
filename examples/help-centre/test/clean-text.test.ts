import { describe, expect, it } from "vitest";
import { cleanLine, cleanText } from "../src/web/clean-text.ts";

describe("cleanText", () => {
  it.each([
    ["line breaks of all systems become one kind", "a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["control characters go, tabs stay", "a\u0000b\u0007\tc\u009f", "ab\tc"],
    ["halves of surrogate pairs go, whole ones stay", "\ud800x😀\udc00", "x😀"],
    ["direction marks stay: names need them", "\u202eabc", "\u202eabc"],
    ["blank ends go", "  \n a \n ", "a"],
    ["markup is text", "<b>&amp;</b>", "<b>&amp;</b>"],
  ])("%s", (_title, typed, cleaned) => {
    expect(cleanText(typed)).toBe(cleaned);
  });

  it("takes what is no text as empty", () => {
    expect([undefined, null, 4, {}, []].map(cleanText)).toEqual(["", "", "", "", ""]);
  });
});

describe("cleanLine", () => {
  it("makes one line with single spaces", () => {
    expect(cleanLine(" a\r\n\t b\u3000c ")).toBe("a b c");
  });
});

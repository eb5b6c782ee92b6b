import { describe, expect, it } from "vitest";
import { murmur3 } from "../src/hash.ts";
import { compilePattern, isSafePattern } from "../src/safe-pattern.ts";

describe("compilePattern", () => {
  it.each([
    ["", ["", "a"], []],
    ["b", ["b", "abc"], ["", "ac"]],
    ["^b", ["bc"], ["ab"]],
    ["b$", ["ab"], ["ba"]],
    ["^b$", ["b"], ["bb", ""]],
    ["^(?:ab?|c)+$", ["a", "abac", "c"], ["", "b", "abb"]],
    ["^a{2}$", ["aa"], ["a", "aaa"]],
    ["^a{2,}$", ["aa", "aaaaa"], ["a"]],
    ["^a{0,2}b$", ["b", "aab"], ["aaab"]],
    ["^(a|){3}b$", ["b", "aaab"], ["aaaab"]],
    ["^[^\\d\\s-]+$", ["ab"], ["a1", "a b", "a-b"]],
    ["\\bcat\\B", ["catty", "a cats"], ["cat", "scatter"]],
    ["^.$", ["a", "客", "😀"], ["", "\n", "ab"]],
    ["^\\u{1f600}\\ud83d\\ude00$", ["😀😀"], ["😀"]],
    ["^\\p{Script=Han}+$", ["客服"], ["客a"]],
    ["a\\-b\\@c", ["a-b@c"], ["ab"]],
    ["^\\(?\\d+\\)?$", ["(12)", "12"], ["((12"]],
    ["^[\\]\\-\\[]$", ["]", "-", "["], ["\\"]],
  ])("%s", (source, found, missed) => {
    const test = compilePattern(source);
    expect(found.filter((text) => !test(text))).toEqual([]);
    expect(missed.filter((text) => test(text))).toEqual([]);
  });

  it("folds case as Unicode does", () => {
    const test = compilePattern("^straße [k-m]\\u00c4$", true);
    expect(["STRAßE Kä", "straẞe lÄ", "Straße Mä"].every(test)).toBe(true);
    expect(test("strasse kä")).toBe(false);
  });

  it.each([
    ...["(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(a)\\1", "(?<x>a)\\k<x>", "(?<x>a)", "(?P<x>a)"],
    ...["(?i)a", "(?i:a)", "(?-i:a)", "[[:alpha:]]", "\\ca", "\\q", "\\A", "\\z"],
    ...["(", ")", "[", "]", "{", "a{2", "*", "a**", "a{2,1}", "^*", "[z-a]", "\\", "a++"],
    ...["a{1001}", "(a{100}){100}", "(){1000000000}", "(((){1000}){1000}){1000}", "a".repeat(1001)],
    "(".repeat(100_000) + ")".repeat(100_000),
  ])("refuses %s", (source) => {
    expect(isSafePattern(source)).toBe(false);
  });

  it.each([
    ...["(a+)+$", "(a|a)+$", "(a|aa)+$", "(.*a){12}$", "a*b", "\\s+$", "(a*)*b"],
    "(a{1,20} ?){18}b",
  ])("%s reads a megabyte without going back", (source) => {
    const text = `${"a ".repeat(300_000)}${"a".repeat(400_000)}!`;
    expect(compilePattern(source)(text)).toBe(false);
  });

  it("answers the same once it has forgotten the steps that it remembered", () => {
    const [test, native] = [compilePattern("a[ab]{14}c"), /a[ab]{14}c/u];
    const letters = Array.from({ length: 60_000 }, (_, at) => "ab"[hashOf(at) & 1]);
    const texts = [letters.join(""), `${letters.join("")}c`, `${letters.join("")}bbbbbbbbbbbbbbbc`];
    expect(texts.map(test)).toEqual(texts.map((text) => native.test(text)));
    expect(texts.map(test)).toEqual([false, letters.at(-15) === "a", false]);
  });
});

const hashOf = (number: number): number => murmur3(String(number));

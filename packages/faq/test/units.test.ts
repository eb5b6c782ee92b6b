import { describe, expect, it } from "vitest";
import { unitsOf } from "../src/units.ts";

const keys = (text: string) => unitsOf(text).map(({ key }) => key);
const written = (text: string) => unitsOf(text).map(({ start, end }) => text.slice(start, end));

describe("unitsOf", () => {
  it.each([
    ["words are stemmed", "Returning returned RETURNS", ["return", "return", "return"]],
    ["accents and case do not matter", "Café CAFÉ cafe\u0301", ["cafe", "cafe", "cafe"]],
    [
      "contractions are spelled out",
      "can't cant won’t I'm",
      ["can", "not", "can", "not", "will", "not", "i"],
    ],
    ["negations read alike", "doesn't does not", ["doe", "not", "doe", "not"]],
    ["and in one word", "cannot mustn’t", ["can", "not", "must", "not"]],
    ["letters part from digits", "iphone12", ["iphon", "12"]],
    ["full width", "ＡＢＣ１２", ["abc", "12"]],
    ["ligatures and units of measure", "ﬁlter 5㎏", ["filter", "5", "kg"]],
    ["Han characters stand alone", "退货", ["退", "货"]],
    ["Traditional is searched as Simplified", "退貨臺灣裡", ["退", "货", "台", "湾", "里"]],
    ["Han beyond the basic plane", "𠮷野", ["𠮷", "野"]],
    ["half-width kana with its voicing mark", "ｶﾞｽ", ["ガ", "ス"]],
    ["Hangul", "환불", ["환", "불"]],
    ["Hangul in parts", "환불", ["환", "불"]],
    ["Thai", "คืน", ["ค", "ื", "น"]],
    ["Cyrillic keeps its marks", "Мой", ["мой"]],
    ["Greek loses its accents", "επιστροφή", ["επιστροφη"]],
    ["Arabic and Hebrew are words", "إرجاع החזרה", ["إرجاع", "החזרה"]],
    ["Devanagari keeps its marks", "वापसी", ["वापसी"]],
    ["emoji and symbols are no units", "📦 ✅ 👩‍👩‍👧 ©", []],
    ["lone surrogates are no units", "\ud800a\udc00", ["a"]],
    ["controls part words", "a\u0000b\u200bc", ["a", "b", "c"]],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it.each([
    ["emoji before a word", "👩‍👩‍👧 parcel", ["parcel"]],
    ["combining marks", "the cafe\u0301 now", ["the", "cafe\u0301", "now"]],
    ["full width", "退ＡＢ货", ["退", "ＡＢ", "货"]],
    ["one character that stands for two words", "5㎏!", ["5", "㎏"]],
    ["a capital that grows in lower case", "İstanbul x", ["İstanbul", "x"]],
  ])("tells where units stand in the original: %s", (_, text, expected) => {
    expect(written(text)).toEqual(expected);
  });

  it("joins what only space parts", () => {
    expect(unitsOf("a b, c。货 物").map(({ isJoined }) => isJoined)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });
});

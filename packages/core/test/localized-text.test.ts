import { InvalidInputError, LocalizedText, localize, localizeValue, parseInput } from "@kefu/core";
import { describe, expect, it } from "vitest";

describe("LocalizedText", () => {
  it("puts its keys in their usual case", () => {
    const text = parseInput(LocalizedText, "text", { EN: "Returns", "zh-hant": "退貨" });
    expect(text).toEqual({ en: "Returns", "zh-Hant": "退貨" });
  });

  it.each([[{ en: "" }], [{ english: "Returns" }], [{ en: 1 }], [["en"]], ["Returns"]])(
    "refuses %o",
    (text) => {
      expect(() => parseInput(LocalizedText, "text", text)).toThrow(InvalidInputError);
    },
  );
});

describe("localize", () => {
  const text = { en: "Returns", "zh-Hans": "退货", "zh-Hant": "退貨" };

  it.each([
    ["en", "Returns", "en"],
    ["en-GB", "Returns", "en"],
    ["zh-Hant", "退貨", "zh-Hant"],
    ["zh-TW", "退貨", "zh-Hant"],
    ["zh-Hant-HK", "退貨", "zh-Hant"],
    ["zh", "退货", "zh-Hans"],
    ["fr", "Returns", "en"],
  ])("for %s", (asked, served, locale) => {
    expect(localize(text, asked)).toEqual({ text: served, locale });
  });

  it.each([
    [{ "zh-TW": "退貨", en: "Returns" }, "zh-Hant-HK", "zh-TW"],
    [{ "zh-TW": "退貨", "zh-Hans": "退货" }, "zh-Hant", "zh-TW"],
    [{ "zh-CN": "退货", en: "Returns" }, "zh-Hans", "zh-CN"],
    [{ "zh-CN": "退货", "zh-Hant": "退貨" }, "zh-Hans", "zh-CN"],
    [{ zh: "退货", en: "Returns" }, "zh-Hans-CN", "zh"],
    [{ "zh-Hans": "退货", en: "Returns" }, "zh-TW", "zh-Hans"],
    [{ "zh-Hant": "退貨", en: "Returns" }, "zh-CN", "zh-Hant"],
    [{ "en-US": "Returns" }, "en-GB", "en-US"],
    [{ "en-US": "Returns", "en-AU": "Returns" }, "en", "en-AU"],
    [{ "en-US": "Returns" }, "fr", "en-US"],
    [{ "de-DE": "Rückgabe", en: "Returns" }, "de", "de-DE"],
  ])("of %o for %s serves %s", (texts, asked, locale) => {
    expect(localize(texts, asked)?.locale).toBe(locale);
  });

  it("gives nothing where nothing is", () => {
    expect(localize({}, "en")).toBeUndefined();
    expect(localize({ fr: "Retours" }, "de")).toBeUndefined();
    expect(localize(text, "fr", { last: [] })).toBeUndefined();
  });

  it("serves the locale asked for or nothing where that is the policy", () => {
    expect(localize(text, "zh-TW", { mode: "exact" })).toBeUndefined();
    expect(localize({ "zh-TW": "退貨" }, "zh-TW", { mode: "exact" })?.text).toBe("退貨");
    expect(localize({ "en-US": "Returns" }, "en", { mode: "exact" })).toBeUndefined();
  });
});

describe("localizeValue", () => {
  it("serves any value, also none-like ones", () => {
    expect(localizeValue({ en: null }, "en")).toEqual({ value: null, locale: "en" });
    expect(localizeValue({ en: 0 }, "de")).toEqual({ value: 0, locale: "en" });
    expect(localizeValue({ de: undefined, en: 1 }, "de")).toEqual({ value: 1, locale: "en" });
  });

  it("sees own properties only", () => {
    const inherited = Object.create({ en: "inherited" }) as Record<string, string>;
    expect(localizeValue(inherited, "en")).toBeUndefined();
  });

  it.each([[null], [undefined], [5], ["text"], [["en"]]])("refuses %o", (values) => {
    expect(() => localizeValue(values as never, "en")).toThrow("values by locale: ");
  });
});

it.each([Number.NaN, 5, null, {}])("never serves %j as a text", (text) => {
  expect(() => localize({ en: text as never }, "en")).toThrow(InvalidInputError);
});

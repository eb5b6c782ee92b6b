import {
  fallbackChain,
  InvalidInputError,
  Locale,
  LocaleFallbackPolicy,
  parseInput,
} from "@kefu/core";
import { describe, expect, it } from "vitest";

describe("Locale", () => {
  it.each([
    ["en", "en"],
    ["EN", "en"],
    ["zh-hant-hk", "zh-Hant-HK"],
    ["ZH-HANT", "zh-Hant"],
    ["de-at", "de-AT"],
    ["es-419", "es-419"],
    ["yue-Hant", "yue-Hant"],
    ["SL-ROZAJ-1994", "sl-rozaj-1994"],
    ["de-CH-1901", "de-CH-1901"],
    ["sr-LATN-rs-EKAVSK", "sr-Latn-RS-ekavsk"],
  ])("reads %s as %s", (tag, locale) => {
    expect(parseInput(Locale, "locale", tag)).toBe(locale);
  });

  it.each([
    [""],
    ["e"],
    ["engl"],
    ["zh_TW"],
    ["zh-"],
    ["-zh"],
    ["zh--TW"],
    ["zh-T"],
    ["zh-TW-Hant"],
    ["en-x-private"],
    ["中文"],
    ["de-abcdefgh-abcdefgh-abcdefgh-abcdefgh"],
    ["__proto__"],
    [null],
    [5],
  ])("refuses %o", (tag) => {
    expect(() => parseInput(Locale, "locale", tag)).toThrow(InvalidInputError);
  });

  it("says what a tag looks like", () => {
    expect(() => parseInput(Locale, "locale", "zh_TW")).toThrow(
      "locale: must be a language tag, such as en or zh-Hant-HK",
    );
  });
});

describe("fallbackChain", () => {
  it.each([
    ["zh-Hant-HK", ["zh-Hant-HK", "zh-Hant", "zh-Hans", "en"]],
    ["zh-TW", ["zh-TW", "zh-Hant", "zh-Hans", "en"]],
    ["zh-HK", ["zh-HK", "zh-Hant", "zh-Hans", "en"]],
    ["zh-MO", ["zh-MO", "zh-Hant", "zh-Hans", "en"]],
    ["zh-Hant", ["zh-Hant", "zh-Hans", "en"]],
    ["zh", ["zh", "zh-Hans", "zh-Hant", "en"]],
    ["zh-CN", ["zh-CN", "zh-Hans", "zh-Hant", "en"]],
    ["zh-SG", ["zh-SG", "zh-Hans", "zh-Hant", "en"]],
    ["zh-Hans-CN", ["zh-Hans-CN", "zh-Hans", "zh-Hant", "en"]],
    ["de-AT", ["de-AT", "de", "en"]],
    ["en", ["en"]],
    ["en-GB", ["en-GB", "en"]],
    ["zh-hant-hk", ["zh-Hant-HK", "zh-Hant", "zh-Hans", "en"]],
    ["sr-Latn-RS-ekavsk", ["sr-Latn-RS-ekavsk", "sr-Latn-RS", "sr-Latn", "sr", "en"]],
  ])("of %s", (locale, chain) => {
    expect(fallbackChain(locale)).toEqual(chain);
    expect(fallbackChain(locale, {})).toEqual(chain);
    expect(fallbackChain(locale, { mode: "exact" })).toEqual([chain[0]]);
  });

  it("follows a policy", () => {
    const policy = { next: { "pt-AO": "pt-PT" }, last: ["fr", "pt"] };
    expect(fallbackChain("pt-AO", policy)).toEqual(["pt-AO", "pt-PT", "pt", "fr"]);
    expect(fallbackChain("zh-TW", { next: {}, last: [] })).toEqual(["zh-TW", "zh"]);
  });

  it("ends in a circle", () => {
    const next = { aa: "bb", bb: "cc", cc: "aa" };
    expect(fallbackChain("aa", { next, last: [] })).toEqual(["aa", "bb", "cc"]);
  });

  it("does not take inherited properties for locales", () => {
    expect(fallbackChain("en-US", { next: {}, last: [] })).toEqual(["en-US", "en"]);
  });

  it.each([
    ["english", {}],
    ["en", { mode: "off" }],
    ["en", { last: ["english"] }],
    ["en", { next: { english: "en" } }],
    ["en", { unknown: 1 }],
    ["en", null],
  ])("refuses %o with %o", (locale, policy) => {
    expect(() => fallbackChain(locale, policy as never)).toThrow(InvalidInputError);
  });
});

it("LocaleFallbackPolicy has defaults for all its keys", () => {
  const policy = parseInput(LocaleFallbackPolicy, "policy", {});
  expect(policy.mode).toBe("chain");
  expect(policy.last).toEqual(["en"]);
  expect(Object.keys(policy.next)).toHaveLength(8);
});

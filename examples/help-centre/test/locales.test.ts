import { describe, expect, it } from "vitest";
import { negotiateLocale } from "../src/locales.ts";

describe("negotiateLocale", () => {
  it.each([
    [undefined, "en"],
    ["", "en"],
    ["en-GB,en;q=0.9", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"],
    ["zh", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-hk,en;q=0.5", "zh-Hant"],
    ["zh-MO", "zh-Hant"],
    ["zh-Hant", "zh-Hant"],
    ["yue", "zh-Hant"],
    ["de-DE,de;q=0.9,zh-TW;q=0.5,en;q=0.4", "zh-Hant"],
    ["en;q=0.1,zh-CN;q=0.7", "zh-Hans"],
    ["zh-CN;q=0,en", "en"],
    ["fr,*;q=0.5", "en"],
    ["english-ish;;q=x,,,;", "en"],
    ["zh;q=nonsense", "en"],
  ])("%s → %s", (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

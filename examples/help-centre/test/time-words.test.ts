import { instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { durationWords } from "../src/desk/duration-words.ts";
import { momentWords } from "../src/desk/time-words.ts";

const now = instant("2026-11-24T22:30:00+01:00");

describe("momentWords", () => {
  it.each([
    ["2026-11-24T23:59:00+01:00", "en", "today at 23:59"],
    ["2026-11-25T00:00:00+01:00", "en", "tomorrow at 00:00"],
    ["2026-11-26T08:00:00+01:00", "en", "Thursday 26 November, 08:00"],
    ["2026-11-25T01:00:00+01:00", "zh-Hans", "明天 01:00"],
    ["2026-11-26T08:00:00+01:00", "zh-Hans", "11月26日星期四 08:00"],
    ["2026-11-26T08:00:00+01:00", "zh-Hant", "11月26日星期四 08:00"],
  ] as const)("%s in %s", (at, locale, words) => {
    expect(momentWords(instant(at), now, locale)).toBe(words);
  });
});

describe("durationWords", () => {
  it.each([
    [0, "en", "0 seconds"],
    [1_000, "en", "1 second"],
    [59_400, "en", "59 seconds"],
    [59_600, "en", "1 minute"],
    [3_599_000, "en", "1 hour"],
    [3_600_000, "en", "1 hour"],
    [4_500_000, "en", "1 hour 15 minutes"],
    [90_000_000, "en", "25 hours"],
    [4_500_000, "zh-Hans", "1 小时 15 分钟"],
    [4_500_000, "zh-Hant", "1 小時 15 分鐘"],
    [-5, "en", "0 seconds"],
  ] as const)("%d ms in %s", (milliseconds, locale, words) => {
    expect(durationWords(milliseconds, locale)).toBe(words);
  });
});

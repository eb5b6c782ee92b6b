import { type Instant, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  explainWallet,
  type TierPolicyInput,
  tierAt,
  upcomingExpiries,
  walletMessages,
} from "../../src/index.ts";

const berlin = { locale: "en", timeZone: "Europe/Berlin", currency: "EUR" };
const policy: TierPolicyInput = {
  timeZone: "Europe/Berlin",
  levels: [
    { tier: "Base" },
    { tier: "Silver", from: { points: 1000, spendMinor: 50_000 } },
    { tier: "Gold", from: { points: 5000, spendMinor: 200_000, visits: 50 } },
  ],
  window: { kind: "calendar-year" },
  graceDays: 60,
  downgrade: "one-down",
};
const earned = [
  { at: instant("2025-06-01T12:00:00Z"), points: 1200, spendMinor: 60_000, visits: 1 },
];
const standingOn = (day: string) => tierAt(policy, earned, { asOf: instant(`${day}T12:00:00Z`) });
const said = (day: string, locale: string) =>
  explainWallet({ standing: standingOn(day) }, { ...berlin, locale });

describe("a wallet in words", () => {
  it("says how much there is", () => {
    const english = (available: number, pending: number) =>
      explainWallet({ balance: { available, pending } }, berlin);
    expect(english(0, 0)).toEqual(["You have 0 points."]);
    expect(english(1, 1)).toEqual(["You have 1 point.", "1 point will become usable later."]);
    expect(english(-1250, 2)).toEqual([
      "You have -1,250 points.",
      "2 points will become usable later.",
    ]);
  });

  it("says what expires when", () => {
    const expiries = [
      { last: "2026-03-31", points: 1200 },
      { last: "2026-04", points: 1 },
    ];
    const inWords = (locale: string) => explainWallet({ expiries }, { ...berlin, locale });
    expect(inWords("en")).toEqual([
      "1,200 points can be used through March 31, 2026.",
      "1 point will expire in April 2026.",
    ]);
    expect(inWords("zh-CN")).toEqual([
      "1,200积分可用至2026年3月31日。",
      "1积分将于2026年4月到期。",
    ]);
    expect(inWords("zh-Hant-HK")).toEqual([
      "1,200點可使用至2026年3月31日。",
      "1點將於2026年4月到期。",
    ]);
  });

  it("says which tier, why, until when, and what comes next", () => {
    expect(said("2025-07-01", "en")).toEqual([
      "You have reached Silver.",
      "Silver lasts through March 1, 2027.",
      "To keep Silver, earn 1,000 points or €500.00 of spending from January 1, 2026 through December 31, 2026.",
      "3,800 points or €1,400.00 of spending or 49 visits more will bring you to Gold.",
    ]);
    expect(said("2026-07-01", "zh-Hans")).toEqual([
      "凭上一年度的累计，您享有Silver等级。",
      "Silver有效期至2027年3月1日。",
      "2026年7月1日至2026年12月31日期间累计1,000积分或€500.00消费额，即可保住Silver等级。",
      "再累计5,000积分或€2,000.00消费额或50次光顾，即可升至Gold等级。",
    ]);
    expect(said("2027-02-01", "zh-TW")[0]).toBe("您正處於寬限期，仍保有Silver等級。");
    expect(said("2027-06-01", "fr")).toEqual([
      "Your tier is Base.",
      "1,000 points or €500.00 of spending more will bring you to Silver.",
    ]);
  });

  it("writes amounts as the currency has them", () => {
    const standing = standingOn("2026-07-01");
    const yen = explainWallet({ standing }, { ...berlin, currency: "JPY" });
    expect(yen[2]).toContain("¥50,000 of spending");
    const dinar = explainWallet({ standing }, { ...berlin, currency: "KWD" });
    expect(dinar[2]).toMatch(/KWD.50\.000 of spending/);
  });

  it("has every sentence in three languages", () => {
    for (const texts of Object.values(walletMessages)) {
      expect(Object.keys(texts)).toEqual(["en", "zh-Hans", "zh-Hant"]);
    }
  });

  it("refuses days that no calendar has", () => {
    for (const last of ["2026-02-30", "2026-13", "soon"]) {
      expect(() => explainWallet({ expiries: [{ last, points: 1 }] }, berlin)).toThrow(
        expect.objectContaining({ code: "invalid-input" }),
      );
    }
  });
});

describe("what expires when", () => {
  const lot = (expiresAt: string, points: number) => ({ points, expiresAt: instant(expiresAt) });
  const asOf = instant("2026-03-01T12:00:00Z");

  it("counts by the last day in the zone", () => {
    const lots = [
      lot("2026-04-01T00:00:00+02:00", 5),
      lot("2026-03-31T23:59:59+02:00", 6),
      lot("2026-04-01T00:00:00.001+02:00", 7),
    ];
    expect(upcomingExpiries(lots, { asOf, timeZone: "Europe/Berlin" })).toEqual([
      { last: "2026-03-31", points: 11 },
      { last: "2026-04-01", points: 7 },
    ]);
    const months = upcomingExpiries(lots, { asOf, timeZone: "Asia/Shanghai", by: "month" });
    expect(months).toEqual([{ last: "2026-04", points: 18 }]);
  });

  it("leaves out what has ended, what never ends, and what is empty", () => {
    const lots = [
      lot("2026-03-01T12:00:00Z", 1),
      lot("2026-03-01T12:00:00.001Z", 2),
      lot("2026-05-01T00:00:00Z", 0),
      { points: 4, expiresAt: 8.64e15 as Instant },
    ];
    expect(upcomingExpiries(lots, { asOf, timeZone: "UTC" })).toEqual([
      { last: "2026-03-01", points: 2 },
    ]);
  });
});

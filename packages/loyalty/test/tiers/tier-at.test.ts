import { type Instant, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { tierAt, tierHistory } from "../../src/tiers/tier-at.ts";
import type { TierPolicyInput } from "../../src/tiers/tier-policy.ts";

const noon = (date: string): Instant => instant(`${date}T12:00:00Z`);
const day = (at: Instant | null) => at && new Date(at).toISOString().slice(0, 10);
const policy: TierPolicyInput = {
  timeZone: "UTC",
  levels: [
    { tier: "Base", from: { points: 0 } },
    { tier: "Silver", from: { points: 1000 } },
    { tier: "Gold", from: { points: 5000 } },
  ],
  window: { kind: "calendar-year" },
};
const twoYears = [
  { at: noon("2025-06-01"), points: 5200 },
  { at: noon("2026-06-01"), points: 900 },
];
const tiers = (
  changes: Partial<TierPolicyInput>,
  earned: Parameters<typeof tierAt>[1],
  dates: readonly string[],
  joinedAt?: Instant,
) =>
  dates.map((date) => {
    const question = { asOf: instant(`${date}T00:00:00Z`), ...(joinedAt && { joinedAt }) };
    return tierAt({ ...policy, ...changes }, earned, question).tier;
  });

describe("a calendar year", () => {
  const dates = ["2025-12-31", "2026-12-31", "2027-01-01", "2028-01-01"];

  it("holds through the next and steps down one level a year", () => {
    const held = tiers({ downgrade: "one-down" }, twoYears, dates);
    expect(held).toEqual(["Gold", "Gold", "Silver", "Base"]);
  });

  it("falls to what was earned when it is evaluated anew", () => {
    expect(tiers({}, twoYears, dates)).toEqual(["Gold", "Gold", "Base", "Base"]);
  });

  it("steps down to what was earned at most", () => {
    const earned = [...twoYears, { at: noon("2026-07-01"), points: 100 }];
    expect(tiers({}, earned, dates)).toEqual(["Gold", "Gold", "Silver", "Base"]);
  });
});

describe("rolling months with grace", () => {
  const window = { kind: "rolling", months: 12 } as const;
  const earned = [
    { at: noon("2025-01-15"), points: 1200 },
    { at: noon("2025-09-01"), points: 400 },
  ];
  const dates = ["2026-01-14", "2026-01-15", "2026-03-15", "2026-03-16"];

  it("keeps the tier through the days of grace", () => {
    expect(tiers({ window, graceDays: 60 }, earned, dates)).toEqual([
      "Silver",
      "Silver",
      "Silver",
      "Base",
    ]);
    expect(tiers({ window }, earned, dates)).toEqual(["Silver", "Base", "Base", "Base"]);
  });

  it("says what keeps it", () => {
    const at = (date: string) =>
      tierAt({ ...policy, window, graceDays: 60 }, earned, { asOf: noon(date) });
    expect(day(at("2026-01-10").validUntil)).toBe("2026-03-16");
    expect(day(at("2026-01-10").keep?.by ?? null)).toBe("2026-01-15");
    expect(at("2026-01-10").keep?.missing).toEqual({ points: 600 });
    expect(day(at("2026-02-10").keep?.by ?? null)).toBe("2026-03-16");
    expect(at("2026-02-10").because.code).toBe("tier-in-grace");
    expect(at("2026-03-16")).toMatchObject({ tier: "Base", keep: null, validUntil: null });
  });
});

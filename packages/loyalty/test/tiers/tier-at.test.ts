import { type Instant, instant, isoOf } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { type TierPolicyInput, tierAt, tierHistory } from "../../src/index.ts";

type Earned = Parameters<typeof tierAt>[1];

const noon = (date: string): Instant => instant(`${date}T12:00:00Z`);
const midnight = (date: string): Instant => instant(`${date}T00:00:00Z`);
const dayOf = (at: Instant | null) => (at === null ? null : isoOf(at).slice(0, 10));

const policy: TierPolicyInput = {
  timeZone: "UTC",
  levels: [
    { tier: "Base", from: { points: 0 } },
    { tier: "Silver", from: { points: 1000 } },
    { tier: "Gold", from: { points: 5000 } },
  ],
  window: { kind: "calendar-year" },
};
const standing = (
  changes: Partial<TierPolicyInput>,
  earned: Earned,
  date: string,
  joined?: string,
) =>
  tierAt({ ...policy, ...changes }, earned, {
    asOf: midnight(date),
    ...(joined !== undefined && { joinedAt: noon(joined) }),
  });
const tiers = (
  changes: Partial<TierPolicyInput>,
  earned: Earned,
  dates: readonly string[],
  joined?: string,
) => dates.map((date) => standing(changes, earned, date, joined).tier);

const twoYears = [
  { at: noon("2025-06-01"), points: 5200 },
  { at: noon("2026-06-01"), points: 900 },
];

describe("a calendar year", () => {
  const dates = ["2025-12-31", "2026-12-31", "2027-01-01", "2028-01-01"];

  it("holds through the next and steps down one level a year", () => {
    const held = tiers({ downgrade: "one-down" }, twoYears, dates);
    expect(held).toEqual(["Gold", "Gold", "Silver", "Base"]);
  });

  it("falls to what was earned when it is evaluated anew", () => {
    expect(tiers({}, twoYears, dates)).toEqual(["Gold", "Gold", "Base", "Base"]);
  });

  it("never falls below what was earned, nor rises late", () => {
    const earned = [...twoYears, { at: noon("2026-07-01"), points: 100 }];
    expect(tiers({}, earned, dates)).toEqual(["Gold", "Gold", "Silver", "Base"]);
    expect(tiers({}, earned, ["2025-06-01", "2025-06-02"])).toEqual(["Base", "Gold"]);
  });

  it("holds the step down for a year even when less is borne", () => {
    const earned = [
      { at: noon("2025-06-01"), points: 5200 },
      { at: noon("2026-06-01"), points: 1000 },
    ];
    const days = ["2027-01-01", "2027-12-31", "2028-01-01"];
    expect(tiers({ downgrade: "one-down" }, earned, days)).toEqual(["Silver", "Silver", "Base"]);
  });

  it("begins at midnight of the zone", () => {
    const earned = [{ at: instant("2025-12-31T16:30:00Z"), points: 1000 }];
    const until = (timeZone: string) => {
      const { validUntil } = tierAt({ ...policy, timeZone }, earned, { asOf: noon("2026-01-05") });
      return validUntil && isoOf(validUntil);
    };
    expect(until("UTC")).toBe("2027-01-01T00:00:00.000Z");
    expect(until("Asia/Shanghai")).toBe("2027-12-31T16:00:00.000Z");
    expect(until("America/New_York")).toBe("2027-01-01T05:00:00.000Z");
  });

  it("says what brings the next tier and what keeps this one", () => {
    const inFirst = standing({}, twoYears, "2025-09-01");
    expect(inFirst).toMatchObject({ because: { code: "tier-reached" }, next: null });
    expect([dayOf(inFirst.validUntil), dayOf(inFirst.windowEndsAt)]).toEqual([
      "2027-01-01",
      "2026-01-01",
    ]);
    expect([dayOf(inFirst.keep?.from ?? null), dayOf(inFirst.keep?.by ?? null)]).toEqual([
      "2026-01-01",
      "2027-01-01",
    ]);
    expect(inFirst.keep?.missing).toEqual({ points: 5000 });
    const inSecond = standing({}, twoYears, "2026-09-01");
    expect(inSecond).toMatchObject({
      because: { code: "tier-carried-over", facts: { tier: "Gold", points: 900 } },
      keep: { from: midnight("2026-09-01"), by: midnight("2027-01-01"), missing: { points: 4100 } },
    });
    expect(standing({}, twoYears, "2027-09-01")).toMatchObject({
      because: { code: "tier-lowest" },
      next: { tier: "Silver", missing: { points: 1000 } },
      keep: null,
    });
    expect(standing({ downgrade: "one-down" }, twoYears, "2027-09-01")).toMatchObject({
      because: { code: "tier-stepped-down" },
      validUntil: midnight("2028-01-01"),
      next: { tier: "Gold", missing: { points: 5000 } },
      keep: { missing: { points: 1000 }, by: midnight("2028-01-01") },
    });
  });

  it("keeps the tier for the days of grace", () => {
    const days = ["2027-03-01", "2027-03-02", "2028-03-01", "2028-03-02"];
    expect(tiers({ graceDays: 60 }, twoYears, days)).toEqual(["Gold", "Base", "Base", "Base"]);
    const oneDown = { graceDays: 60, downgrade: "one-down" } as const;
    expect(tiers(oneDown, twoYears, days)).toEqual(["Gold", "Silver", "Silver", "Base"]);
  });

  it("is saved by what is earned in grace", () => {
    const saved = [...twoYears, { at: noon("2027-02-01"), points: 5000 }];
    expect(tiers({ graceDays: 60 }, saved, ["2027-03-02", "2028-12-31"])).toEqual(["Gold", "Gold"]);
    expect(standing({ graceDays: 60 }, twoYears, "2027-02-01")).toMatchObject({
      because: { code: "tier-in-grace" },
      keep: { by: midnight("2027-03-02"), missing: { points: 5000 } },
    });
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
    const kept = ["Silver", "Silver", "Silver", "Base"];
    expect(tiers({ window, graceDays: 60 }, earned, dates)).toEqual(kept);
    expect(tiers({ window }, earned, dates)).toEqual(["Silver", "Base", "Base", "Base"]);
  });

  it("says what keeps it, and until when", () => {
    const before = standing({ window, graceDays: 60 }, earned, "2026-01-10");
    expect(dayOf(before.validUntil)).toBe("2026-03-16");
    expect(before.keep).toEqual({
      from: midnight("2026-01-10"),
      by: midnight("2026-01-15"),
      missing: { points: 600 },
    });
    const within = standing({ window, graceDays: 60 }, earned, "2026-02-10");
    expect(within).toMatchObject({
      because: { code: "tier-in-grace" },
      keep: { by: midnight("2026-03-16"), missing: { points: 600 } },
    });
    const after = standing({ window, graceDays: 60 }, earned, "2026-03-16");
    expect(after).toMatchObject({ tier: "Base", keep: null, validUntil: null });
  });

  it("is not kept by what leaves together with it", () => {
    const today = [{ at: noon("2025-01-15"), points: 1000 }];
    const { keep } = standing({ window }, today, "2025-01-16");
    expect(keep?.from).toBe(midnight("2025-01-16"));
    const sameDay = tierAt({ ...policy, window }, today, { asOf: noon("2025-01-15") });
    expect(sameDay.keep).toMatchObject({ from: midnight("2025-01-16"), missing: { points: 1000 } });
  });

  it("leaves on the month's last day when the day is missing", () => {
    const leap = [{ at: noon("2024-02-29"), points: 1000 }];
    expect(tiers({ window }, leap, ["2025-02-27", "2025-02-28"])).toEqual(["Silver", "Base"]);
  });

  it("steps down one level a window", () => {
    const gold = [{ at: noon("2025-01-15"), points: 5000 }];
    const days = ["2026-01-14", "2026-01-15", "2027-01-14", "2027-01-15"];
    const held = tiers({ window, downgrade: "one-down" }, gold, days);
    expect(held).toEqual(["Gold", "Silver", "Silver", "Base"]);
  });
});

describe("years from the day of joining", () => {
  const window = { kind: "anniversary" } as const;

  it("keep what is earned in one through the next", () => {
    const earned = [{ at: noon("2025-03-09"), points: 1000 }];
    const days = ["2025-03-09", "2025-03-10", "2026-03-09", "2026-03-10"];
    expect(tiers({ window }, earned, days, "2024-03-10")).toEqual([
      "Base",
      "Silver",
      "Silver",
      "Base",
    ]);
    const nextYear = [{ at: noon("2025-03-10"), points: 1000 }];
    expect(tiers({ window }, nextYear, ["2027-03-09", "2027-03-10"], "2024-03-10")).toEqual([
      "Silver",
      "Base",
    ]);
  });

  it("do not add up over the day", () => {
    const split = [
      { at: noon("2025-03-09"), points: 600 },
      { at: noon("2025-03-10"), points: 600 },
    ];
    expect(tiers({ window }, split, ["2025-04-01"], "2024-03-10")).toEqual(["Base"]);
    expect(tiers({}, split, ["2025-04-01"])).toEqual(["Silver"]);
  });

  it("begin on the 28th for those who joined on 29 February, and on the 29th in leap years", () => {
    const end = (asOf: string) => dayOf(standing({ window }, [], asOf, "2024-02-29").windowEndsAt);
    expect([end("2024-03-01"), end("2025-02-28"), end("2027-06-01")]).toEqual([
      "2025-02-28",
      "2026-02-28",
      "2028-02-29",
    ]);
  });

  it("need to know it", () => {
    expect(() => standing({ window }, [], "2025-01-01")).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        issues: [expect.objectContaining({ path: ["joinedAt"] })],
      }),
    );
  });
});

describe("for life", () => {
  it("keeps what was ever earned, whatever became of the points", () => {
    const window = { kind: "lifetime" } as const;
    const earned = [{ at: noon("1999-01-01"), points: 1500 }];
    const then = standing({ window }, earned, "2199-01-01".replace("2199", "2150"));
    expect(then).toMatchObject({
      tier: "Silver",
      validUntil: null,
      keep: null,
      windowEndsAt: null,
    });
    expect(then.next).toEqual({ tier: "Gold", missing: { points: 3500 } });
  });
});

describe("several measures", () => {
  const levels = [
    { tier: "Base" },
    { tier: "Silver", from: { points: 1000, spendMinor: 50_000, visits: 3 } },
  ];

  it("any one of them reaches the tier", () => {
    const held = (amounts: Omit<Earned[number], "at">) =>
      standing({ levels }, [{ at: noon("2026-01-05"), ...amounts }], "2026-02-01").tier;
    expect(held({ points: 999, spendMinor: 49_999, visits: 2 })).toBe("Base");
    expect(held({ points: 1000 })).toBe("Silver");
    expect(held({ spendMinor: 50_000 })).toBe("Silver");
    expect(held({ visits: 3 })).toBe("Silver");
  });

  it("says what is missing by each", () => {
    const one = [{ at: noon("2026-01-05"), points: 10, spendMinor: 900, visits: 1 }];
    expect(standing({ levels }, one, "2026-02-01").next).toEqual({
      tier: "Silver",
      missing: { points: 990, spendMinor: 49_100, visits: 2 },
    });
  });
});

describe("what is taken back", () => {
  const taken = [
    { at: noon("2025-06-01"), points: 1100 },
    { at: noon("2025-07-01"), points: -300, earnedAt: noon("2025-06-01") },
  ];
  const days = ["2025-06-15", "2025-07-02", "2026-12-31", "2027-01-01"];

  it("strict: never was, at once and without grace", () => {
    const strict = { clawback: "strict", graceDays: 60 } as const;
    expect(tiers(strict, taken, days)).toEqual(["Silver", "Base", "Base", "Base"]);
  });

  it("sticky: the tier stays as long as it would have", () => {
    const sticky = { clawback: "sticky" } as const;
    expect(tiers(sticky, taken, days)).toEqual(["Silver", "Silver", "Silver", "Base"]);
    expect(standing(sticky, taken, "2025-08-01")).toMatchObject({
      because: { code: "tier-kept-after-clawback" },
      counted: { points: 800 },
      next: { tier: "Gold", missing: { points: 4200 } },
    });
  });

  it("sticky: does not count for more", () => {
    const more = [...taken, { at: noon("2025-08-01"), points: 4100 }];
    expect(tiers({ clawback: "sticky" }, more, ["2025-09-01"])).toEqual(["Silver"]);
    const enough = [...taken, { at: noon("2025-08-01"), points: 4200 }];
    expect(tiers({ clawback: "sticky" }, enough, ["2025-09-01"])).toEqual(["Gold"]);
  });

  it("a year later counts in the year of the order", () => {
    const late = [
      { at: noon("2025-12-20"), points: 1100 },
      { at: noon("2026-01-10"), points: -300, earnedAt: noon("2025-12-20") },
      { at: noon("2026-02-01"), points: 1000 },
    ];
    expect(tiers({}, late, ["2026-01-10", "2026-01-11", "2026-02-02"])).toEqual([
      "Silver",
      "Base",
      "Silver",
    ]);
  });

  it("without a date of the order counts in the window in which it is made", () => {
    const undated = [
      { at: noon("2025-06-01"), points: 1100 },
      { at: noon("2025-07-01"), points: -300 },
    ];
    expect(tiers({ graceDays: 60 }, undated, ["2025-06-15", "2025-07-02"])).toEqual([
      "Silver",
      "Base",
    ]);
    const rolling = { window: { kind: "rolling", months: 12 }, graceDays: 60 } as const;
    expect(tiers(rolling, undated, ["2025-06-15", "2025-07-02"])).toEqual(["Silver", "Base"]);
  });
});

describe("the history of tiers", () => {
  const told = (changes: Partial<TierPolicyInput>, earned: Earned) =>
    tierHistory({ ...policy, ...changes }, earned, { asOf: noon("2026-06-02") }).map(
      ({ tier, from, until }) => [tier, dayOf(from), dayOf(until)],
    );

  it("has no gaps", () => {
    expect(told({ downgrade: "one-down" }, twoYears)).toEqual([
      ["Base", null, "2025-06-01"],
      ["Gold", "2025-06-01", "2027-01-01"],
      ["Silver", "2027-01-01", "2028-01-01"],
      ["Base", "2028-01-01", null],
    ]);
    expect(told({}, [])).toEqual([["Base", null, null]]);
  });

  it("keeps on record what was taken back later", () => {
    const taken = [
      { at: noon("2025-06-01"), points: 1100 },
      { at: noon("2025-07-01"), points: -300, earnedAt: noon("2025-06-01") },
    ];
    expect(told({}, taken)).toEqual([
      ["Base", null, "2025-06-01"],
      ["Silver", "2025-06-01", "2025-07-01"],
      ["Base", "2025-07-01", null],
    ]);
    expect(told({ clawback: "sticky" }, taken)).toEqual([
      ["Base", null, "2025-06-01"],
      ["Silver", "2025-06-01", "2027-01-01"],
      ["Base", "2027-01-01", null],
    ]);
  });
});

describe("what is refused", () => {
  const paths = (given: unknown) => {
    try {
      tierAt(given as TierPolicyInput, [], { asOf: noon("2026-01-01") });
      return [];
    } catch (error) {
      return (error as { issues: { path: unknown[] }[] }).issues.map(({ path }) => path.join("."));
    }
  };

  it("policies that contradict themselves", () => {
    const at = (levels: TierPolicyInput["levels"]) => paths({ ...policy, levels });
    expect(at([{ tier: "A" }, { tier: "A", from: { points: 1 } }])).toEqual(["levels.1"]);
    expect(at([{ tier: "A", from: { points: 1 } }])).toEqual(["levels.0"]);
    expect(at([{ tier: "A" }, { tier: "B" }])).toEqual(["levels.1"]);
    const falling = { tier: "C", from: { points: 5, visits: 1 } };
    expect(at([{ tier: "A" }, { tier: "B", from: { points: 5 } }, falling])).toEqual(["levels.2"]);
    expect(paths({ ...policy, timeZone: "Mars/Olympus" })).toEqual(["timeZone"]);
  });

  it("refunds of what was earned later", () => {
    const refund = { at: noon("2025-01-01"), earnedAt: noon("2025-01-02"), points: -1 };
    expect(() => standing({}, [refund], "2026-01-01")).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: [0, "earnedAt"] })] }),
    );
  });
});

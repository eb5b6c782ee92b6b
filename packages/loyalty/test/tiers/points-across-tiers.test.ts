import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointsAcrossTiers, type TierPolicyInput } from "../../src/index.ts";

const policy: TierPolicyInput = {
  timeZone: "UTC",
  levels: [
    { tier: "Base" },
    { tier: "Silver", from: { points: 1000, visits: 10 } },
    { tier: "Gold", from: { points: 5000 } },
  ],
  window: { kind: "calendar-year" },
};
const multipliers = { Silver: [3, 2], Gold: [2, 1] } as const;
const modes = ["old-rate", "new-rate", "split"] as const;
const none = { points: 0, spendMinor: 0, visits: 0 };
const given = (before: Partial<typeof none>, earning: Partial<typeof none>, tier = "Base") =>
  modes.map((atThreshold) => {
    const counted = { ...none, ...before };
    const question = { tier, counted, earning, multipliers };
    return pointsAcrossTiers({ ...policy, atThreshold }, question).points;
  });

describe("an earning at a threshold", () => {
  it.each([
    ["ends just before", { points: 800 }, { points: 199 }, [199, 199, 199]],
    ["ends at", { points: 800 }, { points: 200 }, [200, 300, 200]],
    ["ends just after", { points: 800 }, { points: 201 }, [201, 301, 201]],
    ["goes beyond", { points: 900 }, { points: 200 }, [200, 300, 250]],
    ["begins at", { points: 1000 }, { points: 100 }, [150, 150, 150]],
    ["goes over two", { points: 900 }, { points: 5000 }, [5000, 10_000, 100 + 6000 + 1800]],
    ["is the last visit needed", { visits: 9 }, { points: 100, visits: 1 }, [100, 150, 100]],
  ] as const)("%s it", (_, before, earning, expected) => {
    expect(given(before, earning)).toEqual(expected);
  });

  it("keeps the higher rate of a tier carried over", () => {
    expect(given({ points: 0 }, { points: 100 }, "Silver")).toEqual([150, 150, 150]);
  });

  it("is rounded once", () => {
    const counted = { ...none, points: 999 };
    const question = {
      tier: "Base",
      counted,
      earning: { points: 4 },
      multipliers: { Base: [1, 3], Silver: [1, 3] },
    };
    const { points, parts } = pointsAcrossTiers(
      { ...policy, atThreshold: "split" },
      question as never,
    );
    expect([points, parts]).toEqual([1, [{ tier: "Silver", points: 1 }]]);
  });

  it("is refused for a tier that is none", () => {
    const question = { tier: "Tin", counted: none, earning: {}, multipliers };
    expect(() => pointsAcrossTiers(policy, question)).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        issues: [expect.objectContaining({ path: ["tier"] })],
      }),
    );
  });

  it("gives at least the old and at most the new rate when split, and its parts add up", () => {
    const amounts = fc.record({ points: fc.nat({ max: 7000 }), visits: fc.nat({ max: 12 }) });
    fc.assert(
      fc.property(amounts, amounts, (before, earning) => {
        const [old, fresh, split] = given(before, earning) as [number, number, number];
        expect(split).toBeGreaterThanOrEqual(old);
        expect(split).toBeLessThanOrEqual(fresh);
        const counted = { ...none, ...before };
        const question = { tier: "Base", counted, earning, multipliers };
        const { points, parts } = pointsAcrossTiers({ ...policy, atThreshold: "split" }, question);
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(points);
      }),
    );
  });
});

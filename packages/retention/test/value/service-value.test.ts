import { describe, expect, it } from "vitest";
import { type ServiceValuePolicyInput, serviceValue } from "../../src/index.ts";

const policy: ServiceValuePolicyInput = {
  customers: 10_000,
  satisfied: { count: 800, of: 1_000 },
  repurchase: { all: { count: 5_000, of: 10_000 } },
  marginMinor: 4_000,
  spendingMinor: 80_000,
  currency: "EUR",
  seed: "autumn",
};

describe("serviceValue", () => {
  it("follows the chain with 6 : 1", () => {
    // 0.8 · 6q + 0.2 · q = 0.5, so q is 0.1, and a point turns 100 customers of whom 0.6 − 0.1 more stay.
    const value = serviceValue(policy);
    expect(value.repurchaseSatisfied.value).toBeCloseTo(0.6, 12);
    expect(value.repurchaseDissatisfied.value).toBeCloseTo(0.1, 12);
    expect(value.retained.value).toBe(50);
    expect(value.netMinor.value).toBe(120_000);
    expect(value.definition).toEqual({ code: "service-value", facts: { points: 1, ratio: 6 } });
    expect(value.diagnostics).toEqual([]);
  });

  it("draws the same from the same seed, and whole amounts", () => {
    const value = serviceValue(policy);
    expect(serviceValue(policy)).toEqual(value);
    expect(serviceValue({ ...policy, seed: "spring" }).retained.interval).not.toEqual(
      value.retained.interval,
    );
    expect(Number.isInteger(value.marginMinor.interval?.lower)).toBe(true);
  });

  it("is less sure the less is counted, and the less sure the prior is", () => {
    const width = (more: Partial<ServiceValuePolicyInput>) => {
      const { lower = 0, upper = 0 } = serviceValue({ ...policy, ...more }).retained.interval ?? {};
      return upper - lower;
    };
    const sure = { all: { count: 5_000, of: 10_000 }, ratio: { logSpread: 0 } };
    expect(width({ repurchase: sure })).toBeLessThan(width({}));
    expect(width({ satisfied: { count: 8, of: 10 }, repurchase: sure })).toBeGreaterThan(
      2 * width({ repurchase: sure }),
    );
  });

  it("holds the true value with the stated confidence", () => {
    // Satisfied ones buy again with 0.6, dissatisfied ones with 0.4: a point keeps 20 of 10,000.
    const holds = Array.from({ length: 200 }, (_, run) => {
      const near = (share: number) => Math.round(400 * share + ((run * 7919) % 41) - 20);
      const { retained } = serviceValue({
        ...{ ...policy, seed: `${run}`, draws: 200 },
        repurchase: {
          satisfied: { count: near(0.6), of: 400 },
          dissatisfied: { count: near(0.4), of: 400 },
        },
      });
      const { lower = 0, upper = 0 } = retained.interval ?? {};
      return lower <= 20 && 20 <= upper;
    });
    expect(holds.filter((one) => one).length).toBeGreaterThan(180);
  });

  it("lets both groups together stay what was counted, where 6 : 1 asks for more than everybody", () => {
    // 6q would be 1.63: all of the satisfied half buy again, and 0.9 of the others make 0.95 of all.
    const value = serviceValue({
      ...policy,
      satisfied: { count: 500, of: 1_000 },
      repurchase: { all: { count: 950, of: 1_000 } },
    });
    expect(value.repurchaseSatisfied.value).toBe(1);
    expect(value.repurchaseDissatisfied.value).toBe(0.9);
    expect(value.retained.value).toBe(10);
    expect(value.diagnostics).toEqual(["BOUNDARY"]);
  });

  it("brings back over twice what a telephone service costs that spends 10 million dollars a year", () => {
    // 4 points of 1,000,000 customers turn 40,000, of whom half stay for 1,200 dollars each: 24 million.
    const value = serviceValue({
      ...policy,
      ...{ customers: 1_000_000, raise: 0.04, marginMinor: 120_000 },
      ...{ spendingMinor: 1_000_000_000, currency: "USD" },
    });
    expect(value.returnOnSpending.value).toBe(2.4);
    expect(value.perPointMinor.value).toBe(600_000_000);
  });

  it.each([
    ["nobody", 0],
    ["everybody", 20],
  ])("holds the figure within its interval where %s buys again", (_title, count) => {
    const { repurchaseSatisfied, diagnostics } = serviceValue({
      ...policy,
      repurchase: { satisfied: { count, of: 20 }, dissatisfied: { count: 10, of: 20 } },
    });
    const { lower = 2, upper = -1 } = repurchaseSatisfied.interval ?? {};
    expect(lower).toBeLessThanOrEqual(count / 20);
    expect(upper).toBeGreaterThanOrEqual(count / 20);
    expect(diagnostics).toEqual(count === 0 ? ["FEW_EVENTS"] : []);
  });

  it("has no worth of a point where nothing is raised", () => {
    expect(serviceValue({ ...policy, raise: 0 }).perPointMinor.value).toBeNull();
  });

  it("takes counts of one's own instead of the prior", () => {
    const value = serviceValue({
      ...policy,
      repurchase: { satisfied: { count: 70, of: 100 }, dissatisfied: { count: 50, of: 100 } },
    });
    expect(value.retained.value).toBe(20);
    expect(value.definition.facts).toEqual({ points: 1 });
  });

  it.each<readonly [string, Partial<ServiceValuePolicyInput>, number, readonly string[]]>([
    ["a raise to 1", { raise: 0.2 }, 1_000, []],
    ["a raise beyond 1", { raise: 0.3 }, 1_000, ["BOUNDARY"]],
    ["a fall", { raise: -0.01 }, -50, []],
  ])("%s", (_title, more, retained, diagnostics) => {
    const value = serviceValue({ ...policy, ...more });
    expect(value.retained.value).toBeCloseTo(retained, 6);
    expect(value.diagnostics).toEqual(diagnostics);
  });

  it("has no figure without anybody asked, and no return without spending", () => {
    const none = serviceValue({ ...policy, satisfied: { count: 0, of: 0 } });
    expect(none).toMatchObject({
      retained: { value: null, interval: null },
      diagnostics: ["NO_DATA"],
    });
    expect(serviceValue({ ...policy, spendingMinor: 0 }).returnOnSpending.value).toBeNull();
  });

  it.each([
    [{ raise: 1.01 }, "raise"],
    [{ satisfied: { count: 2, of: 1 } }, "satisfied.count"],
    [{ marginMinor: 0.5 }, "marginMinor"],
    [{ draws: 99 }, "draws"],
    [{ seed: "" }, "seed"],
  ])("refuses %j", (more, path) => {
    expect(() => serviceValue({ ...policy, ...more })).toThrow(path);
  });

  it("refuses amounts beyond what is exact", () => {
    const huge = { customers: 1e12, marginMinor: 1e15 };
    expect(() => serviceValue({ ...policy, ...huge })).toThrow("2^53");
  });
});

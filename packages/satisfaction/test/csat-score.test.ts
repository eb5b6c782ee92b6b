import { accumulate } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { customerEffort, customerSatisfaction, type TopBoxPolicyInput } from "../src/index.ts";

function csatOf(policy: TopBoxPolicyInput, ratings: readonly number[]) {
  const csat = customerSatisfaction(policy);
  return csat.finish(
    accumulate(
      csat,
      ratings.map((rating) => ({ rating })),
    ),
  );
}

describe("customerSatisfaction", () => {
  it.each([
    [[1, 3], 3, 2],
    [[1, 4], 3, 2],
    [[1, 5], 4, 3],
    [[1, 7], 6, 5],
    [[1, 10], 8, 7],
  ] as const)("on a scale of %j counts %d as good, %d not", (scale, good, bad) => {
    expect(csatOf({ scale }, [good]).value).toBe(1);
    expect(csatOf({ scale }, [bad]).value).toBe(0);
  });

  it("states how it was counted", () => {
    expect(csatOf({ scale: [0, 4], topBoxes: 1 }, [4, 3]).definition).toEqual({
      code: "customer-satisfaction",
      facts: { lowest: 0, highest: 4, good: 4 },
    });
  });

  it("has no interval of the mean with one answer", () => {
    expect(csatOf({}, [5])).toMatchObject({
      value: 1,
      mean: { value: 5, interval: null, standardDeviation: null },
    });
    expect(csatOf({}, []).mean.value).toBeNull();
  });

  it("keeps the mean's interval on the scale", () => {
    expect(csatOf({}, [5, 5, 4]).mean.interval?.upper).toBe(5);
    expect(csatOf({}, [5, 5]).mean.interval).toEqual({ lower: 5, upper: 5 });
  });

  it.each([
    [{ scale: [5, 1] }, "scale"],
    [{ scale: [1, 5], topBoxes: 5 }, "topBoxes"],
    [{ scale: [1, 5], topBoxes: 0 }, "topBoxes"],
    [{ level: 1 }, "level"],
    [{ colour: "red" }, "colour"],
  ] as const)("refuses the policy %j", (policy, path) => {
    expect(() => customerSatisfaction(policy as TopBoxPolicyInput)).toThrow(path);
  });
});

describe("customerEffort", () => {
  it("counts 5 to 7 as easy", () => {
    const ces = customerEffort();
    const ratings = [4, 5, 7].map((rating) => ({ rating }));
    expect(ces.finish(accumulate(ces, ratings)).satisfied).toBe(2);
  });

  it("can be asked the other way round, from 1 to 5", () => {
    const ces = customerEffort({ scale: [1, 5], topBoxes: 2 });
    expect(ces.finish(accumulate(ces, [{ rating: 4 }])).satisfied).toBe(1);
  });
});

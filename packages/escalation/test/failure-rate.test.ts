import { accumulate } from "@kefu/core";
import { expect, it } from "vitest";
import { failureRate } from "../src/index.ts";

const standard = { productId: "e1", failuresPerTenThousand: 50, fromSold: 1000 };

it.each([
  [999, 999, "too-few"],
  [1000, 5, "within"],
  [1000, 6, "exceeded"],
])("of %i sold %i failed: %s", (sold, failed, outcome) => {
  const rate = failureRate(standard);
  const counts = [
    { productId: "e1", sold },
    { productId: "e1", failed },
    { productId: "other", failed: 100 },
  ];
  expect(rate.finish(accumulate(rate, counts)).outcome).toBe(outcome);
});

it("sums up however it was split", () => {
  const rate = failureRate(standard);
  const [one, other] = [
    { productId: "e1", sold: 600 },
    { productId: "e1", sold: 400, failed: 3 },
  ];
  const merged = rate.merge(accumulate(rate, [one]), accumulate(rate, [other]));
  expect(merged).toEqual(accumulate(rate, [other, one]));
});

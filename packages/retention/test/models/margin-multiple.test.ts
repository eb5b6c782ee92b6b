import { describe, expect, it } from "vitest";
import { marginMultiple } from "../../src/index.ts";

describe("marginMultiple", () => {
  it.each([
    [0.9, 0.12, 0.9 / 0.22],
    [0, 0.1, 0],
    [1, 0.1, 10],
    [1, 1e-12, 1e12],
  ])("of %s kept at %s", (retentionRate, discountRate, expected) => {
    expect(marginMultiple({ retentionRate, discountRate })).toBeCloseTo(expected, 9);
  });
});

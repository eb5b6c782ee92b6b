import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectMergeable } from "../../../../scripts/mergeable.ts";
import {
  chainLadder,
  type PointMovement,
  redemptionTriangle,
  type TrianglePolicyInput,
} from "../../src/index.ts";

const told = (policy: TrianglePolicyInput, movements: readonly PointMovement[]) => {
  const { create, add, finish } = redemptionTriangle(policy);
  return finish(add(create(), movements));
};
const movements: readonly PointMovement[] = [
  { earnedOn: "2025-11-30", points: 100 },
  { earnedOn: "2025-11-30", redeemedOn: "2025-11-30", points: 10 },
  { earnedOn: "2025-11-30", redeemedOn: "2025-12-31", points: 20 },
  { earnedOn: "2025-11-30", redeemedOn: "2026-01-01", points: 30 },
  { earnedOn: "2026-01-31", points: 50 },
];

describe("the triangle of redemptions", () => {
  it("leaves out periods that have not ended", () => {
    expect(told({ asOf: "2026-01-30" }, movements)).toEqual([
      { cohort: "2025-11", earnedPoints: 100, redeemedPoints: [10, 30] },
    ]);
    expect(told({ asOf: "2026-01-31" }, movements)).toEqual([
      { cohort: "2025-11", earnedPoints: 100, redeemedPoints: [10, 30, 60] },
      { cohort: "2026-01", earnedPoints: 50, redeemedPoints: [0] },
    ]);
  });

  it("goes by quarters and years", () => {
    expect(told({ asOf: "2026-03-31", period: "quarter" }, movements)).toEqual([
      { cohort: "2025-10", earnedPoints: 100, redeemedPoints: [30, 60] },
      { cohort: "2026-01", earnedPoints: 50, redeemedPoints: [0] },
    ]);
    expect(told({ asOf: "2026-12-30", period: "year" }, movements)).toEqual([
      { cohort: "2025-01", earnedPoints: 100, redeemedPoints: [30] },
    ]);
  });

  it("is what the chain ladder projects", () => {
    const { cohorts } = chainLadder(told({ asOf: "2026-01-31" }, movements));
    expect(cohorts.map((one) => [one.cohort, one.ultimatePoints, one.breakagePoints])).toEqual([
      ["2025-11", 60, 40],
      ["2026-01", 0, 50],
    ]);
  });

  it("is the same however it is split", () => {
    expectMergeable(
      redemptionTriangle({ asOf: "2026-06-30" }),
      fc.array(fc.constantFrom(...movements)),
    );
  });

  it("refuses redemptions before the earning, and ages beyond all reason", () => {
    const invalid = expect.objectContaining({ code: "invalid-input" });
    const early = { earnedOn: "2026-01-02", redeemedOn: "2026-01-01", points: 1 };
    expect(() => told({ asOf: "2026-01-31" }, [early])).toThrow(invalid);
    expect(() => told({ asOf: "2026-01-31" }, [{ earnedOn: "1926-01-01", points: 1 }])).toThrow(
      invalid,
    );
  });
});

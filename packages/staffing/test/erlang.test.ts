import { describe, expect, it } from "vitest";
import { erlangB, erlangC } from "../src/index.ts";

describe("erlangB", () => {
  // T. S. Rappaport: Wireless Communications, 2nd edition, 2002, table 3.4: capacity of an Erlang B system. Holds to one
  // unit of the last printed digit. Two figures of the row of 40 lines, where the book is further off, are left out.
  const BLOCKED = [0.01, 0.005, 0.002, 0.001];
  it.each([
    [2, ["0.153", "0.105", "0.065", "0.046"]],
    [4, ["0.869", "0.701", "0.535", "0.439"]],
    [5, ["1.36", "1.13", "0.900", "0.762"]],
    [10, ["4.46", "3.96", "3.43", "3.09"]],
    [20, ["12.0", "11.1", "10.1", "9.41"]],
    [24, ["15.3", "14.2", "13.0", "12.2"]],
    [40, ["29.0", "27.3"]],
    [70, ["56.1", "53.7", "51.0", "49.2"]],
    [100, ["84.1", "80.9", "77.4", "75.2"]],
  ])("agrees with the published table for %i lines", (lines, loads) => {
    for (const [i, printed] of loads.entries()) {
      const unit = 10 ** -(printed.split(".")[1] ?? "").length;
      expect(erlangB(Number(printed) - unit, lines)).toBeLessThan(BLOCKED[i] ?? 0);
      expect(erlangB(Number(printed) + unit, lines)).toBeGreaterThan(BLOCKED[i] ?? 1);
    }
  });

  it("agrees with Westbay's worked example: 15 lines that block 1 % carry 8.108 Erlang", () => {
    expect(erlangB(8.1075, 15)).toBeLessThan(0.01);
    expect(erlangB(8.1085, 15)).toBeGreaterThan(0.01);
  });

  // The sum of the definition, in arithmetic of 50 digits.
  it.each([
    [1, 1, 0.5],
    [10, 10, 0.214582],
    [5, 10, 0.0183846],
    [0, 0, 1],
    [0, 3, 0],
    [7, 0, 1],
  ])("of %d Erlang on %i lines is %d", (load, lines, blocked) => {
    expect(erlangB(load, lines)).toBeCloseTo(blocked, 6);
  });

  it("is quick and sound for huge loads", () => {
    const blocked = erlangB(100_000, 100_000);
    // B(n, n) tends to √(2/πn).
    expect(blocked / Math.sqrt(2 / (Math.PI * 100_000))).toBeCloseTo(1, 2);
    expect(erlangB(1e6, 10)).toBeCloseTo(1 - 10 / 1e6, 9);
    expect(erlangB(10, 100_000)).toBe(0);
  });
});

describe("erlangC", () => {
  // M. Tanner: The Erlang-C Formula, www.mitan.co.uk/erlang/elgcmath.htm: 360 calls of 4 minutes in half an hour, 55 agents.
  it("agrees with the published example", () => {
    expect(erlangC(48, 55)).toBeCloseTo(0.239, 3);
  });

  // From Erlang B of the same load, in arithmetic of 50 digits.
  it.each([
    [0.0101, 1, 0.0101],
    [0.153, 2, 0.0108727],
    [5, 10, 0.0361054],
    [12, 20, 0.0241345],
    [84.06, 100, 0.0595457],
  ])("of %d Erlang with %i agents is %d", (load, agents, waits) => {
    expect(erlangC(load, agents)).toBeCloseTo(waits, 6);
  });

  it.each([
    ["just below the number of agents", 54.999_999, 55, 0.999_999],
    ["at the number of agents", 55, 55, 1],
    ["above it", 55.1, 55, 1],
    ["without agents", 1, 0, 1],
    ["without calls", 0, 5, 0],
    ["without either", 0, 0, 0],
  ])("%s", (_, load, agents, waits) => {
    expect(erlangC(load, agents)).toBeCloseTo(waits, 5);
  });

  it.each([
    [-1, 5],
    [Number.NaN, 5],
    [1e6 + 1, 5],
    [5, 1.5],
    [5, -1],
    [5, 1e7 + 1],
    ["5", 5],
  ])("refuses a load of %s with %s agents", (load, agents) => {
    expect(() => erlangC(load as number, agents)).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});

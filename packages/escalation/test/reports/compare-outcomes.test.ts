import { describe, expect, it } from "vitest";
import { compareOutcomes, type TargetOutcomeInput } from "../../src/index.ts";

const spent = { elapsedMilliseconds: 1, workingMilliseconds: 1 };
const clock = (
  ticketId: string,
  verdict: TargetOutcomeInput["verdict"],
  more: Partial<TargetOutcomeInput> = {},
): TargetOutcomeInput => ({ ticketId, target: "answer", verdict, ...spent, ...more });
const many = (from: number, to: number, verdict: TargetOutcomeInput["verdict"]) =>
  Array.from({ length: to - from }, (_, i) => clock(`t${from + i}`, verdict));

describe("compareOutcomes", () => {
  it("sets two policies side by side, clock by clock", () => {
    const before = [clock("a", "met"), clock("b", "breached"), clock("c", "met")];
    const after = [clock("a", "met"), clock("b", "met"), clock("c", "breached")];
    const { before: was, after: would, value, n, changed } = compareOutcomes(before, after);
    expect([was.value, would.value, value, n]).toEqual([2 / 3, 2 / 3, 0, 3]);
    expect(changed).toEqual([
      { ticketId: "b", target: "answer", cycle: 1, before: "breached", after: "met" },
      { ticketId: "c", target: "answer", cycle: 1, before: "met", after: "breached" },
    ]);
  });

  it("keeps targets and cycles apart", () => {
    const before = [clock("a", "met"), clock("a", "met", { cycle: 2 })];
    const after = [clock("a", "met", { target: "repair" }), clock("a", "breached", { cycle: 2 })];
    const { n, changed, excluded } = compareOutcomes(before, after);
    expect(n).toBe(1);
    expect(changed.map(({ cycle }) => cycle)).toEqual([2]);
    expect(excluded).toEqual({ onlyBefore: 1, onlyAfter: 1, undecided: 0 });
  });

  it("leaves out of the rise what is not decided in both, but lists it", () => {
    const { value, n, changed, excluded } = compareOutcomes(
      [clock("a", "running"), clock("b", "met")],
      [clock("a", "breached"), clock("b", "met")],
    );
    expect({ value, n, excluded }).toEqual({
      value: 0,
      n: 1,
      excluded: { onlyBefore: 0, onlyAfter: 0, undecided: 1 },
    });
    expect(changed).toHaveLength(1);
  });

  // Half a pair added to each cell: (b + 0.5, c + 0.5) of n + 2, as Agresti and Min (2005) have it.
  it("gives the rise an interval", () => {
    const [before, after] = [
      [...many(0, 60, "met"), ...many(60, 100, "breached")],
      [
        ...many(0, 55, "met"),
        ...many(55, 60, "breached"),
        ...many(60, 80, "met"),
        ...many(80, 100, "breached"),
      ],
    ];
    const { value, interval } = compareOutcomes(before, after);
    const rise = 15 / 102;
    const half = 1.959964 * Math.sqrt((26 / 102 - rise ** 2) / 102);
    expect(value).toBe(0.15);
    expect(interval?.lower).toBeCloseTo(rise - half, 6);
    expect(interval?.upper).toBeCloseTo(rise + half, 6);
  });

  it("says nothing of nothing", () => {
    expect(compareOutcomes([], [])).toMatchObject({ value: null, interval: null, n: 0 });
  });
});

import { accumulate } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TargetOutcomeInput, timeReport } from "../../src/index.ts";
import { bucketOf, middleOf } from "../../src/reports/time-sketch.ts";

const clock = (milliseconds: number, more: Partial<TargetOutcomeInput> = {}) => ({
  ticketId: "t1",
  target: "answer",
  verdict: "met" as const,
  elapsedMilliseconds: milliseconds,
  workingMilliseconds: milliseconds,
  endedAt: 0,
  ...more,
});
const of = (times: readonly number[], percentiles: readonly number[] = [0.5]) => {
  const report = timeReport({ percentiles });
  return report.finish(
    accumulate(
      report,
      times.map((time) => clock(time)),
    ),
  );
};

describe("timeReport", () => {
  it.each([
    ["nothing", [], null],
    ["one time", [100], 100],
    ["an even number", [10, 20, 30, 40], 20],
    ["an odd number", [10, 20, 30], 20],
    ["ties", [7, 7, 7, 100], 7],
    ["zero", [0], 0],
  ])("has the nearest-rank median of %s", (_, times, median) => {
    expect(of(times).percentiles[0]?.milliseconds ?? null).toBe(median);
  });

  it.each([
    [0.01, 1],
    [0.07, 7],
    [0.071, 8],
    [0.5, 50],
    [0.99, 99],
    [0.999, 100],
  ])("has the percentile %d of 1 to 100 at %i", (share, milliseconds) => {
    const times = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(of(times, [share]).percentiles[0]?.milliseconds).toBe(milliseconds);
  });

  it("has an exact mean and its interval", () => {
    // Standard deviation of 2, 4, 4, 4, 5, 5, 7, 9 as a sample: √(32/7); mean 5.
    const { value, interval } = of([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(value).toBe(5);
    const half = 1.96 * Math.sqrt(32 / 7 / 8);
    expect(interval?.lower).toBeCloseTo(5 - half, 3);
    expect(interval?.upper).toBeCloseTo(5 + half, 3);
    expect(of([5]).interval).toBeNull();
  });

  it("gives a percentile an interval of ranks, and none where there are too few times", () => {
    const times = Array.from({ length: 100 }, (_, i) => i + 1);
    // 50 ± 1.96 · √(100 · 0.5 · 0.5) = 40.2 to 59.8: the 40th to the 61st.
    expect(of(times).percentiles[0]?.interval).toEqual({ lower: 40, upper: 61 });
    expect(of([1, 2, 3]).percentiles[0]?.interval).toBeNull();
    expect(of(times, [0.99]).percentiles[0]?.interval).toBeNull();
  });

  it("counts clocks that were fulfilled, late or not", () => {
    const report = timeReport();
    const rows: TargetOutcomeInput[] = [
      { ...clock(5), verdict: "breached" },
      {
        ticketId: "t2",
        target: "answer",
        verdict: "breached",
        elapsedMilliseconds: 9,
        workingMilliseconds: 9,
      },
      { ...clock(5), verdict: "running" },
      { ...clock(5), verdict: "cancelled" },
      { ...clock(5), verdict: "breached", ending: "cancelled" },
      clock(15),
    ];
    const { value, n, excluded } = report.finish(accumulate(report, rows));
    expect({ value, n, excluded }).toEqual({
      value: 10,
      n: 2,
      excluded: { running: 2, cancelled: 2 },
    });
  });

  it("tells working time from time on the wall", () => {
    const row = clock(5, { elapsedMilliseconds: 50 });
    const [working, elapsed] = (["working", "elapsed"] as const).map((which) => {
      const report = timeReport({ clock: which });
      return report.finish(accumulate(report, [row]));
    });
    expect([working?.value, elapsed?.value]).toEqual([5, 50]);
    expect(elapsed?.definition).toEqual({ code: "elapsed-time", facts: { n: 1 } });
  });

  it.each([0, 1, -0.5, Number.NaN, 2])("refuses the percentile %d", (share) => {
    expect(() => timeReport({ percentiles: [share] })).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});

describe("buckets", () => {
  it.each([
    [0, 0],
    [127, 127],
    [128, 128],
    [129, 128],
    [130, 129],
    [255, 191],
    [256, 192],
    [2 ** 32 - 1, 1727],
    [2 ** 32, 1728],
    [Number.MAX_SAFE_INTEGER, 3071],
  ])("%i ms falls into bucket %i", (milliseconds, bucket) => {
    expect(bucketOf(milliseconds)).toBe(bucket);
  });

  it("the middle of a bucket is within 1/128 of every time in it, and time never falls back a bucket", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (time) => {
        const middle = middleOf(bucketOf(time));
        expect(Math.abs(middle - time)).toBeLessThanOrEqual(time / 128);
        expect(bucketOf(Math.floor(middle))).toBe(bucketOf(time));
        expect(bucketOf(Math.min(time + 1, Number.MAX_SAFE_INTEGER))).toBeGreaterThanOrEqual(
          bucketOf(time),
        );
      }),
    );
  });
});

it("percentiles are within 1/128 of the sorted list's", () => {
  const times = fc.array(fc.nat(), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(times, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (drawn, share) => {
      const sorted = [...drawn].sort((a, b) => a - b);
      const exact = sorted[Math.ceil(share * drawn.length - 1e-9) - 1] ?? 0;
      const found = of(drawn, [share]).percentiles[0]?.milliseconds ?? Number.NaN;
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact / 128);
    }),
  );
});

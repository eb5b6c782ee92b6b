import stdlibBetaShare from "@stdlib/math-base-special-betainc";
import stdlibChiSquareBelow from "@stdlib/stats-base-dists-chisquare-cdf";
import stdlibNormalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import cephes, { compiled } from "cephes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaShareBelow } from "../../src/numerics/beta-share.ts";
import { chiSquareAbove } from "../../src/numerics/chi-square.ts";
import { deviationsFor } from "../../src/numerics/normal.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const shape = fc.double({ min: -4, max: 6, noNaN: true }).map((exponent) => Math.exp(exponent));

// It starts by itself, and later than the tests on a busy machine.
await compiled;

describe("shares and quantiles", () => {
  it("gives the beta distribution like two other libraries", () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        expect(betaShareBelow(x, a, b)).toBeCloseTo(stdlibBetaShare(x, a, b), 10);
        expect(betaShareBelow(x, a, b)).toBeCloseTo(cephes.incbet(a, b, x), 10);
      }),
    );
    expect([0, 1].map((x) => betaShareBelow(x, 2, 3))).toEqual([0, 1]);
    expect(betaShareBelow(0.5, 1, 1)).toBeCloseTo(0.5, 14);
  });

  it("gives the chi-square distribution like two other libraries", () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 40 }), (statistic, degrees) => {
        const above = chiSquareAbove(statistic, degrees);
        expect(above).toBeCloseTo(1 - stdlibChiSquareBelow(statistic, degrees), 11);
        expect(above).toBeCloseTo(cephes.chdtrc(degrees, statistic), 11);
      }),
    );
    expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 14);
    expect(chiSquareAbove(0, 3)).toBe(1);
  });

  it("gives the deviations of the normal distribution", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999999, noNaN: true }), (level) => {
        const expected = stdlibNormalQuantile((1 + level) / 2, 0, 1);
        expect(Math.abs(deviationsFor(level) / expected - 1)).toBeLessThan(1e-10);
      }),
    );
    expect(deviationsFor(0.95)).toBeCloseTo(1.959963984540054, 13);
  });
});

import stdlibDigamma from "@stdlib/math-base-special-digamma";
import stdlibLogGamma from "@stdlib/math-base-special-gammaln";
import stdlibTrigamma from "@stdlib/math-base-special-trigamma";
import cephes, { compiled } from "cephes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digamma, logBeta, logGamma, trigamma } from "../../src/numerics/gamma-functions.ts";

const positive = fc
  .double({ min: -20, max: 20, noNaN: true })
  .map((exponent) => Math.exp(exponent));

/** Near a zero of the function the absolute error counts. */
function expectClose(actual: number, expected: number, within = 1e-14): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(within * Math.max(1, Math.abs(expected)));
}

// It starts by itself, and later than the tests on a busy machine.
await compiled;

describe("the family of the gamma function", () => {
  it("knows exact values", () => {
    expectClose(logGamma(1), 0);
    expectClose(logGamma(2), 0);
    expectClose(logGamma(0.5), Math.log(Math.PI) / 2);
    expectClose(logGamma(11), Math.log(3_628_800));
    expectClose(digamma(1), -0.5772156649015329);
    expectClose(trigamma(1), Math.PI ** 2 / 6);
    expectClose(trigamma(0.5), Math.PI ** 2 / 2);
    expectClose(logBeta(2, 3), -Math.log(12));
  });

  it("agrees with two other libraries from 2e-9 to 5e8", () => {
    fc.assert(
      fc.property(positive, (x) => {
        expectClose(logGamma(x), stdlibLogGamma(x));
        expectClose(logGamma(x), cephes.lgam(x));
        expectClose(digamma(x), stdlibDigamma(x));
        expectClose(digamma(x), cephes.psi(x));
        expectClose(trigamma(x), stdlibTrigamma(x), 1e-14);
      }),
      { numRuns: 2000 },
    );
  });
});

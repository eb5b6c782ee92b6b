import fc from "fast-check";
import { expect, it } from "vitest";
import { processOf } from "../../src/models/purchase-process.ts";
import { logBetaMean } from "../../src/numerics/log-integral.ts";

const between = (low: number, high: number) =>
  fc
    .double({ min: Math.log(low), max: Math.log(high), noNaN: true })
    .map((exponent) => Math.exp(exponent));

it("the series of BG/NBD is the integral over all chances to leave, to eleven digits", () => {
  fc.assert(
    fc.property(
      fc.record({
        r: between(0.02, 20),
        alpha: between(0.1, 100),
        a: fc.oneof(between(0.01, 30), fc.constant(1)),
        b: between(0.05, 200),
      }),
      fc.integer({ min: 0, max: 300 }),
      between(0.5, 300),
      between(0.05, 500),
      (parameters, x, age, horizon) => {
        const { r, alpha, a, b } = parameters;
        const time = horizon / (alpha + age);
        // E[{1 − (1 + p t)^−(r + x)} / p], p being beta distributed after x chances to leave that were not taken.
        const logBought = (p: number) =>
          p < 1e-300
            ? Math.log((r + x) * time)
            : Math.log(-Math.expm1(-(r + x) * Math.log1p(p * time)) / p);
        const expected = Math.exp(logBetaMean(a, b + x, logBought));
        const process = processOf({ model: "bg-nbd", unitDays: 7, parameters });
        expect(Math.abs(process.expected(x, age, horizon) / expected - 1)).toBeLessThan(1e-11);
      },
    ),
    { numRuns: 400 },
  );
});

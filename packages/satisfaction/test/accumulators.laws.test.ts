import { type Accumulator, accumulate } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  customerSatisfaction,
  KanoFeeling,
  kanoStudy,
  netPromoterScore,
  satisfactionAntecedents,
  satisfactionIndex,
  scaleReliability,
  serviceQuality,
} from "../src/index.ts";

/** However answers are ordered, split and stored, the sum is the same to the last bit. */
function expectMergeable<Input, Sum, Result>(
  accumulator: Accumulator<Input, Sum, Result>,
  input: fc.Arbitrary<Input>,
): void {
  const bits = (sum: Sum) => JSON.stringify(accumulator.finish(sum));
  const { create, merge } = accumulator;
  const list = fc.array(input, { maxLength: 12 });
  fc.assert(
    fc.property(list, list, list, (first, second, third) => {
      const whole = accumulate(accumulator, [...first, ...second, ...third]);
      const [a, b, c] = [first, second, third].map(
        (part): Sum => JSON.parse(JSON.stringify(accumulate(accumulator, part))),
      ) as [Sum, Sum, Sum];
      expect(bits(merge(merge(a, b), c))).toBe(bits(whole));
      expect(bits(merge(a, merge(b, c)))).toBe(bits(whole));
      expect(bits(merge(c, merge(b, a)))).toBe(bits(whole));
      expect(bits(merge(create(), merge(a, create())))).toBe(bits(a));
    }),
    { numRuns: 60 },
  );
}

const rating = (lowest: number, highest: number) =>
  fc.oneof(
    fc.record({ rating: fc.integer({ min: lowest, max: highest }) }),
    fc.record({ excluded: fc.constantFrom("skipped" as const, "dismissed" as const) }),
  );
const maybe = (lowest: number, highest: number) =>
  fc.option(fc.integer({ min: lowest, max: highest }), { freq: 9 });
const feeling = fc.constantFrom(...KanoFeeling.options);
const pair = fc.record({
  expected: fc.integer({ min: 1, max: 7 }),
  perceived: fc.integer({ min: 1, max: 7 }),
});

it("net promoter score", () => expectMergeable(netPromoterScore(), rating(0, 10)));
it("customer satisfaction", () => expectMergeable(customerSatisfaction(), rating(1, 5)));
it("Kano study", () =>
  expectMergeable(kanoStudy, fc.record({ functional: feeling, dysfunctional: feeling })));
it("reliability", () =>
  expectMergeable(scaleReliability({ items: 3 }), fc.tuple(maybe(1, 5), maybe(1, 5), maybe(1, 5))));
it("satisfaction index", () =>
  expectMergeable(satisfactionIndex(), fc.tuple(maybe(1, 10), maybe(1, 10), maybe(1, 10))));
it("service quality", () =>
  expectMergeable(
    serviceQuality({ dimensions: { a: ["x", "y", "z"], b: ["w"] } }),
    fc.record({ x: pair, y: pair, z: pair, w: pair }, { requiredKeys: [] }),
  ));
it("antecedents", () =>
  expectMergeable(
    satisfactionAntecedents(),
    fc.record({
      expectation: maybe(1, 7),
      performance: maybe(1, 7),
      affect: maybe(1, 7),
      equity: maybe(1, 7),
      satisfaction: maybe(1, 7),
    }),
  ));

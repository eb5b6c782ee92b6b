// The law that makes a statistic fit for many machines.
import fc from "fast-check";
import { expect } from "vitest";
import { type Accumulator, accumulate } from "../packages/core/src/index.ts";

/** However inputs are ordered, split and stored, the sum is the same to the last bit. */
export function expectMergeable<Input, Sum, Result>(
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

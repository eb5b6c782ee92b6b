import { type Accumulator, accumulate, InvalidInputError } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

interface Sum {
  readonly count: number;
  readonly total: number;
}

const mean: Accumulator<number, Sum, number | undefined> = {
  create: () => ({ count: 0, total: 0 }),
  add: ({ count, total }, input) => ({ count: count + 1, total: total + input }),
  merge: (one, other) => ({ count: one.count + other.count, total: one.total + other.total }),
  finish: ({ count, total }) => (count === 0 ? undefined : total / count),
};

describe("accumulate", () => {
  it("adds one input after the other", () => {
    expect(accumulate(mean, [1, 2, 6])).toEqual({ count: 3, total: 9 });
    expect(accumulate(mean, [])).toEqual({ count: 0, total: 0 });
  });

  it("does not depend on how the inputs are split", () => {
    const inputs = fc.array(fc.integer({ min: -1e6, max: 1e6 }));
    fc.assert(
      fc.property(inputs, inputs, (left, right) => {
        const merged = mean.merge(accumulate(mean, left), accumulate(mean, right));
        expect(mean.finish(merged)).toBe(mean.finish(accumulate(mean, [...right, ...left])));
      }),
    );
  });

  it.each([
    [null, [], "accumulator: must have create, add"],
    [{ create: (): number => 0 }, [], "accumulator: must have create, add"],
    [{ add: (): number => 0 }, [], "accumulator: must have create, add"],
    [mean, "123", "inputs: must be a list"],
    [mean, null, "inputs: must be a list"],
  ])("refuses %o, %o", (accumulator, inputs, message) => {
    const run = () => accumulate(accumulator as never, inputs as never);
    expect(run).toThrow(InvalidInputError);
    expect(run).toThrow(message);
  });
});

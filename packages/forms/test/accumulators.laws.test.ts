import { type Accumulator, accumulate } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  compileForm,
  type FormInput,
  formReport,
  quotaCounter,
  responseSet,
  startForm,
  stepForm,
  submitForm,
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

const maybe = (lowest: number, highest: number) =>
  fc.option(fc.integer({ min: lowest, max: highest }), { freq: 9 });

const definition: FormInput = {
  id: "f",
  questions: [
    { id: "a", type: "rating", kind: "nps" },
    { id: "b", type: "number", visibleIf: { field: "a", op: "lt", value: 7 } },
    { id: "c", type: "multi", options: [{ id: "x" }, { id: "y" }] },
  ],
  quotas: [{ id: "q", limit: 3, if: { field: "c", op: "contains", value: "x" } }],
};
const form = compileForm(definition);
const response = fc
  .tuple(
    fc.constantFrom("k1", "k2", "k3", "k4"),
    fc.record({
      a: maybe(0, 10),
      b: fc.option(fc.double({ noNaN: true, min: -9, max: 9 })),
      c: fc.subarray(["x", "y"]),
    }),
  )
  .map(([key, answers]) => {
    const handedIn = submitForm(form, stepForm(form, startForm(form), answers).state, key);
    if (handedIn.outcome === "refused") throw new Error("nothing is required");
    return handedIn.response;
  });

it("quota counter", () => expectMergeable(quotaCounter(form), response));
it("response set", () => expectMergeable(responseSet, response));
it("form report", () => expectMergeable(formReport(definition), response));

import fc from "fast-check";
import { it } from "vitest";
import { expectMergeable } from "../../../scripts/mergeable.ts";
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

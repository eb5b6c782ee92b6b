import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as forms from "../src/index.ts";

const form = {
  id: "f",
  questions: [
    { id: "a", type: "rating", kind: "nps", required: true },
    { id: "b", type: "text", visibleIf: { field: "a", op: "lt", value: 7 } },
    { id: "c", type: "single", options: [{ id: "x", points: 1 }], next: [{ goTo: null }] },
  ],
  calculated: [{ id: "sum", how: "sum", of: ["a", "c"] }],
  quotas: [{ id: "q", limit: 1, if: { field: "c", op: "eq", value: "x" } }],
} as const;
const compiled = forms.compileForm(form);
const state = forms.stepForm(compiled, forms.startForm(compiled), { a: 3 }).state;
const response = forms.partialResponse(compiled, state, "k");

describeFuzz(forms, {
  words: [compiled, state, response, "k"],
  arguments: {
    lintForm: fc.constant([form]),
    compileForm: fc.constant([form]),
    exportSurveyJs: fc.constant([form]),
    startForm: fc.constant([compiled, {}]),
    stepForm: fc.constant([compiled, state, { b: "late", c: "x" }]),
    resumeForm: fc.constant([compiled, { ...state, formVersion: 2 }]),
    submitForm: fc.constant([compiled, state, "k"]),
    partialResponse: fc.constant([compiled, state, "k"]),
    checkQuotas: fc.constant([compiled, { q: 1 }, response]),
    formReport: fc.constant([form]),
    quotaCounter: fc.constant([compiled]),
  },
});

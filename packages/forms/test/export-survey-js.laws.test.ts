import type { Condition } from "@kefu/core";
import fc from "fast-check";
import { Model } from "survey-core";
import { expect, it } from "vitest";
import { compileForm, exportSurveyJs, type FormInput, startForm, stepForm } from "../src/index.ts";

const choice = fc.constantFrom("red", "green");
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constant("colour"),
    op: fc.constantFrom("eq" as const, "ne" as const),
    value: choice,
  }),
  fc.record({
    field: fc.constant("size"),
    op: fc.constantFrom("gt" as const, "lte" as const),
    value: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    field: fc.constant("colour"),
    op: fc.constant("in" as const),
    value: fc.array(choice, { minLength: 1 }),
  }),
  fc.record({
    field: fc.constantFrom("size", "tags"),
    op: fc.constantFrom("present" as const, "absent" as const),
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ none: fc.array(tie("condition"), { maxLength: 2 }) }),
    fc.record({ not: tie("condition") }),
  ),
}));

const answers = fc.record(
  {
    colour: choice,
    size: fc.integer({ min: 0, max: 3 }),
    tags: fc.constantFrom(["a"], ["a", "b"]),
  },
  { requiredKeys: ["size"] },
);

it("asks in SurveyJS what is asked here", () => {
  fc.assert(
    fc.property(condition, answers, (visibleIf, given) => {
      const form: FormInput = {
        id: "f",
        questions: [
          { id: "colour", type: "single", options: [{ id: "red" }, { id: "green" }] },
          { id: "size", type: "number" },
          { id: "tags", type: "multi", options: [{ id: "a" }, { id: "b" }] },
          { id: "why", type: "text", visibleIf },
        ],
      };
      const survey = new Model(exportSurveyJs(form));
      survey.data = given;
      const compiled = compileForm(form);
      const { visible } = stepForm(compiled, startForm(compiled), given);
      const shown = survey.getAllQuestions(true).map(({ name }) => name);
      expect(shown).toEqual(visible);
    }),
    { numRuns: 300 },
  );
});

it("knows all kinds of question", () => {
  const options = [{ id: "x", label: { en: "X", "zh-Hans": "甲", "zh-Hant": "甲" } }];
  const types = [
    { type: "text" },
    { type: "text", format: "email" },
    { type: "number", min: 1 },
    { type: "date", max: "2026-01-01" },
    { type: "single", options },
    { type: "multi", options },
    { type: "ranking", options },
    { type: "rating", kind: "nps" },
    { type: "matrix", rows: options, columns: options },
    { type: "consent", required: true },
    { type: "contact", requiredFields: ["email"] },
  ];
  const questions = types.map((question, at) => ({
    id: `q${at}`,
    title: { en: "Why?" },
    ...question,
  }));
  const survey = new Model(exportSurveyJs({ id: "f", questions } as FormInput));
  expect(survey.jsonErrors ?? []).toEqual([]);
  expect(survey.getAllQuestions().map((question) => question.getType())).toEqual([
    "comment",
    "text",
    "text",
    "text",
    "radiogroup",
    "checkbox",
    "ranking",
    "rating",
    "matrix",
    "boolean",
    "multipletext",
  ]);
});

it("refuses what has no expression", () => {
  const form = (visibleIf: Condition): FormInput => ({
    id: "f",
    questions: [
      { id: "a", type: "text" },
      { id: "b", type: "text", visibleIf },
    ],
  });
  expect(() => exportSurveyJs(form({ field: "a", op: "matches", value: "x" }))).toThrow(
    "questions.1.visibleIf",
  );
  expect(() => exportSurveyJs(form({ field: "a", op: "eq", value: "it's" }))).toThrow(
    "questions.1.visibleIf",
  );
});

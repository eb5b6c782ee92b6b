import { instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  compileForm,
  type FormInput,
  partialResponse,
  resumeForm,
  startForm,
  stepForm,
  submitForm,
} from "../src/index.ts";

const visit: FormInput = {
  id: "visit",
  hidden: ["tier"],
  questions: [
    { id: "rating", type: "rating", kind: "csat", required: true },
    {
      id: "why",
      type: "text",
      visibleIf: { field: "rating", op: "lte", value: 3 },
      requiredIf: { field: "tier", op: "eq", value: "gold" },
    },
    {
      id: "more",
      type: "single",
      options: [{ id: "yes" }, { id: "no" }],
      next: [{ if: { field: "more", op: "eq", value: "no" }, goTo: null }],
    },
    { id: "what", type: "text", visibleIf: { field: "why", op: "absent" } },
  ],
};
const form = compileForm(visit);

describe("stepForm", () => {
  it("asks what the answers lead to", () => {
    const step = stepForm(form, startForm(form), { rating: 5 });
    expect(step).toMatchObject({
      visible: ["rating", "more", "what"],
      required: ["rating"],
      next: "more",
      answered: 1,
      errors: [],
    });
    expect(stepForm(form, step.state, { more: "no" })).toMatchObject({
      visible: ["rating", "more"],
      next: null,
    });
  });

  it("hides an answer from conditions while its question is not asked, and keeps it in the draft", () => {
    const low = stepForm(form, startForm(form), { rating: 2, why: "late" });
    expect(low.visible).toEqual(["rating", "why", "more"]);
    const high = stepForm(form, low.state, { rating: 5 });
    expect(high.visible).toEqual(["rating", "more", "what"]);
    expect(high.state.answers["why"]).toBe("late");
    expect(stepForm(form, high.state, { rating: 1 }).visible).toEqual(["rating", "why", "more"]);
  });

  it("does not take a wrong answer, and takes back a blank one", () => {
    const { state } = stepForm(form, startForm(form), { rating: 4, more: "yes" });
    const wrong = stepForm(form, state, { rating: 6, more: null });
    expect(wrong.errors).toEqual([
      { questionId: "rating", because: { code: "off-scale", facts: { min: 1, max: 5 } } },
    ]);
    expect(wrong.state.answers).toEqual({ rating: 4 });
  });

  it("is plain JSON in between, and changes nothing that it is given", () => {
    const begun = startForm(form, { tier: "gold" });
    const stored = JSON.parse(JSON.stringify(begun));
    const { state, required } = stepForm(form, stored, { rating: 1 });
    expect(stored).toEqual(begun);
    expect(required).toEqual(["rating", "why"]);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it("refuses unknown questions, fields, and the state of another version", () => {
    expect(() => stepForm(form, startForm(form), { colour: "red" })).toThrow("colour");
    expect(() => startForm(form, { colour: "red" })).toThrow("colour");
    const other = compileForm({ ...visit, version: 2 });
    expect(() => stepForm(other, startForm(form), {})).toThrow("version 1");
    expect(() => stepForm({} as never, startForm(form), {})).toThrow("must come from compileForm");
  });

  it("asks conditions about the moment", () => {
    const dated = compileForm({
      id: "f",
      hidden: ["bought"],
      questions: [
        {
          id: "fit",
          type: "text",
          visibleIf: { field: "bought", op: "olderThan", value: { days: 3 } },
        },
        { id: "any", type: "text" },
      ],
    });
    const state = startForm(dated, { bought: "2026-11-20T00:00:00Z" });
    const visibleAt = (at: string) => stepForm(dated, state, {}, { at: instant(at) }).visible;
    expect(visibleAt("2026-11-23T00:00:00Z")).toEqual(["any"]);
    expect(visibleAt("2026-11-23T00:00:00.001Z")).toEqual(["fit", "any"]);
    expect(() => stepForm(dated, state, {})).toThrow("present moment");
  });
});

describe("submitForm", () => {
  it("keeps what was asked, and nothing else", () => {
    const low = stepForm(form, startForm(form), { rating: 2, why: "late", what: "x" }).state;
    const { state } = stepForm(form, low, { rating: 5, more: "no" });
    expect(submitForm(form, state, "k")).toMatchObject({
      outcome: "submitted",
      response: { answers: { rating: 5, more: "no" }, asked: ["rating", "more"], complete: true },
    });
  });

  it("names what is missing, only on the respondent's own way", () => {
    const gold = startForm(form, { tier: "gold" });
    expect(submitForm(form, gold, "k")).toEqual({
      outcome: "refused",
      errors: [{ questionId: "rating", because: { code: "required", facts: {} } }],
    });
    const low = stepForm(form, gold, { rating: 3 }).state;
    expect(submitForm(form, low, "k")).toMatchObject({ errors: [{ questionId: "why" }] });
    expect(submitForm(form, stepForm(form, gold, { rating: 4 }).state, "k").outcome).toBe(
      "submitted",
    );
  });

  it("reads stored answers again", () => {
    const forged = { ...startForm(form), answers: { rating: 99 } };
    expect(submitForm(form, forged, "k")).toMatchObject({
      outcome: "refused",
      errors: [{ because: { code: "off-scale" } }],
    });
  });

  it("tells how long it took, and what a form holds that is not finished", () => {
    const at = (time: string) => ({ at: instant(`2026-11-24T${time}Z`) });
    const { state } = stepForm(form, startForm(form), { more: "no" }, at("09:00:00"));
    const later = stepForm(form, state, { rating: 5 }, at("09:01:00")).state;
    expect(submitForm(form, later, "k", at("09:02:30"))).toMatchObject({
      response: { milliseconds: 150_000 },
    });
    expect(partialResponse(form, state, "k")).toMatchObject({
      complete: false,
      milliseconds: null,
    });
  });
});

describe("calculated values", () => {
  const options = [{ id: "a", points: 3 }, { id: "b", points: -1 }, { id: "c" }];
  const of = ["one", "two", "three"];
  const scored = compileForm({
    id: "f",
    questions: [
      { id: "one", type: "single", options },
      { id: "two", type: "multi", options },
      { id: "three", type: "number" },
      { id: "end", type: "text", visibleIf: { field: "sum", op: "gte", value: 5 } },
    ],
    calculated: [
      { id: "sum", how: "sum", of },
      { id: "mean", how: "mean", of, minAnsweredShare: 1 },
      { id: "least", how: "min", of },
      { id: "most", how: "max", of },
      { id: "count", how: "count", of },
    ],
  });
  const after = (answers: object) => stepForm(scored, startForm(scored), { ...answers });

  it("add up points and numbers", () => {
    const { calculated, visible } = after({ one: "a", two: ["a", "b"], three: "1,5" });
    expect(calculated).toEqual({ sum: 6.5, mean: 6.5 / 3, least: 1.5, most: 3, count: 3 });
    expect(visible).toContain("end");
  });

  it("are absent while too little is answered, and options without points count nothing", () => {
    expect(after({ one: "c" }).calculated).toEqual({ count: 1 });
    expect(after({ one: "a" }).calculated).toEqual({ sum: 3, least: 3, most: 3, count: 1 });
    expect(after({}).calculated).toEqual({ count: 0 });
  });
});

describe("resumeForm", () => {
  it("keeps the answers that still hold when the form has changed", () => {
    const { state } = stepForm(form, startForm(form, { tier: "gold" }), { rating: 5, more: "no" });
    const [rating] = visit.questions;
    const next = compileForm({
      id: "visit",
      version: 2,
      questions: [{ ...rating, scale: [1, 4] } as never, visit.questions[2] as never],
    });
    expect(resumeForm(next, state)).toMatchObject({
      outcome: "migrated",
      dropped: ["rating"],
      step: { state: { formVersion: 2, answers: { more: "no" }, hidden: {} }, next: "rating" },
    });
  });

  it("refuses the state of another form", () => {
    const other = compileForm({ ...visit, id: "other" });
    expect(() => resumeForm(other, startForm(form))).toThrow("formId");
  });
});

import { accumulate } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  compileForm,
  type FormResponse,
  formReport,
  startForm,
  stepForm,
  submitForm,
} from "../src/index.ts";

const options = [{ id: "x" }, { id: "y" }];

function reportOf(question: object, answers: readonly unknown[]) {
  const definition = { id: "f", questions: [{ id: "q", ...question }] } as never;
  const form = compileForm(definition);
  const responses = answers.flatMap((answer, at): FormResponse[] => {
    const handedIn = submitForm(
      form,
      stepForm(form, startForm(form), { q: answer }).state,
      `k${at}`,
    );
    return handedIn.outcome === "submitted" ? [handedIn.response] : [];
  });
  const report = formReport(definition);
  return report.finish(accumulate(report, responses))[0];
}

describe("formReport", () => {
  it("counts ratings so that they can be scored, those who did not answer beside them", () => {
    expect(reportOf({ type: "rating", kind: "nps" }, [10, 9, 0, 9, null])).toMatchObject({
      asked: 5,
      answered: 4,
      numbers: { mean: 7, min: 0, max: 10 },
      ratings: { ratings: { 0: 1, 9: 2, 10: 1 }, excluded: { skipped: 1 } },
    });
  });

  it("counts choices among those who answered", () => {
    const report = reportOf({ type: "multi", options }, [["x"], ["x", "y"], null]);
    expect(report).toMatchObject({ asked: 3, answered: 2 });
    expect(report?.options.map(({ option, count, share }) => [option, count, share])).toEqual([
      ["x", 2, 1],
      ["y", 1, 0.5],
    ]);
  });

  it("counts first places, cells and ticks", () => {
    const counts = (question: object, answers: unknown[]) =>
      reportOf(question, answers)?.options.map(({ option, count }) => [option, count]);
    expect(
      counts({ type: "ranking", options }, [
        ["y", "x"],
        ["y", "x"],
      ]),
    ).toEqual([
      ["x", 0],
      ["y", 2],
    ]);
    expect(counts({ type: "matrix", rows: [{ id: "r" }], columns: options }, [{ r: "y" }])).toEqual(
      [
        ["r x", 0],
        ["r y", 1],
      ],
    );
    expect(counts({ type: "consent" }, [true, false])).toEqual([["true", 1]]);
  });

  it("means numbers, and has no figure without answers", () => {
    expect(reportOf({ type: "number" }, [0.1, 0.2, "0,3"])?.numbers?.mean).toBeCloseTo(0.2, 12);
    expect(reportOf({ type: "number" }, [])).toEqual({
      questionId: "q",
      asked: 0,
      answered: 0,
      options: [],
      numbers: null,
      ratings: null,
    });
    expect(reportOf({ type: "text" }, ["a"])).toMatchObject({
      answered: 1,
      options: [],
      numbers: null,
    });
  });
});

import { accumulate } from "@kefu/core";
import { compileForm, type FormResponse, startForm, stepForm, submitForm } from "@kefu/forms";
import { describe, expect, it } from "vitest";
import { formScore } from "../src/index.ts";

const options = [{ id: "x" }, { id: "y" }];

function scoreOf(question: object, answers: readonly unknown[]) {
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
  const score = formScore(definition);
  return score.finish(accumulate(score, responses))[0];
}

describe("formScore", () => {
  it("scores recommendation, satisfaction and effort as their instruments do", () => {
    expect(scoreOf({ type: "rating", kind: "nps" }, [10, 9, 0, 7])?.nps).toMatchObject({
      value: 25,
      n: 4,
    });
    expect(scoreOf({ type: "rating", kind: "csat" }, [5, 3])?.topBox).toMatchObject({ value: 0.5 });
    expect(scoreOf({ type: "rating", kind: "ces" }, [5, 4])?.topBox).toMatchObject({ value: 0.5 });
    expect(scoreOf({ type: "rating" }, [5, 4])).toMatchObject({
      mean: { value: 4.5 },
      nps: null,
      topBox: null,
    });
  });

  it("counts choices among those who answered", () => {
    const score = scoreOf({ type: "multi", options }, [["x"], ["x", "y"], null]);
    expect(score).toMatchObject({ asked: 3, answered: 2 });
    expect(score?.options.map(({ option, count, share }) => [option, count, share])).toEqual([
      ["x", 2, 1],
      ["y", 1, 0.5],
    ]);
  });

  it("counts first places, cells and ticks", () => {
    const counts = (question: object, answers: unknown[]) =>
      scoreOf(question, answers)?.options.map(({ option, count }) => [option, count]);
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
    expect(scoreOf({ type: "number" }, [0.1, 0.2, "0,3"])?.mean?.value).toBeCloseTo(0.2, 12);
    expect(scoreOf({ type: "number" }, [])).toEqual({
      questionId: "q",
      asked: 0,
      answered: 0,
      options: [],
      mean: { value: null, interval: null, standardDeviation: null },
      nps: null,
      topBox: null,
    });
    expect(scoreOf({ type: "text" }, ["a"])).toMatchObject({
      answered: 1,
      options: [],
      mean: null,
    });
  });
});

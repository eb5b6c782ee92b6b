import { describe, expect, it } from "vitest";
import { compileForm, type FormInput, lintForm } from "../src/index.ts";

const text = (id: string, more: object = {}) => ({ id, type: "text", ...more });
const form = (questions: readonly object[], more: object = {}) =>
  ({ id: "f", questions, ...more }) as FormInput;
const eq = (field: string) => ({ field, op: "eq", value: "x" });
const to = (goTo: string | null, condition?: object) => ({
  goTo,
  ...(condition === undefined ? {} : { if: condition }),
});

describe("lintForm", () => {
  it.each([
    ["a name that is taken", [text("a"), text("a")], [["duplicate-id", ["a"], "a"]]],
    ["an unknown name", [text("a", { visibleIf: eq("z.x") })], [["unknown-question", ["a"], "z"]]],
    [
      "a look at what comes later",
      [text("a", { requiredIf: eq("b") }), text("b")],
      [["forward-reference", ["a"], "b"]],
    ],
    [
      "a look at itself, before it is answered",
      [text("a", { visibleIf: eq("a") })],
      [["forward-reference", ["a"], "a"]],
    ],
    [
      "a jump that looks at itself, which is answered by then",
      [text("a", { next: [to(null, eq("a"))] })],
      [],
    ],
    [
      "a jump to nowhere",
      [text("a", { next: [to("z", eq("a"))] })],
      [["unknown-question", ["a"], "z"]],
    ],
    [
      "a jump back",
      [text("a"), text("b"), text("c", { next: [to("b", eq("c"))] }), text("d")],
      [["cycle", ["b", "c"], undefined]],
    ],
    ["a jump to itself", [text("a", { next: [to("a")] })], [["cycle", ["a"], undefined]]],
    [
      "what is always jumped over",
      [text("a", { next: [to("c")] }), text("b"), text("c")],
      [["unreachable", ["b"], undefined]],
    ],
    [
      "what is jumped over only when the jumping question is asked",
      [text("x"), text("a", { visibleIf: eq("x"), next: [to("c")] }), text("b"), text("c")],
      [],
    ],
    [
      "what follows the end",
      [text("a", { next: [to(null)] }), text("b")],
      [["unreachable", ["b"], undefined]],
    ],
    [
      "an empty range",
      [{ id: "a", type: "number", min: 2, max: 1 }],
      [["empty-range", ["a"], undefined]],
    ],
    [
      "an NPS on another scale",
      [{ id: "a", type: "rating", kind: "nps", scale: [1, 10] }],
      [["empty-range", ["a"], undefined]],
    ],
    [
      "more choices than options",
      [{ id: "a", type: "multi", options: [{ id: "x" }], minChoices: 2 }],
      [["empty-range", ["a"], undefined]],
    ],
  ])("names %s", (_, questions, findings) => {
    const found = lintForm(form(questions));
    expect(found.map(({ code, questions, ref }) => [code, questions, ref])).toEqual(findings);
  });

  it("lets conditions look at hidden fields and at values worked out before", () => {
    const more = {
      hidden: ["order"],
      calculated: [{ id: "sum", how: "sum", of: ["a"] }],
      quotas: [{ id: "q", limit: 1, if: eq("sum") }],
    };
    const questions = [text("a", { visibleIf: eq("order") }), text("b", { visibleIf: eq("sum") })];
    expect(lintForm(form(questions, more))).toEqual([]);
    expect(lintForm(form([text("b", { visibleIf: eq("sum") }), text("a")], more))).toEqual([
      {
        code: "forward-reference",
        path: ["questions", 0, "visibleIf"],
        questions: ["b"],
        ref: "sum",
      },
    ]);
  });

  it("names a calculation over what is not there", () => {
    const more = { calculated: [{ id: "sum", how: "sum", of: ["a", "z"] }] };
    expect(lintForm(form([text("a")], more))).toEqual([
      { code: "unknown-question", path: ["calculated", 0, "of", 1], questions: ["sum"], ref: "z" },
    ]);
  });

  it("takes 500 questions with many jumps", () => {
    const questions = Array.from({ length: 500 }, (_, at) =>
      text(`q${at}`, {
        next: Array.from({ length: 50 }, (_one, ahead) =>
          to(`q${Math.min(499, at + ahead + 1)}`, eq("q0")),
        ).slice(0, at === 499 ? 0 : 50),
      }),
    );
    expect(lintForm(form(questions))).toEqual([]);
  });
});

describe("compileForm", () => {
  it("refuses a form with findings, all at once", () => {
    const questions = [text("a", { visibleIf: eq("z") }), text("a")];
    expect(() => compileForm(form(questions))).toThrow(
      expect.objectContaining({
        issues: [
          { path: ["questions", 1, "id"], message: "duplicate-id: a" },
          { path: ["questions", 0, "visibleIf"], message: "unknown-question: z" },
        ],
      }),
    );
  });

  it.each(["__proto__", "constructor", "a.b", "", "a b"])("refuses the id %j", (id) => {
    expect(() => compileForm(form([text(id)]))).toThrow("questions.0.id");
  });
});

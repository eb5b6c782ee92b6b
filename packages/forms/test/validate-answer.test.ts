import { expect, it } from "vitest";
import { compileForm, startForm, stepForm } from "../src/index.ts";

const options = [{ id: "x" }, { id: "y" }, { id: "z" }];

function read(question: object, answer: unknown): unknown {
  const form = compileForm({ id: "f", questions: [{ id: "q", ...question }] } as never);
  const { state, errors } = stepForm(form, startForm(form), { q: answer });
  return errors[0]?.because.code ?? state.answers["q"];
}

it.each([
  [{ type: "text", maxLength: 2 }, "客服", "客服"],
  [{ type: "text", maxLength: 2 }, "😀😀", "😀😀"],
  [{ type: "text", maxLength: 2 }, "abc", "too-long"],
  [{ type: "text", minLength: 2 }, "a", "too-short"],
  [{ type: "text" }, 5, "not-a-text"],
  [{ type: "text", allowDigits: false }, "a１", "digits-not-allowed"],
  [{ type: "text", format: "email" }, " mei@example.com ", "mei@example.com"],
  [{ type: "text", format: "email" }, "mei@", "not-an-email"],
  [{ type: "text", format: "url" }, "https://example.com/a?b=1", "https://example.com/a?b=1"],
  [{ type: "text", format: "url" }, "javascript:alert(1)", "not-a-url"],
  [{ type: "text", format: "phone" }, "+886 2 2345-6789", "+886 2 2345-6789"],
  [{ type: "text", format: "phone" }, "call me", "not-a-phone-number"],
  [{ type: "number" }, "１２", 12],
  [{ type: "number" }, "-.5", -0.5],
  [{ type: "number" }, "1e5", "not-a-number"],
  [{ type: "number" }, Number.NaN, "not-a-number"],
  [{ type: "number" }, Number.POSITIVE_INFINITY, "not-a-number"],
  [{ type: "number" }, true, "not-a-number"],
  [{ type: "number", whole: true }, 1.5, "not-whole"],
  [{ type: "number", min: 0, max: 2 }, 0, 0],
  [{ type: "number", min: 0, max: 2 }, 2, 2],
  [{ type: "number", min: 0, max: 2 }, -0.1, "below-min"],
  [{ type: "number", min: 0, max: 2 }, 2.1, "above-max"],
  [{ type: "single", options }, "y", "y"],
  [{ type: "single", options }, "w", "unknown-option"],
  [{ type: "multi", options }, ["z", "x", "x"], ["x", "z"]],
  [{ type: "multi", options }, "z", ["z"]],
  [{ type: "multi", options }, ["w"], "unknown-option"],
  [{ type: "multi", options, minChoices: 2 }, ["x"], "too-few-choices"],
  [{ type: "multi", options, maxChoices: 1 }, ["x", "y"], "too-many-choices"],
  [{ type: "rating" }, "4", 4],
  [{ type: "rating" }, 0, "off-scale"],
  [{ type: "rating" }, 2.5, "off-scale"],
  [{ type: "rating", kind: "nps" }, 0, 0],
  [{ type: "ranking", options }, ["z", "x", "y"], ["z", "x", "y"]],
  [{ type: "ranking", options }, ["z", "x"], "not-a-ranking"],
  [{ type: "ranking", options }, ["z", "x", "x"], "not-a-ranking"],
  [{ type: "matrix", rows: options, columns: options }, { x: "y" }, { x: "y" }],
  [{ type: "matrix", rows: options, columns: options }, { w: "y" }, "unknown-option"],
  [{ type: "matrix", rows: options, columns: options }, ["x"], "not-a-matrix"],
  [{ type: "date", min: "2026-01-01" }, "2026-01-01", "2026-01-01"],
  [{ type: "date", min: "2026-01-01" }, "2025-12-31", "below-min"],
  [{ type: "date", max: "2026-01-01" }, "2026-01-02", "above-max"],
  [{ type: "date" }, "2026-02-30", "not-a-date"],
  [{ type: "consent" }, true, true],
  [{ type: "consent" }, "yes", "not-a-consent"],
  [{ type: "contact" }, { name: " Mei ", email: "" }, { name: "Mei" }],
  [{ type: "contact" }, { email: "x" }, "not-an-email"],
  [{ type: "contact" }, { phone: "123456" }, "not-a-contact"],
  [{ type: "contact", requiredFields: ["email"] }, { name: "Mei" }, "required"],
])("%j takes %j as %j", (question, answer, expected) => {
  expect(read(question, answer)).toEqual(expected);
});

it.each([null, undefined, "", "  ", []])("takes %j for no answer", (blank) => {
  expect(read({ type: "text" }, blank)).toBeUndefined();
});

import {
  type CompiledCondition,
  type Condition,
  compileCondition,
  InvalidInputError,
  parseInput,
} from "@kefu/core";
import { Form, type FormInput, type FormQuota } from "./form.ts";
import { findingsOf } from "./lint-form.ts";
import type { FormQuestion } from "./question.ts";

interface CompiledQuestion {
  readonly question: FormQuestion;
  readonly isVisible: CompiledCondition;
  readonly isRequired: CompiledCondition;
  /** The place to go on with when the jump holds; past the last question for the end. */
  readonly jumps: readonly { readonly holds: CompiledCondition; readonly to: number }[];
}

interface FormParts {
  readonly form: Form;
  readonly questions: readonly CompiledQuestion[];
  readonly byId: ReadonlyMap<string, FormQuestion>;
  /** By question: the calculated values that it takes part in. */
  readonly calculatedBy: ReadonlyMap<string, readonly CalculatedOf[]>;
  readonly quotas: readonly { readonly quota: FormQuota; readonly holds: CompiledCondition }[];
}

type CalculatedOf = Form["calculated"][number];

const parts: unique symbol = Symbol("kefu form");

/** A form made ready by {@link compileForm}. A value in memory: keep the form, not this. */
export interface CompiledForm {
  /** @internal */
  readonly [parts]: FormParts;
}

/**
 * Makes a form ready to be filled in.
 *
 * @throws `InvalidInputError` when the form has not its shape, or {@link lintForm} has findings, each with its path
 *
 * @example
 * ```ts
 * import { compileForm, startForm, stepForm } from "@kefu/forms";
 *
 * const form = compileForm({
 *   id: "delivery",
 *   questions: [
 *     { id: "rating", type: "rating", kind: "csat", required: true },
 *     { id: "why", type: "text", visibleIf: { field: "rating", op: "lte", value: 3 } },
 *   ],
 * });
 * stepForm(form, startForm(form), { rating: 5 }).visible; // => ["rating"]
 * stepForm(form, startForm(form), { rating: 2 }).visible; // => ["rating", "why"]
 * ```
 */
export function compileForm(form: FormInput): CompiledForm {
  const parsed = parseInput(Form, "form", form);
  const findings = findingsOf(parsed);
  if (findings.length > 0) {
    throw new InvalidInputError(
      "form",
      findings.map(({ code, path, questions, ref }) => ({
        path,
        message: `${code}: ${ref ?? questions.join(", ")}`,
      })),
    );
  }
  return { [parts]: partsOf(parsed) };
}

function partsOf(form: Form): FormParts {
  const places = new Map(form.questions.map(({ id }, at) => [id, at]));
  const calculatedBy = new Map<string, CalculatedOf[]>();
  for (const value of form.calculated) {
    for (const id of value.of) calculatedBy.set(id, [...(calculatedBy.get(id) ?? []), value]);
  }
  return {
    form,
    byId: new Map(form.questions.map((question) => [question.id, question])),
    calculatedBy,
    questions: form.questions.map((question) => ({
      question,
      isVisible: conditionOr(question.visibleIf, true),
      isRequired: question.required ? always : conditionOr(question.requiredIf, false),
      jumps: question.next.map((jump) => ({
        holds: conditionOr(jump.if, true),
        to: places.get(jump.goTo ?? "") ?? form.questions.length,
      })),
    })),
    quotas: form.quotas.map((quota) => ({ quota, holds: compileCondition(quota.if) })),
  };
}

const always = compileCondition({ const: true });

const conditionOr = (condition: Condition | undefined, otherwise: boolean): CompiledCondition =>
  compileCondition(condition ?? { const: otherwise });

/** What {@link compileForm} made. */
export function partsIn(form: unknown): FormParts {
  if (typeof form === "object" && form !== null && parts in form) {
    return (form as CompiledForm)[parts];
  }
  throw new InvalidInputError("form", [{ path: [], message: "must come from compileForm" }]);
}

export type { CalculatedOf, CompiledQuestion, FormParts };

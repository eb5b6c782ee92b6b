import { type Because, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { type CompiledForm, type FormParts, partsIn } from "./compile-form.ts";
import { type FillFormOptions, FillOptions, FormState, ownState } from "./form-state.ts";
import { type AnswerFault, isBlank, readAnswer } from "./validate-answer.ts";
import { type FormAnswers, walkForm } from "./walk-form.ts";

/** Something wrong with an answer. */
export interface AnswerError {
  /** The question. */
  readonly questionId: string;
  /** What is wrong, with its facts; `formMessages` has the sentences. */
  readonly because: Because<AnswerFault>;
}

/** Where a respondent stands. */
export interface FormStep {
  /** The form as it is now, to be stored. */
  readonly state: FormState;
  /** The questions that are asked of this respondent, in order. */
  readonly visible: readonly string[];
  /** Those of them that have to be answered. */
  readonly required: readonly string[];
  /** The first question that is asked and not answered; `null` at the end. */
  readonly next: string | null;
  /** How many of the questions asked are answered. */
  readonly answered: number;
  /** What is worked out so far. */
  readonly calculated: Readonly<Record<string, number>>;
  /** What was wrong with the answers of this step; these were not taken. */
  readonly errors: readonly AnswerError[];
}

/**
 * Takes answers and says what to ask next. An answer that is wrong is named and not taken; `null` or an empty text takes an
 * answer back. Answers to questions that are no longer asked stay in the draft.
 *
 * @param state - from {@link startForm}, the step before, or a store
 * @param changes - answers by question; `{}` just looks
 * @throws `InvalidInputError` when the state belongs to another form or version, or a change names no question
 *
 * @example
 * ```ts
 * import { compileForm, startForm, stepForm } from "@kefu/forms";
 *
 * const form = compileForm({
 *   id: "family",
 *   questions: [
 *     { id: "hasChildren", type: "single", options: [{ id: "yes" }, { id: "no" }], required: true },
 *     { id: "children", type: "number", min: 1, visibleIf: { field: "hasChildren", op: "eq", value: "yes" } },
 *   ],
 * });
 * const first = stepForm(form, startForm(form), { hasChildren: "yes", children: "0" });
 * first.errors.map(({ questionId, because }) => [questionId, because.code]); // => [["children", "below-min"]]
 * first.next; // => "children"
 * stepForm(form, first.state, { hasChildren: "no" }).next; // => null
 * ```
 */
export function stepForm(
  form: CompiledForm,
  state: FormState,
  changes: Readonly<Record<string, unknown>>,
  options: FillFormOptions = {},
): FormStep {
  const parts = partsIn(form);
  const { at } = parseInput(FillOptions, "options", options);
  const before = ownState(parts, state);
  const { answers, errors } = changed(parts, before.answers, changes);
  const after: FormState = {
    ...before,
    answers,
    ...(before.startedAt === undefined && at !== undefined ? { startedAt: at } : {}),
  };
  const walk = walkForm(parts, answers, after.hidden, at);
  const open = walk.asked.filter(({ question: { id } }) => !Object.hasOwn(answers, id));
  return {
    state: after,
    visible: walk.asked.map(({ question: { id } }) => id),
    required: [...walk.required],
    next: open[0]?.question.id ?? null,
    answered: walk.asked.length - open.length,
    calculated: walk.calculated,
    errors,
  };
}

const Changes = z.record(z.string().max(64), z.unknown());

function changed({ form }: FormParts, before: FormAnswers, changes: unknown) {
  const given = parseInput(Changes, "answers", changes);
  const answers: Record<string, FormAnswers[string]> = { ...before };
  const errors: AnswerError[] = [];
  const unknown = Object.keys(given).filter((id) => !form.questions.some((one) => one.id === id));
  if (unknown.length > 0) {
    const message = "is no question of the form";
    throw new InvalidInputError(
      "answers",
      unknown.map((id) => ({ path: [id], message })),
    );
  }
  for (const question of form.questions.filter(({ id }) => Object.hasOwn(given, id))) {
    const { id } = question;
    if (isBlank(given[id])) {
      delete answers[id];
      continue;
    }
    const read = readAnswer(question, given[id]);
    if (read.outcome === "valid") answers[id] = read.value;
    else errors.push({ questionId: id, because: { code: read.code, facts: read.facts } });
  }
  return { answers, errors };
}

/** What becomes of a form that was begun earlier. */
export type ResumedForm =
  | {
      /** Tells the outcomes apart. */
      readonly outcome: "resumed";
      /** Where the respondent stands. */
      readonly step: FormStep;
    }
  | {
      /** Tells the outcomes apart: the form has changed since. */
      readonly outcome: "migrated";
      /** Where the respondent stands in the form as it is now, with all answers that still hold. */
      readonly step: FormStep;
      /** The questions whose answers were dropped: they are gone, or the answer no longer does. */
      readonly dropped: readonly string[];
    };

/**
 * Takes up a form that was begun earlier, also when it has changed since: answers that still hold are kept, the others
 * dropped and named.
 *
 * @throws `InvalidInputError` when the state has not its shape or belongs to another form
 *
 * @example
 * ```ts
 * import { compileForm, resumeForm, startForm, stepForm } from "@kefu/forms";
 *
 * const questions = [{ id: "age", type: "number" }] as const;
 * const first = compileForm({ id: "f", questions });
 * const { state } = stepForm(first, startForm(first), { age: 12 });
 * resumeForm(first, state).outcome; // => "resumed"
 *
 * const second = compileForm({ id: "f", version: 2, questions: [{ ...questions[0], min: 18 }] });
 * const resumed = resumeForm(second, state);
 * resumed.outcome === "migrated" && resumed.dropped; // => ["age"]
 * ```
 */
export function resumeForm(
  form: CompiledForm,
  state: FormState,
  options: FillFormOptions = {},
): ResumedForm {
  const { form: definition } = partsIn(form);
  const stored = parseInput(FormState, "form state", state);
  if (stored.formId !== definition.id) {
    const message = `belongs to ${stored.formId}`;
    throw new InvalidInputError("form state", [{ path: ["formId"], message }]);
  }
  if (stored.formVersion === definition.version) {
    return { outcome: "resumed", step: stepForm(form, stored, {}, options) };
  }
  const known = definition.questions.filter(({ id }) => Object.hasOwn(stored.answers, id));
  const kept = known.filter(
    (question) => readAnswer(question, stored.answers[question.id]).outcome === "valid",
  );
  const fields = Object.entries(stored.hidden).filter(([key]) => definition.hidden.includes(key));
  const fresh: FormState = {
    ...stored,
    formVersion: definition.version,
    hidden: Object.fromEntries(fields),
    answers: Object.fromEntries(
      kept.map(({ id }) => [id, stored.answers[id] as FormAnswers[string]]),
    ),
  };
  const dropped = Object.keys(stored.answers).filter((id) => !Object.hasOwn(fresh.answers, id));
  return { outcome: "migrated", step: stepForm(form, fresh, {}, options), dropped };
}

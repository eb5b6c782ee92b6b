import { type Instant, parseInput } from "@kefu/core";
import { z } from "zod";
import { type CompiledForm, partsIn } from "./compile-form.ts";
import type { AnswerError } from "./fill-form.ts";
import { type FillFormOptions, FillOptions, type FormState, ownState } from "./form-state.ts";
import { readAnswer } from "./validate-answer.ts";
import { type FormAnswers, type FormWalk, walkForm } from "./walk-form.ts";

/** A form that was filled in. */
export interface FormResponse {
  /** Which form. */
  readonly formId: string;
  /** Which version of it. */
  readonly formVersion: number;
  /** Names this submission: the same key again is the same response. */
  readonly key: string;
  /** The answers to what was asked of this respondent, and to nothing else. */
  readonly answers: FormAnswers;
  /** What the shop filled in. */
  readonly hidden: Readonly<Record<string, string | number | boolean>>;
  /** What was worked out. */
  readonly calculated: Readonly<Record<string, number>>;
  /** The questions that were asked of this respondent, in order: his own way through the form. */
  readonly asked: readonly string[];
  /** Whether everything that has to be answered is. */
  readonly complete: boolean;
  /** How long it took from the first step; `null` where either moment is unknown. */
  readonly milliseconds: number | null;
}

/** Whether a form is handed in. */
export type FormSubmission =
  | {
      /** Tells the outcomes apart. */
      readonly outcome: "submitted";
      /** What to store. */
      readonly response: FormResponse;
    }
  | {
      /** Tells the outcomes apart. */
      readonly outcome: "refused";
      /** What has to be answered first. */
      readonly errors: readonly AnswerError[];
    };

/**
 * Hands a form in. It is complete at the end of the respondent's own way: what is not asked is neither missing nor kept.
 *
 * @param key - names the submission, such as a random id made when the form was opened
 * @throws `InvalidInputError` when the state belongs to another form or version
 *
 * @example
 * ```ts
 * import { compileForm, startForm, stepForm, submitForm } from "@kefu/forms";
 *
 * const form = compileForm({ id: "f", questions: [{ id: "name", type: "text", required: true }] });
 * const { state } = stepForm(form, startForm(form), { name: "Mei" });
 * const handedIn = submitForm(form, state, "k1");
 * handedIn.outcome === "submitted" && handedIn.response.answers; // => { name: "Mei" }
 * submitForm(form, startForm(form), "k2").outcome; // => "refused"
 * ```
 */
export function submitForm(
  form: CompiledForm,
  state: FormState,
  key: string,
  options: FillFormOptions = {},
): FormSubmission {
  const parts = partsIn(form);
  const { at } = parseInput(FillOptions, "options", options);
  const name = parseInput(z.string().min(1).max(256), "submission key", key);
  const given = ownState(parts, state);
  const walk = walkForm(parts, given.answers, given.hidden, at);
  const errors = faultsOn(walk, given.answers);
  if (errors.length > 0) return { outcome: "refused", errors };
  return { outcome: "submitted", response: responseOf(given, walk, name, at) };
}

/** A stored answer is read again: a store may have been written by something else. */
function faultsOn({ asked, required }: FormWalk, answers: FormAnswers): AnswerError[] {
  return asked.flatMap(({ question }): AnswerError[] => {
    const { id: questionId } = question;
    if (!Object.hasOwn(answers, questionId)) {
      if (!required.has(questionId)) return [];
      return [{ questionId, because: { code: "required", facts: {} } }];
    }
    const read = readAnswer(question, answers[questionId]);
    if (read.outcome === "valid") return [];
    return [{ questionId, because: { code: read.code, facts: read.facts } }];
  });
}

/**
 * What a form that is not finished holds so far, for quotas and reports that count it.
 *
 * @throws `InvalidInputError` when the state belongs to another form or version
 */
export function partialResponse(
  form: CompiledForm,
  state: FormState,
  key: string,
  options: FillFormOptions = {},
): FormResponse {
  const parts = partsIn(form);
  const { at } = parseInput(FillOptions, "options", options);
  const name = parseInput(z.string().min(1).max(256), "submission key", key);
  const given = ownState(parts, state);
  const walk = walkForm(parts, given.answers, given.hidden, at);
  return responseOf(given, walk, name, at);
}

function responseOf(
  { formId, formVersion, answers, hidden, startedAt }: FormState,
  walk: FormWalk,
  key: string,
  at: Instant | undefined,
): FormResponse {
  const { asked, required, calculated } = walk;
  const given = asked.filter(({ question: { id } }) => Object.hasOwn(answers, id));
  const missing = [...required].filter((id) => !Object.hasOwn(answers, id));
  return {
    formId,
    formVersion,
    key,
    answers: Object.fromEntries(
      given.map(({ question: { id } }) => [id, answers[id] as FormAnswers[string]]),
    ),
    hidden,
    calculated,
    asked: asked.map(({ question: { id } }) => id),
    complete: missing.length === 0,
    milliseconds: at === undefined || startedAt === undefined ? null : at - startedAt,
  };
}

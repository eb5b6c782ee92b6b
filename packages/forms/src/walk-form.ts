import type { Instant } from "@kefu/core";
import type { CalculatedOf, CompiledQuestion, FormParts } from "./compile-form.ts";
import type { FormQuestion } from "./question.ts";
import type { FormAnswer } from "./validate-answer.ts";

/** Stored answers by question. */
export type FormAnswers = Readonly<Record<string, FormAnswer>>;

/** A respondent's own way through a form. */
export interface FormWalk {
  /** The questions that are asked, in order. */
  readonly asked: readonly CompiledQuestion[];
  /** Those of them that have to be answered. */
  readonly required: ReadonlySet<string>;
  /** Hidden fields, the answers to what is asked, and what is worked out of them. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What is worked out of them alone. */
  readonly calculated: Readonly<Record<string, number>>;
}

/** Where a respondent with these answers is led. What is not asked is not seen by conditions either. */
export function walkForm(
  parts: FormParts,
  answers: FormAnswers,
  hidden: Readonly<Record<string, unknown>>,
  at: Instant | undefined,
): FormWalk {
  const data: Record<string, unknown> = { ...hidden };
  const calculated: Record<string, number> = {};
  const asked: CompiledQuestion[] = [];
  const required = new Set<string>();
  for (let place = 0; place < parts.questions.length; ) {
    const compiled = parts.questions[place++] as CompiledQuestion;
    const { id } = compiled.question;
    if (!compiled.isVisible(data, at)) continue;
    asked.push(compiled);
    if (compiled.isRequired(data, at)) required.add(id);
    if (Object.hasOwn(answers, id)) data[id] = answers[id];
    Object.assign(calculated, calculatedWith(parts, id, data));
    Object.assign(data, calculated);
    place = compiled.jumps.find(({ holds }) => holds(data, at))?.to ?? place;
  }
  return { asked, required, data, calculated };
}

/** The values that a question takes part in, as far as they can be worked out. */
function calculatedWith({ calculatedBy, byId }: FormParts, id: string, data: FormWalk["data"]) {
  const values = calculatedBy.get(id) ?? [];
  return Object.fromEntries(
    values.flatMap((value) => {
      const result = calculate(value, byId, data);
      return result === undefined ? [] : [[value.id, result]];
    }),
  );
}

function calculate(
  { of, how, minAnsweredShare }: CalculatedOf,
  byId: ReadonlyMap<string, FormQuestion>,
  data: Readonly<Record<string, unknown>>,
): number | undefined {
  const answered = of.filter((id) => Object.hasOwn(data, id));
  if (answered.length < of.length * minAnsweredShare) return undefined;
  if (how === "count") return answered.length;
  const numbers = answered.flatMap((id) => pointsOf(byId.get(id) as FormQuestion, data[id]));
  if (numbers.length === 0) return undefined;
  if (how === "min") return Math.min(...numbers);
  if (how === "max") return Math.max(...numbers);
  const sum = numbers.reduce((total, one) => total + one, 0);
  return how === "sum" ? sum : sum / numbers.length;
}

/** What an answer counts: a number itself, a chosen option its points, several options the sum of theirs. */
function pointsOf(question: FormQuestion, answer: unknown): number[] {
  if (typeof answer === "number") return [answer];
  if (question.type !== "single" && question.type !== "multi") return [];
  const chosen = [answer].flat();
  const points = question.options.flatMap((option) =>
    chosen.includes(option.id) ? (option.points ?? []) : [],
  );
  return points.length === 0 ? [] : [points.reduce((total, one) => total + one, 0)];
}

import { type Accumulator, type Interval, parseInput, wilsonInterval } from "@kefu/core";
import { z } from "zod";
import { Form, type FormInput } from "./form.ts";
import type { FormQuestion } from "./question.ts";
import type { FormResponse } from "./submit-form.ts";

const count = z.int().nonnegative();
const Sum = z.record(
  z.string(),
  z.strictObject({ asked: count, answered: count, counts: z.record(z.string(), count) }),
);

/** By question: how many were asked, how many answered, and how often each answer was given. */
export type FormReportSum = Readonly<Record<string, QuestionSum>>;
/** How many were asked one question, how many answered, and how often each answer was given. */
export interface QuestionSum {
  readonly asked: number;
  readonly answered: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** How often one answer was given. */
export interface OptionReport {
  /** The option; for a matrix the row and the column, for a ranking the option. */
  readonly option: string;
  /** How often it was given; for a ranking, put first. */
  readonly count: number;
  /** The share of those who answered, 0 to 1; `null` where nobody did. */
  readonly share: number | null;
  /** Where the true share lies (Wilson, 95 %); `null` where nobody answered. */
  readonly interval: Interval | null;
}

/** What the responses say to one question. */
export interface QuestionReport {
  /** Which question. */
  readonly questionId: string;
  /** How many were asked: a question that was not asked is not unanswered. */
  readonly asked: number;
  /** How many answered. */
  readonly answered: number;
  /** How often each option was chosen, in the order of the form; empty where there is nothing to choose. */
  readonly options: readonly OptionReport[];
  /** What numbers and ratings say; `null` for other questions, and where nobody answered. */
  readonly numbers: NumbersReport | null;
  /**
   * How often each rating was given, in the shape of the sums of `@kefu/satisfaction`: what `netPromoterScore().finish`,
   * `customerSatisfaction().finish` or `customerEffort().finish` make a score of. `null` for other questions.
   */
  readonly ratings: RatingsReport | null;
}

/** What numbers say. */
export interface NumbersReport {
  /** The arithmetic mean. */
  readonly mean: number;
  /** The least. */
  readonly min: number;
  /** The greatest. */
  readonly max: number;
}

/** How often each rating was given. */
export interface RatingsReport {
  /** By rating: how often it was given. */
  readonly ratings: Readonly<Record<string, number>>;
  /** How many were asked and did not answer. */
  readonly excluded: {
    readonly skipped: number;
    readonly dismissed: number;
    readonly notApplicable: number;
  };
}

/**
 * What responses say, question by question: the share of each option with its interval, the mean of numbers, and ratings
 * ready to be scored.
 *
 * @returns an accumulator: add responses (each once: see {@link responseSet}), merge sums, finish with a list of {@link QuestionReport}
 * @throws `InvalidInputError` when the form, a response or a sum has not its shape
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { compileForm, formReport, startForm, stepForm, submitForm } from "@kefu/forms";
 * import { netPromoterScore } from "@kefu/satisfaction";
 *
 * const definition = { id: "f", questions: [{ id: "again", type: "rating", kind: "nps" }] } as const;
 * const form = compileForm(definition);
 * const responses = [10, 9, 3].flatMap((again, at) => {
 *   const handedIn = submitForm(form, stepForm(form, startForm(form), { again }).state, `k${at}`);
 *   return handedIn.outcome === "submitted" ? [handedIn.response] : [];
 * });
 * const report = formReport(definition);
 * const [again] = report.finish(accumulate(report, responses));
 * again?.numbers?.max; // => 10
 * again?.ratings && netPromoterScore().finish(again.ratings).value?.toFixed(1); // => "33.3"
 * ```
 */
export function formReport(
  form: FormInput,
): Accumulator<FormResponse, FormReportSum, readonly QuestionReport[]> {
  const { questions } = parseInput(Form, "form", form);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const checked = (sum: FormReportSum): FormReportSum => parseInput(Sum, "form report sum", sum);
  return {
    create: () => ({}),
    add: (sum, input) => {
      const { asked, answers } = parseInput(Response, "response", input);
      const own = asked.flatMap((id) => byId.get(id) ?? []);
      return plusSums(
        checked(sum),
        Object.fromEntries(own.map((question) => [question.id, sumOf(question, answers)])),
      );
    },
    merge: (one, other) => plusSums(checked(one), checked(other)),
    finish: (sum) => {
      const sums = checked(sum);
      return questions.map((question) =>
        reportOf(question, Object.hasOwn(sums, question.id) ? sums[question.id] : undefined),
      );
    },
  };
}

const Response = z.object({
  asked: z.array(z.string()).max(500),
  answers: z.record(z.string(), z.unknown()),
});

function sumOf(question: FormQuestion, answers: Readonly<Record<string, unknown>>): QuestionSum {
  const { id } = question;
  if (!Object.hasOwn(answers, id)) return { asked: 1, answered: 0, counts: {} };
  const keys = countedKeys(question, answers[id]);
  return { asked: 1, answered: 1, counts: Object.fromEntries(keys.map((key) => [key, 1])) };
}

/** What is counted of an answer; texts, days and contacts are only counted as given. */
function countedKeys({ type }: FormQuestion, answer: unknown): string[] {
  if (type === "ranking" && Array.isArray(answer)) {
    return answer.map((option, at) => `${option} ${at + 1}`);
  }
  if (type === "matrix" && typeof answer === "object" && answer !== null) {
    return Object.entries(answer).map(([row, column]) => `${row} ${column}`);
  }
  if (["single", "multi", "rating", "number", "consent"].includes(type)) {
    return [answer].flat().map(String);
  }
  return [];
}

const NONE: QuestionSum = { asked: 0, answered: 0, counts: {} };

function plusSums(one: FormReportSum, other: FormReportSum): FormReportSum {
  return joined(one, other, (a = NONE, b = NONE) => ({
    asked: a.asked + b.asked,
    answered: a.answered + b.answered,
    counts: joined(a.counts, b.counts, (x = 0, y = 0) => x + y),
  }));
}

/** Keys in order, so that equal sums are equal texts. */
function joined<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  plus: (a: Value | undefined, b: Value | undefined) => Value,
): Record<string, Value> {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  const own = (from: Readonly<Record<string, Value>>, key: string) =>
    Object.hasOwn(from, key) ? from[key] : undefined;
  return Object.fromEntries(keys.map((key) => [key, plus(own(one, key), own(other, key))]));
}

function reportOf(
  question: FormQuestion,
  { asked, answered, counts }: QuestionSum = NONE,
): QuestionReport {
  const has = (key: string) => (Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0);
  return {
    questionId: question.id,
    asked,
    answered,
    options: optionsOf(question).map(({ option, key }) => {
      const times = Math.min(answered, has(key));
      return {
        option,
        count: times,
        share: answered === 0 ? null : times / answered,
        interval: answered === 0 ? null : wilsonInterval(times, answered),
      };
    }),
    numbers: isNumeric(question) ? numbersOf(counts) : null,
    ratings:
      question.type === "rating"
        ? {
            ratings: counts,
            excluded: { skipped: asked - answered, dismissed: 0, notApplicable: 0 },
          }
        : null,
  };
}

function optionsOf(question: FormQuestion): { option: string; key: string }[] {
  const same = (key: string) => ({ option: key, key });
  switch (question.type) {
    case "single":
    case "multi":
      return question.options.map(({ id }) => same(id));
    case "ranking":
      return question.options.map(({ id }) => ({ option: id, key: `${id} 1` }));
    case "matrix":
      return question.rows.flatMap((row) =>
        question.columns.map((column) => same(`${row.id} ${column.id}`)),
      );
    case "consent":
      return [same("true")];
    case "rating": {
      const [lowest, highest] = question.scale;
      return Array.from({ length: highest - lowest + 1 }, (_, at) => same(String(lowest + at)));
    }
    default:
      return [];
  }
}

const isNumeric = ({ type }: FormQuestion): boolean => type === "number" || type === "rating";

/** Values are summed in ascending order, so that fractions give the same figure whatever the order of responses. */
function numbersOf(counts: QuestionSum["counts"]): NumbersReport | null {
  const values = Object.entries(counts)
    .map(([value, times]) => [Number(value), times] as const)
    .filter(([value]) => Number.isFinite(value))
    .sort(([a], [b]) => a - b);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return null;
  const n = values.reduce((sum, [, times]) => sum + times, 0);
  const sum = values.reduce((total, [value, times]) => total + value * times, 0);
  return n === 0 ? null : { mean: sum / n, min: first[0], max: last[0] };
}

import { accumulate, type Condition, compileCondition, type JsonValue } from "@kefu/core";
import {
  checkQuotas,
  compileForm,
  type FormInput,
  type FormState,
  lintForm,
  quotaCounter,
  responseSet,
  resumeForm,
  startForm,
  stepForm,
  submitForm,
} from "@kefu/forms";
import { customerSatisfaction, netPromoterScore, weightedGap } from "../src/index.ts";

/** A case of the area "forms". */
export interface FormCase {
  readonly group: string;
  readonly given: never;
}

type Json = Record<string, never>;

/** Conditions of the cases: `{ q, op, value }`. */
function conditionOf({ q, op, value }: { q: string; op: string; value?: never }): Condition {
  if (op === "isSet") return { field: q, op: "present" };
  return { field: q, op: "eq", value: value ?? null };
}

const options = (all: readonly string[]) => all.map((id) => ({ id }));

function formOf(given: { questions: Json[] }, more: object = {}): FormInput {
  const questions = given.questions.map((question) => ({
    ...question,
    ...("options" in question ? { options: options(question["options"] as never) } : {}),
    ...("visibleIf" in question ? { visibleIf: conditionOf(question["visibleIf"] as never) } : {}),
    ...("next" in question
      ? { next: (question["next"] as { goto: string }[]).map(({ goto }) => ({ goTo: goto })) }
      : {}),
  }));
  return { id: "case", questions, ...more } as never;
}

const ANSWERS: Readonly<Record<string, (given: never) => unknown>> = {
  logic: (given: {
    form?: { questions: Json[] };
    steps?: { set?: Json; submit?: true }[];
    saved?: { formVersion: number; answers: Json; at: string };
    currentVersion?: number;
    submissions?: { key: string; data: Json }[];
  }) => {
    if (given.saved !== undefined) return resumedCase(given.saved, given.currentVersion ?? 1);
    if (given.submissions !== undefined) return storedCase(given.submissions);
    const input = formOf(given.form ?? { questions: [] });
    const findings = lintForm(input);
    if (findings.length > 0) return { definitionErrors: findings };
    const form = compileForm(input);
    let state = startForm(form);
    for (const { set } of given.steps ?? []) state = stepForm(form, state, set ?? {}).state;
    const handedIn = submitForm(form, state, "k");
    if (handedIn.outcome === "refused") return { complete: false };
    const { answers, complete, asked } = handedIn.response;
    const answered = Object.keys(answers).length;
    return { data: answers, complete, answered, onPath: asked.length };
  },
  quota: (given: {
    quota: { limit: number; if: never; action?: string; countPartial?: boolean };
    counted?: number;
    responses?: (Json & { finished: boolean })[];
    answers: Json;
  }) => {
    const { if: condition, ...quota } = given.quota;
    const form = compileForm({
      id: "case",
      questions: [{ id: "gender", type: "single", options: options(["m", "f"]) }],
      quotas: [{ id: "q", ...quota, if: conditionOf(condition) } as never],
    });
    const asResponse = ({ finished, ...answers }: Json & { finished?: boolean }, at = 0) => ({
      formId: "case",
      formVersion: 1,
      key: `k${at}`,
      answers,
      hidden: {},
      calculated: {},
      asked: [],
      complete: finished ?? true,
      milliseconds: null,
    });
    const counter = quotaCounter(form);
    const counts = given.responses
      ? counter.finish(accumulate(counter, given.responses.map(asResponse)))
      : { q: given.counted ?? 0 };
    return checkQuotas(form, counts, asResponse(given.answers));
  },
  scoring: (given: {
    metric: string;
    answers: (number | null)[];
    scale: [number, number];
    gaps: Record<string, number>;
    weights: Record<string, number>;
    minAnsweredShare: number;
  }) => {
    const ratings = () => given.answers.map((rating) => ({ rating: rating as number }));
    switch (given.metric) {
      case "NPS": {
        const nps = netPromoterScore();
        const { value, ...counts } = nps.finish(accumulate(nps, ratings()));
        return { ...counts, score: value };
      }
      case "CSAT": {
        const csat = customerSatisfaction({ scale: given.scale });
        const { value, satisfied, n } = csat.finish(accumulate(csat, ratings()));
        return { satisfied, n, score: Math.round((value ?? 0) * 10_000) / 100 };
      }
      case "SERVQUAL-weighted":
        return { score: Math.round(weightedGap(given.gaps, given.weights).value * 1e9) / 1e9 };
      default:
        return meanCase(given.answers, given.minAnsweredShare);
    }
  },
  validate: (given: Json & { validator: string; value: never }) => validatedCase(given),
  operators: ({ expression, answers }: { expression: string; answers: Json }) => ({
    result: compileCondition(importExpression(expression))(answers),
  }),
};

function resumedCase(saved: { formVersion: number; answers: Json }, version: number) {
  const questions = [
    { id: "haveKids", type: "single", options: ["Yes", "No"] },
    { id: "kids", type: "number", visibleIf: { q: "haveKids", op: "equals", value: "Yes" } },
  ] as never;
  const form = compileForm(formOf({ questions }, { version }));
  const { formVersion, answers } = saved;
  const state: FormState = { formId: "case", formVersion, answers, hidden: {} };
  const { outcome, step } = resumeForm(form, state);
  return { resume: outcome === "resumed", at: step.next };
}

function storedCase(submissions: readonly { key: string; data: Json }[]) {
  const form = compileForm({ id: "case", questions: [{ id: "a", type: "number" }] });
  const responses = submissions.flatMap(({ key, data }) => {
    const handedIn = submitForm(form, stepForm(form, startForm(form), data).state, key);
    return handedIn.outcome === "submitted" ? [handedIn.response] : [];
  });
  return { stored: responseSet.finish(accumulate(responseSet, responses)).length };
}

function meanCase(answers: readonly (number | null)[], minAnsweredShare: number) {
  const ids = answers.map((_, at) => `i${at}`);
  const form = compileForm({
    id: "case",
    questions: ids.map((id) => ({ id, type: "rating", kind: "ces" })),
    calculated: [{ id: "mean", how: "mean", of: ids, minAnsweredShare }],
  });
  const changes = Object.fromEntries(ids.map((id, at) => [id, answers[at]]));
  const { mean } = stepForm(form, startForm(form), changes).calculated;
  return mean === undefined ? { score: null, reason: "too-many-missing" } : { score: mean };
}

function validatedCase({
  validator,
  value,
  ...limits
}: Json & { validator: string; value: never }) {
  const given = Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== null));
  const kinds: Readonly<Record<string, object>> = {
    numeric: { type: "number" },
    email: { type: "text", format: "email" },
    text: { type: "text" },
  };
  const form = compileForm({
    id: "case",
    questions: [{ id: "a", ...kinds[validator], ...given } as never],
  });
  const { state, errors } = stepForm(form, startForm(form), { a: value });
  return { valid: errors.length === 0, value: state.answers["a"] };
}

/** The loose comparisons of the form library, said strictly: a text that is a number is one, case does not matter. */
function importExpression(expression: string): Condition {
  const parts = expression.split(" and ");
  if (parts.length > 1) return { all: parts.map(importExpression) };
  const [, field = "", op = "", written] = /^\{(\w+)\} (\S+)(?: (.+))?$/.exec(expression) ?? [];
  const value = written === undefined ? null : JSON.parse(written.replaceAll("'", '"'));
  const loosely = (one: JsonValue): Condition => ({
    any: [
      { field, op: "eq", value: one, ci: true },
      { field, op: "eq", value: String(one), ci: true },
      { field, op: "contains", value: String(one) },
    ],
  });
  const each = [value].flat();
  switch (op) {
    case "empty":
      return {
        any: [
          { field, op: "absent" },
          { field, op: "in", value: ["", []] as never },
          emptyList(field),
        ],
      };
    case "=":
      return Array.isArray(value)
        ? { field, op: "containsAll", value }
        : {
            any: [
              { field, op: "eq", value, ci: true },
              { field, op: "eq", value: String(value), ci: true },
            ],
          };
    case "<>":
      return { not: importExpression(expression.replace("<>", "=")) };
    case "contains":
    case "allof":
      return {
        all: each.map((one) => ({
          any: [
            { field, op: "contains", value: one },
            { field, op: "contains", value: String(one).toLowerCase() },
          ],
        })),
      };
    case "notcontains":
      return { not: importExpression(expression.replace("notcontains", "contains")) };
    case "anyof":
      return { any: each.map(loosely) };
    case "noneof":
      return { not: { any: each.map(loosely) } };
    default:
      throw new Error(`no translation for ${op}`);
  }
}

const emptyList = (field: string): Condition => ({
  field,
  op: "count",
  where: { field: "", op: "eq", value: 0 },
});

/** What the package says to a case. */
export function answerFormCase({ group, given }: FormCase): unknown {
  const answer = ANSWERS[group];
  if (answer === undefined) throw new Error(`no adapter for ${group}`);
  return answer(given);
}

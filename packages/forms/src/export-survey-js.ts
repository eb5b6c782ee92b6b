import type { LocalizedText } from "@kefu/core";
import { type Condition, InvalidInputError, type JsonValue, parseInput } from "@kefu/core";
import { Form, type FormInput } from "./form.ts";
import type { FormQuestion } from "./question.ts";

type Json = { readonly [key: string]: JsonValue };

/**
 * The form as JSON for the form library SurveyJS, which renders it in a browser: one page of elements with their conditions
 * as expressions. Jumps become conditions of what they pass over only where a host writes them so: they are not carried over,
 * nor are quotas and calculated values, which this package settles when the answers come back.
 *
 * @throws `InvalidInputError` when the form has not its shape, or a condition uses an operator that the library has not
 * @see https://surveyjs.io/form-library/documentation/design-survey/conditional-logic for its expressions
 *
 * @example
 * ```ts
 * import { exportSurveyJs } from "@kefu/forms";
 *
 * const form = {
 *   id: "visit",
 *   questions: [
 *     { id: "rating", type: "rating", kind: "csat", required: true },
 *     { id: "why", type: "text", visibleIf: { field: "rating", op: "lte", value: 3 } },
 *   ],
 * } as const;
 * const { elements } = exportSurveyJs(form);
 * elements[1]; // => { type: "comment", name: "why", visibleIf: "{rating} <= 3", maxLength: 10_000 }
 * ```
 */
export function exportSurveyJs(form: FormInput): {
  readonly elements: readonly { readonly [key: string]: JsonValue }[];
} {
  const { questions } = parseInput(Form, "form", form);
  return { elements: questions.map((question, at) => elementOf(question, at)) };
}

function elementOf(question: FormQuestion, at: number): Json {
  const { id, title, required, visibleIf, requiredIf } = question;
  const expression = (condition: Condition | undefined, key: string) =>
    condition === undefined ? {} : { [key]: expressionOf(condition, ["questions", at, key]) };
  const { type, ...rest } = kindOf(question);
  return {
    type: type as string,
    name: id,
    ...(title === undefined ? {} : { title: textOf(title) }),
    ...(required ? { isRequired: true } : {}),
    ...expression(visibleIf, "visibleIf"),
    ...expression(requiredIf, "requiredIf"),
    ...rest,
  };
}

/** The library calls Simplified Chinese `zh-cn` and Traditional Chinese `zh-tw`, and English its default. */
const LOCALES: Readonly<Record<string, string>> = {
  en: "default",
  "zh-Hans": "zh-cn",
  "zh-Hant": "zh-tw",
};

const textOf = (text: LocalizedText): Json =>
  Object.fromEntries(
    Object.entries(text).map(([locale, words]) => [LOCALES[locale] ?? locale.toLowerCase(), words]),
  );

function kindOf(question: FormQuestion): Json {
  switch (question.type) {
    case "text":
      return textKind(question);
    case "number":
      return { type: "text", inputType: "number", ...limits(question) };
    case "date":
      return { type: "text", inputType: "date", ...limits(question) };
    case "single":
      return { type: "radiogroup", choices: choices(question.options) };
    case "multi":
      return { type: "checkbox", choices: choices(question.options) };
    case "ranking":
      return { type: "ranking", choices: choices(question.options) };
    case "matrix":
      return { type: "matrix", rows: choices(question.rows), columns: choices(question.columns) };
    case "rating": {
      const [rateMin, rateMax] = question.scale;
      return { type: "rating", rateMin, rateMax };
    }
    case "consent":
      return { type: "boolean", renderAs: "checkbox" };
    case "contact":
      return {
        type: "multipletext",
        items: question.fields.map((name) => ({
          name,
          ...(name === "name" ? {} : { inputType: name === "email" ? "email" : "tel" }),
          ...(question.requiredFields.includes(name) ? { isRequired: true } : {}),
        })),
      };
  }
}

function textKind({ format, minLength, maxLength }: FormQuestion & { type: "text" }): Json {
  const inputTypes = { email: "email", url: "url", phone: "tel" } as const;
  const input =
    format === "any" ? { type: "comment" } : { type: "text", inputType: inputTypes[format] };
  const least = minLength === undefined ? {} : { validators: [{ type: "text", minLength }] };
  return { ...input, maxLength, ...least };
}

const limits = ({
  min,
  max,
}: {
  min?: JsonValue | undefined;
  max?: JsonValue | undefined;
}): Json => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

const choices = (options: readonly { id: string; label?: LocalizedText | undefined }[]): Json[] =>
  options.map(({ id, label }) => ({
    value: id,
    ...(label === undefined ? {} : { text: textOf(label) }),
  }));

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: "=",
  ne: "<>",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
  in: "anyof",
  nin: "noneof",
  containsAll: "allof",
  contains: "contains",
};

function expressionOf(condition: Condition, path: readonly (string | number)[]): string {
  const joined = (parts: readonly Condition[], word: string, whenNone: string) =>
    parts.length === 0
      ? whenNone
      : parts.map((part) => bracketed(expressionOf(part, path), parts.length)).join(` ${word} `);
  if ("all" in condition) return joined(condition.all, "and", "true = true");
  if ("any" in condition) return joined(condition.any, "or", "true = false");
  if ("none" in condition) return `!(${joined(condition.none, "or", "true = false")})`;
  if ("not" in condition) return `!(${expressionOf(condition.not, path)})`;
  if ("const" in condition) return `true = ${condition.const}`;
  const { field, op } = condition;
  if (op === "present") return `{${field}} notempty`;
  if (op === "absent") return `{${field}} empty`;
  const sign = COMPARISONS[op];
  if (sign !== undefined && "value" in condition) {
    return `{${field}} ${sign} ${literalOf(condition.value as JsonValue, path)}`;
  }
  throw noExpression(path, `"${op}"`);
}

const bracketed = (expression: string, among: number): string =>
  among > 1 && /\s(?:and|or)\s/.test(expression) ? `(${expression})` : expression;

function literalOf(value: JsonValue, path: readonly (string | number)[]): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map((one) => literalOf(one, path)).join(", ")}]`;
  if (typeof value === "string" && !value.includes("'")) return `'${value}'`;
  throw noExpression(path, JSON.stringify(value));
}

const noExpression = (path: readonly (string | number)[], what: string) =>
  new InvalidInputError("form", [{ path, message: `${what} has no expression in SurveyJS` }]);

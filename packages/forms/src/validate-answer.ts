import { LocalDate } from "@kefu/core";
import { z } from "zod";
import type { FormQuestion } from "./question.ts";

/** What is wrong with an answer; `formMessages` has the sentences. */
export type AnswerFault =
  | "required"
  | "not-a-text"
  | "too-short"
  | "too-long"
  | "digits-not-allowed"
  | "not-an-email"
  | "not-a-url"
  | "not-a-phone-number"
  | "not-a-number"
  | "below-min"
  | "above-max"
  | "not-whole"
  | "unknown-option"
  | "too-few-choices"
  | "too-many-choices"
  | "off-scale"
  | "not-a-ranking"
  | "not-a-matrix"
  | "not-a-date"
  | "not-a-consent"
  | "not-a-contact";

/** An answer in the form in which it is stored, or what is wrong with it. */
export type ReadAnswer =
  | { readonly outcome: "valid"; readonly value: FormAnswer }
  | {
      readonly outcome: "invalid";
      readonly code: AnswerFault;
      readonly facts: Readonly<Record<string, string | number>>;
    };

/** A stored answer, by type of question: a text, a number, an option's id, ids, a column by row, a tick, a contact. */
export type FormAnswer =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly [key: string]: string };

const valid = (value: FormAnswer): ReadAnswer => ({ outcome: "valid", value });
const invalid = (
  code: AnswerFault,
  facts: Readonly<Record<string, string | number>> = {},
): ReadAnswer => ({ outcome: "invalid", code, facts });

/** Whether nothing was answered. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

type Reader<Type extends FormQuestion["type"]> = (
  question: FormQuestion & { type: Type },
  value: unknown,
) => ReadAnswer;

const READERS: { readonly [Type in FormQuestion["type"]]: Reader<Type> } = {
  text: (question, value) => {
    if (typeof value !== "string") return invalid("not-a-text");
    const { minLength = 0, maxLength, allowDigits, format } = question;
    const length = Array.from(value).length;
    if (length < minLength) return invalid("too-short", { min: minLength });
    if (length > maxLength) return invalid("too-long", { max: maxLength });
    if (!allowDigits && /\p{Nd}/u.test(value)) return invalid("digits-not-allowed");
    return format === "any" ? valid(value) : formatted(format, value.trim());
  },
  number: ({ min, max, whole }, value) => {
    const number = typeof value === "string" ? numberIn(value) : value;
    if (typeof number !== "number" || !Number.isFinite(number)) return invalid("not-a-number");
    if (whole && !Number.isInteger(number)) return invalid("not-whole");
    if (min !== undefined && number < min) return invalid("below-min", { min });
    if (max !== undefined && number > max) return invalid("above-max", { max });
    return valid(number);
  },
  single: ({ options }, value) =>
    options.some(({ id }) => id === value) ? valid(value as string) : invalid("unknown-option"),
  multi: ({ options, minChoices, maxChoices }, value) => {
    const chosen = chosenIn(options, value);
    if (chosen === undefined) return invalid("unknown-option");
    if (chosen.length < minChoices) return invalid("too-few-choices", { min: minChoices });
    const most = maxChoices ?? options.length;
    return chosen.length > most ? invalid("too-many-choices", { max: most }) : valid(chosen);
  },
  rating: (question, value) => {
    const [lowest, highest] = question.scale;
    const rating = typeof value === "string" ? numberIn(value) : value;
    const isOn = Number.isInteger(rating) && Number(rating) >= lowest && Number(rating) <= highest;
    return isOn ? valid(rating as number) : invalid("off-scale", { min: lowest, max: highest });
  },
  ranking: ({ options }, value) => {
    const order = Array.isArray(value) ? value : [];
    const isWhole =
      order.length === options.length && options.every(({ id }) => order.includes(id));
    return isWhole ? valid(order.map(String)) : invalid("not-a-ranking");
  },
  matrix: ({ rows, columns }, value) => {
    const cells = recordOf(value);
    if (cells === undefined) return invalid("not-a-matrix");
    const has = (all: readonly { id: string }[], key: unknown) => all.some(({ id }) => id === key);
    const isKnown = cells.every(([row, column]) => has(rows, row) && has(columns, column));
    return isKnown ? valid(Object.fromEntries(cells)) : invalid("unknown-option");
  },
  date: ({ min, max }, value) => {
    const { success, data } = LocalDate.safeParse(value);
    if (!success) return invalid("not-a-date");
    if (min !== undefined && data < min) return invalid("below-min", { min });
    return max !== undefined && data > max ? invalid("above-max", { max }) : valid(data);
  },
  consent: (_, value) => (value === true ? valid(true) : invalid("not-a-consent")),
  contact: ({ fields, requiredFields }, value) => {
    const given = recordOf(value)?.filter(([, text]) => text.trim() !== "");
    if (given === undefined) return invalid("not-a-contact");
    const unknown = given.find(([key]) => !fields.some((field) => field === key));
    if (unknown !== undefined) return invalid("not-a-contact");
    const missing = requiredFields.find((field) => !given.some(([key]) => key === field));
    if (missing !== undefined) return invalid("required", { field: missing });
    const read = given.map(([key, text]) => [key, contactPart(key, text)] as const);
    const wrong = read.find(([, part]) => part.outcome === "invalid");
    if (wrong?.[1].outcome === "invalid") return wrong[1];
    return valid(
      Object.fromEntries(
        read.map(([key, part]) => [key, part.outcome === "valid" ? String(part.value) : ""]),
      ),
    );
  },
};

/** Reads an answer that is not blank. */
export function readAnswer(question: FormQuestion, value: unknown): ReadAnswer {
  const read = READERS[question.type] as Reader<FormQuestion["type"]>;
  return read(question, value);
}

function contactPart(key: string, text: string): ReadAnswer {
  if (text.length > 1000) return invalid("too-long", { max: 1000 });
  return key === "name"
    ? valid(text.trim())
    : formatted(key === "email" ? "email" : "phone", text.trim());
}

function formatted(format: "email" | "url" | "phone", text: string): ReadAnswer {
  if (format === "email") {
    return text.length <= 254 && z.email().safeParse(text).success
      ? valid(text)
      : invalid("not-an-email");
  }
  if (format === "phone") {
    const isPhone = /^\+?[\d\s()/.-]{5,40}$/.test(text) && text.replace(/\D/g, "").length >= 5;
    return isPhone ? valid(text) : invalid("not-a-phone-number");
  }
  const isUrl = text.length <= 2000 && /^https?:\/\/[^\s/?#]+[^\s]*$/i.test(text);
  return isUrl ? valid(text) : invalid("not-a-url");
}

/** Full-width digits are digits; the decimal sign may be a comma. */
function numberIn(text: string): number | undefined {
  const plain = text.slice(0, 100).normalize("NFKC").trim().replace(",", ".");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

function chosenIn(options: readonly { id: string }[], value: unknown): string[] | undefined {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  const ids = new Set(options.map(({ id }) => id));
  if (!given.every((one) => typeof one === "string" && ids.has(one))) return undefined;
  const chosen = new Set(given);
  return options.map(({ id }) => id).filter((id) => chosen.has(id));
}

function recordOf(value: unknown): [string, string][] | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === "string")
    ? entries
    : undefined;
}

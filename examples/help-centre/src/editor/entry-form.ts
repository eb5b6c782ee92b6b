import { InvalidInputError, parseInput } from "@kefu/core";
import { Audience, type EntryContent, FaqAnswer } from "@kefu/faq";
import { LOCALES, type Locale } from "../locales.ts";
import type { EditorTexts } from "../texts/editor-texts.ts";
import { cleanLine, cleanText } from "../web/clean-text.ts";
import type { FormValues } from "../web/form.ts";
import { isPlain, stepsOfText, textOfSteps } from "./steps-text.ts";

/** What the form of an entry holds, as it was typed. */
export interface EntryFields {
  readonly category: string;
  readonly audience: string;
  readonly tags: string;
  readonly why: string;
  readonly question: Readonly<Record<Locale, string>>;
  /** One way of asking a line. */
  readonly alternates: Readonly<Record<Locale, string>>;
  /** Markdown, steps by number, or for answers of another format their JSON. */
  readonly answer: Readonly<Record<Locale, string>>;
  /** The languages that were read again and found right. */
  readonly checked: readonly Locale[];
}

/** What the form makes of the fields: what is to be saved, or what is wrong, by the name of the field. */
export type ReadEntry =
  | { readonly content: EntryContent; readonly errors?: undefined }
  | { readonly content?: undefined; readonly errors: Readonly<Record<string, string>> };

/** Between the parts of a category. */
const BELOW = "/";

/** The fields of the form as an entry fills them in. */
export function fieldsOf(content: EntryContent): EntryFields {
  return {
    category: content.category.join(BELOW),
    audience: content.audience,
    tags: content.tags.join(", "),
    why: "",
    question: byLocale((locale) => content.question[locale] ?? ""),
    alternates: byLocale((locale) => (content.alternates[locale] ?? []).join("\n")),
    answer: byLocale((locale) => answerFieldOf(content.answer[locale])),
    checked: [],
  };
}

/** The fields as someone typed them. */
export function typedFields(form: FormValues): EntryFields {
  const text = (field: string) => byLocale((locale) => cleanText(form[`${field}-${locale}`]));
  return {
    category: cleanLine(form["category"]),
    audience: cleanLine(form["audience"]),
    tags: cleanLine(form["tags"]),
    why: cleanLine(form["why"]).slice(0, 500),
    question: byLocale((locale) => cleanLine(form[`question-${locale}`])),
    alternates: text("alternates"),
    answer: text("answer"),
    checked: LOCALES.filter((locale) => form[`checked-${locale}`] === "yes"),
  };
}

/** Reads the fields into the content of the next revision; what the form does not show stays as it was. */
export function readEntry(
  fields: EntryFields,
  before: EntryContent,
  { entry }: Pick<EditorTexts, "entry">,
): ReadEntry {
  const errors: Record<string, string> = {};
  const answer: Record<string, FaqAnswer> = withoutOurs(before.answer);
  for (const locale of LOCALES) {
    const read = readAnswer(fields.answer[locale], before.answer[locale]);
    if (read.problem !== undefined) errors[`answer-${locale}`] = entry.answerWrong(read.problem);
    if (read.answer !== undefined) answer[locale] = read.answer;
  }
  const question = { ...withoutOurs(before.question), ...filled(fields.question) };
  if (Object.keys(question).length === 0) errors["question-en"] = entry.questionMissing;
  if (Object.keys(errors).length > 0) return { errors };
  const lines = (text: string) =>
    text
      .split("\n")
      .map(cleanLine)
      .filter((line) => line !== "");
  const alternates = Object.fromEntries(
    LOCALES.map((locale) => [locale, lines(fields.alternates[locale])] as const).filter(
      ([, texts]) => texts.length > 0,
    ),
  );
  return {
    content: {
      ...before,
      ...{ question, answer },
      alternates: { ...withoutOurs(before.alternates), ...alternates },
      category: fields.category.split(BELOW).filter((part) => part !== ""),
      tags: fields.tags
        .split(/[,，、]/)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ""),
      audience: Audience.options.find((one) => one === fields.audience) ?? before.audience,
    },
  };
}

/** How an answer is written here: `data` is its JSON, for formats that no text stands for. */
export function wayOfWriting(answer: FaqAnswer | undefined): "markdown" | "steps" | "data" {
  if (answer === undefined || answer.format === "markdown") return "markdown";
  return answer.format === "steps" && isPlain(answer) ? "steps" : "data";
}

function answerFieldOf(answer: FaqAnswer | undefined): string {
  if (answer === undefined) return "";
  if (answer.format === "markdown") return answer.markdown;
  if (answer.format === "steps" && isPlain(answer)) return textOfSteps(answer);
  return JSON.stringify(answer, null, 2);
}

function readAnswer(
  text: string,
  before: FaqAnswer | undefined,
): { readonly answer?: FaqAnswer; readonly problem?: string } {
  if (text === "") return {};
  const markdown = { format: "markdown", markdown: text } as const;
  switch (wayOfWriting(before)) {
    case "markdown":
      return { answer: markdown };
    case "steps":
      // Without a numbered line it has become an answer in paragraphs.
      return { answer: stepsOfText(text) ?? markdown };
    default:
      return readData(text);
  }
}

function readData(text: string): { readonly answer?: FaqAnswer; readonly problem?: string } {
  try {
    return { answer: parseInput(FaqAnswer, "answer", JSON.parse(text)) };
  } catch (error) {
    return { problem: problemIn(error) };
  }
}

function problemIn(error: unknown): string {
  if (!(error instanceof InvalidInputError)) return "JSON";
  return error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
}

/** Texts in languages that the form does not show. */
function withoutOurs<T>(texts: Readonly<Record<string, T>>): Record<string, T> {
  const isOurs = (locale: string) => LOCALES.some((one) => one === locale);
  return Object.fromEntries(Object.entries(texts).filter(([locale]) => !isOurs(locale)));
}

function filled(texts: Readonly<Record<Locale, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
}

function byLocale<T>(value: (locale: Locale) => T): Readonly<Record<Locale, T>> {
  return { en: value("en"), "zh-Hans": value("zh-Hans"), "zh-Hant": value("zh-Hant") };
}

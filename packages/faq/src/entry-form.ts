import type { Audience } from "./audience.ts";
import type { FaqAnswer } from "./faq-answer.ts";
import type { FaqEntry } from "./faq-entry.ts";

/** How many texts an entry has in one locale. */
export interface LocaleCount {
  readonly locale: string;
  readonly count: number;
}

/**
 * All of an entry but its texts: which lists it has, how long, in which locales. Most entries of a knowledge base share a few
 * forms, so that little more than the texts is kept of each.
 */
export interface EntryForm {
  readonly audience: Audience;
  /** 1 where a day of review is named. */
  readonly reviewBy: number;
  /** How many texts the plain lists have. */
  readonly category: number;
  readonly tags: number;
  readonly related: number;
  /** The locales of the questions, in the order of their code units, as those below. */
  readonly question: readonly string[];
  readonly alternates: readonly LocaleCount[];
  readonly learnt: readonly LocaleCount[];
  /** The answers: 1 for a text in Markdown, 0 for another format. */
  readonly answer: readonly LocaleCount[];
}

/** A text of an entry; for an answer of another format than Markdown the answer itself. */
export type EntryText = string | FaqAnswer;

/** An entry taken apart. */
export interface EntryParts {
  readonly id: string;
  readonly form: EntryForm;
  /** In the order in which a form names them. */
  readonly texts: readonly EntryText[];
}

/** Takes an entry apart. */
export function entryParts(entry: FaqEntry): EntryParts {
  const { audience, category, tags, related, reviewBy, answer } = entry;
  const question = sortedLocales(entry.question);
  const days = reviewBy === undefined ? [] : [reviewBy];
  const texts: EntryText[] = [...days, ...category, ...tags, ...related];
  for (const locale of question) texts.push(entry.question[locale] as string);
  const form = {
    audience,
    reviewBy: days.length,
    category: category.length,
    tags: tags.length,
    related: related.length,
    question,
    alternates: takeLists(entry.alternates, texts),
    learnt: takeLists(entry.learnt, texts),
    answer: sortedLocales(answer).map((locale) => {
      const one = answer[locale] as FaqAnswer;
      const isMarkdown = one.format === "markdown";
      texts.push(isMarkdown ? one.markdown : one);
      return { locale, count: isMarkdown ? 1 : 0 };
    }),
  };
  return { id: entry.id, form, texts };
}

function sortedLocales(texts: Readonly<Record<string, unknown>>): string[] {
  const locales = Object.keys(texts);
  return locales.length < 2 ? locales : locales.sort();
}

function takeLists(lists: FaqEntry["alternates"], texts: EntryText[]): LocaleCount[] {
  return sortedLocales(lists).map((locale) => {
    const list = lists[locale] ?? [];
    for (const text of list) texts.push(text);
    return { locale, count: list.length };
  });
}

/** How many texts come before the questions. */
const countAhead = ({ reviewBy, category, tags, related }: EntryForm): number =>
  reviewBy + category + tags + related;

/** How many texts an entry of a form has. */
export function textCount(form: EntryForm): number {
  const { question, alternates, learnt, answer } = form;
  let count = countAhead(form) + question.length + answer.length;
  for (const one of alternates) count += one.count;
  for (const one of learnt) count += one.count;
  return count;
}

/** The question of an entry in one of its locales. */
export const questionOf = ({ form, texts }: EntryParts, locale: string): string =>
  (texts[countAhead(form) + form.question.indexOf(locale)] ?? "") as string;

/** The category of an entry. */
export const categoryOf = ({ form, texts }: EntryParts): string[] =>
  texts.slice(form.reviewBy, form.reviewBy + form.category) as string[];

/** Puts an entry together again. */
export function entryOf({ id, form, texts }: EntryParts): FaqEntry {
  let at = 0;
  const take = (count: number) => {
    at += count;
    return texts.slice(at - count, at) as string[];
  };
  const takeLists = (lists: readonly LocaleCount[]) =>
    recordOf(lists.map(({ locale, count }) => [locale, take(count)]));
  const [reviewBy] = take(form.reviewBy) as NonNullable<FaqEntry["reviewBy"]>[];
  return {
    id,
    category: take(form.category),
    tags: take(form.tags),
    related: take(form.related),
    question: recordOf(form.question.map((locale) => [locale, take(1)[0] ?? ""])),
    alternates: takeLists(form.alternates),
    learnt: takeLists(form.learnt),
    answer: recordOf(form.answer.map(({ locale }) => [locale, asAnswer(texts[at++] ?? "")])),
    audience: form.audience,
    status: "published",
    ...(reviewBy === undefined ? {} : { reviewBy }),
  };
}

const recordOf = <Value>(pairs: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries(pairs);

const asAnswer = (text: EntryText): FaqAnswer =>
  typeof text === "string" ? { format: "markdown", markdown: text } : text;

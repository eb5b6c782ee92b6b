import type { EntryForm } from "./entry-form.ts";
import type { FaqEntry } from "./faq-entry.ts";

/** One way in which an entry is asked. */
export interface Variant {
  /** Which field holds it. */
  readonly field: "question" | "alternate" | "learnt" | "tag";
  /** The language it is written in; `null` for tags. */
  readonly locale: string | null;
  /** The text. */
  readonly text: string;
}

/** The language of a locale: `zh` of `zh-Hant`. */
const languageOf = (locale: string): string => {
  const end = locale.indexOf("-");
  return (end < 0 ? locale : locale.slice(0, end)).toLowerCase();
};

/** The locales of an entry's texts in one language, in a fixed order. */
export function localesOf(texts: Readonly<Record<string, unknown>>, language: string): string[] {
  return Object.keys(texts)
    .filter((locale) => languageOf(locale) === language)
    .sort();
}

/** The languages in which an entry is asked, in a fixed order. */
export function languagesOf(entry: Pick<FaqEntry, "question" | "alternates" | "learnt">): string[] {
  const { question, alternates, learnt } = entry;
  return languagesIn([question, alternates, learnt].flatMap((texts) => Object.keys(texts)));
}

/** The same by the form of an entry. */
export function languagesOfForm({ question, alternates, learnt }: EntryForm): string[] {
  return languagesIn([...question, ...[...alternates, ...learnt].map(({ locale }) => locale)]);
}

const languagesIn = (locales: readonly string[]): string[] =>
  [...new Set(locales.map(languageOf))].sort();

/** Every way in which an entry is asked in one language: questions, alternates, learnt phrasings, the tags as one text. */
export function variantsOf(entry: FaqEntry, language: string): Variant[] {
  const { question, alternates, learnt, tags } = entry;
  const questions = localesOf(question, language).map(
    (locale): Variant => ({ field: "question", locale, text: question[locale] ?? "" }),
  );
  const others = (field: "alternate" | "learnt", texts: FaqEntry["alternates"]) =>
    localesOf(texts, language).flatMap((locale) =>
      (texts[locale] ?? []).map((text): Variant => ({ field, locale, text })),
    );
  const tagged: Variant[] =
    tags.length === 0 ? [] : [{ field: "tag", locale: null, text: tags.join(", ") }];
  return [...questions, ...others("alternate", alternates), ...others("learnt", learnt), ...tagged];
}

import { localizeValue } from "@kefu/core";
import { isLocale, type Locale } from "../locales.ts";

/** A text, and the language that it is really in. */
export interface Served<T> {
  readonly locale: Locale;
  readonly value: T;
}

/** The text in the reader's language, or in the next best one: Chinese readers rather read the other script than English. */
export function served<T>(
  texts: Readonly<Record<string, T>>,
  locale: Locale,
): Served<T> | undefined {
  const found = localizeValue(texts, locale, { last: ["en", "zh-Hans"] });
  return found && { value: found.value, locale: localeOf(found.locale) };
}

/** A language tag as one of ours. */
export function localeOf(tag: string | undefined): Locale {
  return isLocale(tag) ? tag : "en";
}

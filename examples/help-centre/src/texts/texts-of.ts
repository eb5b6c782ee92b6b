import type { Locale } from "../locales.ts";
import { en } from "./en.ts";
import type { Texts } from "./texts.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

const TEXTS: Readonly<Record<Locale, Texts>> = { en, "zh-Hans": zhHans, "zh-Hant": zhHant };

/** The sentences of the interface in a language. */
export function textsOf(locale: Locale): Texts {
  return TEXTS[locale];
}

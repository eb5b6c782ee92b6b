import type { Locale } from "../locales.ts";

/** The `lang` that an element needs: none where its text is in the language of the page. */
export function foreignLang(text: Locale, page: Locale): Locale | undefined {
  return text === page ? undefined : text;
}

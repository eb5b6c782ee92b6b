/** The languages of the help centre, as they stand in its addresses and in `lang` attributes. */
export const LOCALES = ["en", "zh-Hans", "zh-Hant"] as const;
export type Locale = (typeof LOCALES)[number];

export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: "English",
  "zh-Hans": "简体中文",
  "zh-Hant": "繁體中文",
};

/** How moments and numbers are written; British English for its day-month order. */
export const FORMAT_LOCALES: Readonly<Record<Locale, string>> = {
  en: "en-GB",
  "zh-Hans": "zh-Hans-CN",
  "zh-Hant": "zh-Hant-TW",
};

export function isLocale(text: string | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The language that suits a browser's `Accept-Language` header best; English when none does. */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 1000)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { tag: tag.toLowerCase(), quality: Number(quality?.trim().slice(2) ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = localeOfTag(tag);
    if (locale !== undefined) return locale;
  }
  return "en";
}

function localeOfTag(tag: string): Locale | undefined {
  if (/^en\b/.test(tag)) return "en";
  if (!/^(zh|yue)\b/.test(tag)) return undefined;
  if (tag.includes("hans")) return "zh-Hans";
  return /hant|-(tw|hk|mo)\b|^yue/.test(tag) ? "zh-Hant" : "zh-Hans";
}

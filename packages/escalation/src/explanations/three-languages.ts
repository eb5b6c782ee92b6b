/** One sentence in English, 简体 and 繁體. */
export const three = (en: string, hans: string, hant: string) => ({
  en,
  "zh-Hans": hans,
  "zh-Hant": hant,
});

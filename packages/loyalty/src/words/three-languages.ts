import type { LocalizedText } from "@kefu/core";

/** A sentence in English, 简体 and 繁體. */
export function three(en: string, hans: string, hant: string): LocalizedText {
  return { en, "zh-Hans": hans, "zh-Hant": hant };
}

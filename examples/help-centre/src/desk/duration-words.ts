import { type Locale as DurationLocale, formatDuration } from "date-fns";
import { enGB } from "date-fns/locale/en-GB";
import { zhCN } from "date-fns/locale/zh-CN";
import { zhTW } from "date-fns/locale/zh-TW";
import type { Locale } from "../locales.ts";

const LANGUAGES: Readonly<Record<Locale, DurationLocale>> = {
  en: enGB,
  "zh-Hans": zhCN,
  "zh-Hant": zhTW,
};

/** A length of time by its two largest units: "1 hour 20 minutes"; below a minute in seconds. */
export function durationWords(milliseconds: number, locale: Locale): string {
  const seconds = Math.round(Math.max(0, milliseconds) / 1000);
  const minutes = Math.round(seconds / 60);
  const options = { locale: LANGUAGES[locale] };
  return seconds < 60
    ? formatDuration({ seconds }, { ...options, zero: true })
    : formatDuration({ hours: Math.floor(minutes / 60), minutes: minutes % 60 }, options);
}

import type { Instant } from "@kefu/core";
import { FORMAT_LOCALES, type Locale } from "../locales.ts";
import { textsOf } from "../texts/texts-of.ts";
import { DESK_ZONE } from "./desk-hours.ts";

const DAY = 86_400_000;

/** A moment in the desk's zone, in words that fit into a sentence: "today at 20:00". */
export function momentWords(at: Instant, now: Instant, locale: Locale): string {
  const { time: words } = textsOf(locale);
  const time = formatter(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    at,
  );
  if (dayKey(at) === dayKey(now)) return words.today(time);
  if (dayKey(at) === dayKey((now + DAY) as Instant)) return words.tomorrow(time);
  const day = formatter(locale, { weekday: "long", day: "numeric", month: "long" }).format(at);
  return words.onDay(day, time);
}

/** A day in the desk's zone, with its year: "24 November 2026". */
export function dayWords(at: Instant, locale: Locale): string {
  return formatter(locale, { day: "numeric", month: "long", year: "numeric" }).format(at);
}

function dayKey(at: Instant): string {
  return formatter("en", { year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it. */
function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(FORMAT_LOCALES[locale], { ...options, timeZone: DESK_ZONE });
  formatters.set(key, made);
  return made;
}

import { type Locale, type LocalizedText, localize } from "@kefu/core";
import { NOT_KNOWN } from "./condition-messages.ts";

/** How the members of a list hang together. */
export type Joint = "or" | "and";

/** A list between its members, and before the last one. */
const JOINTS: Readonly<Record<Joint | "comma", LocalizedText>> = {
  or: { en: " or ", "zh-Hans": "或", "zh-Hant": "或" },
  and: { en: " and ", "zh-Hans": "和", "zh-Hant": "和" },
  comma: { en: ", ", "zh-Hans": "、", "zh-Hant": "、" },
};
const NOTHING: LocalizedText = { en: "nothing", "zh-Hans": "无", "zh-Hant": "無" };

/** The units of a duration, for one and for more, the longest first. */
const UNITS: Readonly<Record<string, readonly [LocalizedText, LocalizedText]>> = {
  years: both("year", "年", "年"),
  months: both("month", "个月", "個月"),
  weeks: both("week", "周", "週"),
  days: both("day", "天", "天"),
  hours: both("hour", "小时", "小時"),
  minutes: both("minute", "分钟", "分鐘"),
  seconds: both("second", "秒", "秒"),
};

function both(en: string, hans: string, hant: string): readonly [LocalizedText, LocalizedText] {
  const chinese = { "zh-Hans": hans, "zh-Hant": hant };
  return [
    { en, ...chinese },
    { en: `${en}s`, ...chinese },
  ];
}

const LONGEST_VALUE = 80;

/** A value of a condition or a profile as people read it, cut off after 80 characters. */
export function valueInWords(value: unknown, locale: Locale, joint: Joint): string {
  const text = wordsOf(value, locale, joint);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** The text that is meant for readers of a language. */
export function textIn(words: LocalizedText, locale: Locale): string {
  return localize(words, locale)?.text ?? "";
}

function wordsOf(value: unknown, locale: Locale, joint: Joint): string {
  if (value === undefined || value === null) return textIn(NOT_KNOWN, locale);
  if (Array.isArray(value)) return listInWords(value, locale, joint);
  if (typeof value !== "object") return String(value);
  return durationInWords(value, locale) ?? JSON.stringify(value);
}

function listInWords(values: readonly unknown[], locale: Locale, joint: Joint): string {
  // What would be cut off need not be written.
  const words = values.slice(0, LONGEST_VALUE).map((one) => memberInWords(one, locale));
  const last = words.pop();
  if (last === undefined) return textIn(NOTHING, locale);
  if (words.length === 0) return last;
  return words.join(textIn(JOINTS.comma, locale)) + textIn(JOINTS[joint], locale) + last;
}

function memberInWords(value: unknown, locale: Locale): string {
  return Array.isArray(value) ? JSON.stringify(value) : wordsOf(value, locale, "and");
}

/** Nothing for what is no duration. */
function durationInWords(value: object, locale: Locale): string | undefined {
  const parts: Readonly<Record<string, unknown>> = { ...value };
  const isDuration = Object.entries(parts).every(
    ([unit, count]) => Object.hasOwn(UNITS, unit) && typeof count === "number",
  );
  if (!isDuration) return undefined;
  const words = Object.entries(UNITS).flatMap(([unit, [one, more]]) => {
    const count = parts[unit];
    return count === undefined ? [] : [`${count} ${textIn(count === 1 ? one : more, locale)}`];
  });
  return words.length === 0 ? undefined : words.join(" ");
}

import type { Locale } from "@kefu/core";

/** Regions of Chinese say which script is meant. */
const SCRIPTS: ReadonlyMap<Locale, Locale> = new Map([
  ["zh-CN", "zh-Hans"],
  ["zh-SG", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["zh-HK", "zh-Hant"],
  ["zh-MO", "zh-Hant"],
]);

/**
 * Whether someone who writes a language can answer in another: when they are the same, or one is the wider name of the
 * other. Two regions are two languages, and so are the two scripts of Chinese.
 */
export function serves(written: Locale, asked: Locale): boolean {
  return (
    written === asked || widerThan(asked).includes(written) || widerThan(written).includes(asked)
  );
}

function widerThan(locale: Locale): readonly Locale[] {
  const wider = SCRIPTS.get(locale) ?? locale.slice(0, Math.max(0, locale.lastIndexOf("-")));
  return wider === "" ? [] : [wider, ...widerThan(wider)];
}

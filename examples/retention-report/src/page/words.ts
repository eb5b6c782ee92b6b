import { ReportError } from "../report-error.ts";
import { SENTENCES, type Sentence } from "./sentences.ts";

const LOCALES = ["en", "zh-Hans", "zh-Hant"] as const;

/** A language the report is written in. */
export type ReportLocale = (typeof LOCALES)[number];

/** The language of a tag. */
export function localeOf(tag: string): ReportLocale {
  const locale = LOCALES.find((known) => known.toLowerCase() === tag.toLowerCase());
  if (locale !== undefined) return locale;
  throw new ReportError(`--locale: "${tag}" is not one of ${LOCALES.join(", ")}`);
}

/** The words and figures of one language. */
export interface Words {
  readonly locale: ReportLocale;
  readonly say: (sentence: Sentence, facts?: Readonly<Record<string, string | number>>) => string;
  readonly count: (value: number) => string;
  /** A share as a percentage; a dash where there is none. */
  readonly percent: (share: number | null) => string;
  /** An amount in whole units of its currency. */
  readonly amount: (minor: number) => string;
  /** Two ends. */
  readonly range: (
    interval: { readonly lower: number; readonly upper: number },
    text: (value: number) => string,
  ) => string;
}

/** The words of a language, for amounts of one currency. */
export function wordsIn(locale: ReportLocale, currency: string, decimals: number): Words {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const money = (digits: number) =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const [whole, exact] = [money(0), money(decimals)];
  return {
    locale,
    say: (sentence, facts = {}) =>
      SENTENCES[sentence][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name])),
    count: (value) => number.format(value),
    percent: (value) => (value === null ? "–" : share.format(value)),
    // Below a hundred, the smallest units matter.
    amount: (minor) => {
      const units = minor / 10 ** decimals;
      return (Math.abs(units) < 100 ? exact : whole).format(units);
    },
    range: ({ lower, upper }, text) =>
      `${text(lower)}${locale === "en" ? " to " : " 至 "}${text(upper)}`,
  };
}

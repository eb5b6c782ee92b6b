import { decimalOf, explainBecause, localize, type MessageCatalogue, money } from "@kefu/core";
import { type Counted, MEASURES } from "../tiers/tier-policy.ts";
import { walletMessages } from "./wallet-messages.ts";

type Facts = Readonly<Record<string, string | number>>;

/** Writes sentences, numbers, dates and amounts of one language. */
export interface Pen {
  readonly write: (code: string, facts: Facts) => string;
  /** A sentence about so many. */
  readonly counted: (code: string, count: number, facts?: Facts) => string;
  /** Any one of these. */
  readonly anyOf: (missing: { readonly [M in keyof Counted]?: number | undefined }) => string;
  /** A day or month written by its number. */
  readonly date: (last: string) => string;
  /** The day of a moment. */
  readonly day: (at: number) => string;
  readonly number: (count: number) => string;
  /** An amount of the currency's smallest unit. */
  readonly price: (minor: number) => string;
}

/** For whom a pen writes. */
interface PenLanguage {
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
}

/** A pen for a language; numbers and dates are those of the language in which the sentences are. */
export function penOf(
  { locale, timeZone, currency }: PenLanguage,
  catalogue: MessageCatalogue = walletMessages,
): Pen {
  const language = localize(walletMessages["or"] ?? {}, locale)?.locale ?? "en";
  const write = (code: string, facts: Facts) =>
    explainBecause({ code, facts }, language, catalogue);
  const number = new Intl.NumberFormat(language);
  const price = new Intl.NumberFormat(language, { style: "currency", currency });
  const counted = (code: string, count: number, facts: Facts = {}) => {
    const n = code === "spendMinor" ? amount(count) : number.format(count);
    return write(code, { n, s: count === 1 ? "" : "s", ...facts });
  };
  const amount = (minor: number) =>
    price.format(decimalOf(money(minor, currency)) as Intl.StringNumericLiteral);
  const dated = (at: number, zone: string, month?: "month") =>
    new Intl.DateTimeFormat(language, {
      ...(month ? { year: "numeric", month: "long" } : { dateStyle: "long" }),
      timeZone: zone,
    }).format(at);
  return {
    write,
    counted,
    anyOf: (missing) => {
      const ways = MEASURES.filter((measure) => missing[measure] !== undefined);
      return ways.map((way) => counted(way, missing[way] ?? 0)).join(write("or", {}));
    },
    date: (last) => dated(Date.parse(last), "UTC", last.length > 7 ? undefined : "month"),
    day: (at) => dated(at, timeZone),
    number: (count) => number.format(count),
    price: amount,
  };
}

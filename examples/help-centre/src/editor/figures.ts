import type { Instant } from "@kefu/core";
import { DESK_ZONE } from "../desk/desk-hours.ts";
import { FORMAT_LOCALES, type Locale } from "../locales.ts";

/** How figures are written in a language. */
export interface Figures {
  /** A share as percent, without digits after the point. */
  readonly share: (share: number) => string;
  /** A number, with at most one digit after the point. */
  readonly number: (value: number) => string;
  /** A day without its year. */
  readonly day: (at: Instant) => string;
  /** A day with its year. */
  readonly date: (at: Instant) => string;
}

export function figuresIn(locale: Locale): Figures {
  const tag = FORMAT_LOCALES[locale];
  const share = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const zone = { timeZone: DESK_ZONE } as const;
  const day = new Intl.DateTimeFormat(tag, { ...zone, day: "numeric", month: "short" });
  const date = new Intl.DateTimeFormat(tag, { ...zone, dateStyle: "medium" });
  return {
    share: (value) => share.format(value),
    number: (value) => number.format(value),
    day: (at) => day.format(at),
    date: (at) => date.format(at),
  };
}

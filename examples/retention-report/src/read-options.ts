import { parseArgs } from "node:util";
import { Currency, currencyDecimals } from "@kefu/core";
import type { Assumptions } from "./figures/report-figures.ts";
import type { ColumnNames } from "./orders/order-columns.ts";
import { dayOfDate, minorOfAmount } from "./orders/read-cells.ts";
import { localeOf, type ReportLocale } from "./page/words.ts";
import { ReportError } from "./report-error.ts";

const text = { type: "string" } as const;
const OPTIONS = {
  out: { ...text, default: "retention-report.html" },
  json: { type: "boolean", default: false },
  locale: { ...text, default: "en" },
  workers: { ...text, default: "1" },
  queue: { type: "boolean", default: false },
  id: text,
  date: text,
  amount: text,
  currency: { ...text, default: "USD" },
  "calibration-end": text,
  margin: { ...text, default: "1" },
  discount: { ...text, default: "0.1" },
  "contact-cost": { ...text, default: "1" },
  success: { ...text, default: "0.1" },
  satisfied: text,
  spending: { ...text, default: "0" },
  help: { type: "boolean", default: false },
} as const;

/** What was asked for. */
export interface ReportOptions {
  /** The file of orders; the orders that come along, where it is left out. */
  readonly file: string | undefined;
  readonly out: string;
  readonly isJson: boolean;
  readonly locale: ReportLocale;
  readonly workers: number;
  /** Whether workers are processes that take their work from a queue. */
  readonly isQueued: boolean;
  readonly columns: ColumnNames;
  readonly decimals: number;
  readonly assumptions: Assumptions;
}

/** Reads the words of a command line; `"help"` where help was asked for. */
export function readOptions(words: readonly string[]): ReportOptions | "help" {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
  });
  if (values.help) return "help";
  if (positionals.length > 1) throw new ReportError("report [orders.csv]; --help tells more");
  const { id, date, amount, locale, out } = values;
  const currency = currencyOf(values.currency);
  const decimals = currencyDecimals(currency);
  const amountOf = (name: "contact-cost" | "spending") => {
    const minor = minorOfAmount(values[name], decimals);
    if (minor !== undefined && minor >= 0) return minor;
    throw wrong(name, values[name], `an amount of ${currency}`);
  };
  const shareOf = (name: "margin" | "discount" | "success") => {
    const share = Number(values[name]);
    if (values[name].trim() !== "" && share >= 0 && share <= 1) return share;
    throw wrong(name, values[name], "a share from 0 to 1");
  };
  return {
    file: positionals[0],
    out,
    isJson: values.json,
    locale: localeOf(locale),
    workers: workersOf(values.workers),
    isQueued: values.queue,
    columns: { id, date, amount },
    decimals,
    assumptions: {
      currency,
      calibrationDay: calibrationDayOf(values["calibration-end"]),
      valuation: { margin: shareOf("margin"), discountRate: shareOf("discount") },
      winBack: { contactCostMinor: amountOf("contact-cost"), successShare: shareOf("success") },
      satisfaction: {
        satisfied: satisfiedOf(values.satisfied ?? "800/1000"),
        isGiven: values.satisfied !== undefined,
        spendingMinor: amountOf("spending"),
      },
    },
  };
}

const wrong = (name: string, value: string, must: string) =>
  new ReportError(`--${name}: "${value}" is not ${must}`);

function currencyOf(code: string): string {
  if (Currency.safeParse(code).success) return code;
  throw wrong("currency", code, "a currency such as EUR");
}

function workersOf(value: string): number {
  const workers = Number(value);
  if (Number.isInteger(workers) && workers >= 1 && workers <= 64) return workers;
  throw wrong("workers", value, "a number from 1 to 64");
}

function calibrationDayOf(date: string | undefined): number | undefined {
  const day = date === undefined ? undefined : dayOfDate(date);
  if (date !== undefined && day === undefined)
    throw wrong("calibration-end", date, "a date such as 2026-11-24");
  return day;
}

function satisfiedOf(value: string): { count: number; of: number } {
  const [, count = "", of = ""] = /^(\d{1,12})\/(\d{1,12})$/.exec(value) ?? [];
  if (of !== "" && Number(count) <= Number(of)) return { count: Number(count), of: Number(of) };
  throw wrong("satisfied", value, "how many of how many, such as 800/1000");
}

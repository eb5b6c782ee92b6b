import { CurrencyMismatchError, InvalidInputError, type KefuIssue } from "@kefu/core";
import { dayOf } from "./day-number.ts";
import type { HistoryPolicy, TransactionColumns, TransactionInput } from "./transaction.ts";

/** Checked rows, as columns. */
export interface TransactionRows {
  readonly customerIds: ArrayLike<string | number>;
  readonly days: ArrayLike<number>;
  readonly amounts: ArrayLike<number>;
  /** How many rows in other currencies were left out. */
  readonly otherCurrency: number;
}

/** 0000-01-01 and 9999-12-31, in days from 1970-01-01. */
export const [FIRST_DAY, LAST_DAY] = [-719_528, 2_932_896];

type CurrencyRule = Pick<HistoryPolicy, "currency" | "otherCurrencies">;
type Path = readonly (string | number)[];
type Given = Readonly<Partial<Record<keyof TransactionColumns, unknown>>>;

/** Reads and checks rows, by columns or one by one. Columns that are numbers already are not copied. */
export function readTransactions(
  transactions: TransactionColumns | Iterable<TransactionInput>,
  rule: CurrencyRule,
): TransactionRows {
  const given: unknown = transactions;
  if (typeof given !== "object" || given === null) throw mistake([], "must be rows or columns");
  const columns: Given = Symbol.iterator in given ? columnsOf(given as Iterable<unknown>) : given;
  const ids = listOf(columns.customerIds, "customerIds");
  const { length } = ids;
  const issues: KefuIssue[] = [];
  const rows = {
    customerIds: checked(ids, isId, ID, issues) as ArrayLike<string | number>,
    days: daysIn(listOf(columns.dates, "dates", length), issues),
    amounts: amountsIn(columns.amountsMinor, length, issues),
  };
  if (issues.length > 0) throw new InvalidInputError("transactions", issues);
  if (columns.currencies === undefined) return { ...rows, otherCurrency: 0 };
  return ofCurrency(rows, listOf(columns.currencies, "currencies", length), rule);
}

/** The rows as columns; what is missing stays missing, to be found by the check. */
function columnsOf(rows: Iterable<unknown>): Record<keyof TransactionColumns, unknown[]> {
  const [customerIds, dates, amountsMinor, currencies]: unknown[][] = [[], [], [], []];
  const columns = { customerIds, dates, amountsMinor, currencies } as Record<
    keyof TransactionColumns,
    unknown[]
  >;
  for (const row of rows) {
    const {
      customerId,
      date,
      amountMinor = 0,
      currency,
    } = (row ?? {}) as Partial<TransactionInput>;
    columns.customerIds.push(customerId);
    columns.dates.push(date);
    columns.amountsMinor.push(amountMinor);
    columns.currencies.push(currency);
  }
  return columns;
}

/** What a column is called in issues, and what it must be. */
interface Must {
  readonly name: keyof TransactionInput;
  readonly be: string;
}

const ID: Must = { name: "customerId", be: "1 to 128 characters, or a whole number" };
const DATE: Must = { name: "date", be: "a day of the calendar" };
const AMOUNT: Must = { name: "amountMinor", be: "a whole number of the smallest unit" };

/** A file with millions of bad rows needs no million issues. */
const MOST_ISSUES = 100;

function checked(
  column: ArrayLike<unknown>,
  isRight: (value: unknown) => boolean,
  { name, be }: Must,
  issues: KefuIssue[],
): ArrayLike<unknown> {
  // Whole numbers of 32 bits are safe ones.
  if (column instanceof Int32Array && isRight !== isDay) return column;
  for (let row = 0; row < column.length && issues.length < MOST_ISSUES; row++) {
    if (!isRight(column[row])) issues.push({ path: [row, name], message: `must be ${be}` });
  }
  return column;
}

const isId = (id: unknown): boolean =>
  typeof id === "string" ? id.length > 0 && id.length <= 128 : Number.isSafeInteger(id);

const isDay = (day: unknown): boolean =>
  Number.isInteger(day) && Number(day) >= FIRST_DAY && Number(day) <= LAST_DAY;

function daysIn(dates: ArrayLike<unknown>, issues: KefuIssue[]): ArrayLike<number> {
  const areNumbers = typeof dates[0] === "number";
  const days = areNumbers ? dates : Array.from(dates, (date) => dayOf(date));
  return checked(days, isDay, DATE, issues) as ArrayLike<number>;
}

function amountsIn(given: unknown, length: number, issues: KefuIssue[]): ArrayLike<number> {
  if (given === undefined) return new Float64Array(length);
  const amounts = listOf(given, "amountsMinor", length);
  return checked(amounts, Number.isSafeInteger, AMOUNT, issues) as ArrayLike<number>;
}

function ofCurrency(
  rows: Omit<TransactionRows, "otherCurrency">,
  currencies: ArrayLike<unknown>,
  { currency, otherCurrencies }: CurrencyRule,
): TransactionRows {
  const kept: number[] = [];
  for (let row = 0; row < currencies.length; row++) {
    if ((currencies[row] ?? currency) === currency) kept.push(row);
    else if (otherCurrencies === "refuse") throw otherCurrencyError([row, "currency"], currency);
  }
  const otherCurrency = currencies.length - kept.length;
  if (otherCurrency === 0) return { ...rows, otherCurrency };
  const pick = <Value>(column: ArrayLike<Value>) => kept.map((row) => column[row] as Value);
  return {
    customerIds: pick(rows.customerIds),
    days: pick(rows.days),
    amounts: pick(rows.amounts),
    otherCurrency,
  };
}

/** A row or a sum is in another currency than the policy says. */
export function otherCurrencyError(
  path: Path,
  currency: string | null = null,
): CurrencyMismatchError {
  const message = currency === null ? "must be left out, as in the policy" : `must be ${currency}`;
  return new CurrencyMismatchError("transactions", [{ path, message }]);
}

function listOf(given: unknown, column: string, length?: number): ArrayLike<unknown> {
  const isList = Array.isArray(given) || (ArrayBuffer.isView(given) && "length" in given);
  if (!isList) throw mistake([column], "must be a list");
  const list = given as ArrayLike<unknown>;
  if (list.length === (length ?? list.length)) return list;
  throw mistake([column], "must be as long as `customerIds`");
}

const mistake = (path: Path, message: string) =>
  new InvalidInputError("transactions", [{ path, message }]);

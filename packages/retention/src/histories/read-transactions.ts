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

/** A file with millions of bad rows needs no million issues. */
const MOST_ISSUES = 100;

/** Reads and checks rows, by columns or one by one. */
export function readTransactions(
  transactions: TransactionColumns | Iterable<TransactionInput>,
  policy: Pick<HistoryPolicy, "currency" | "otherCurrencies">,
): TransactionRows {
  const given: unknown = transactions;
  if (typeof given !== "object" || given === null) throw mistake([], "must be rows or columns");
  const columns = Symbol.iterator in given ? columnsOf(given as Iterable<unknown>) : given;
  return checked(columns as Given, policy);
}

/** The rows as columns; what is missing stays missing, to be found by the check. */
function columnsOf(rows: Iterable<unknown>): Record<keyof TransactionColumns, unknown[]> {
  const columns = {
    customerIds: [] as unknown[],
    dates: [] as unknown[],
    amountsMinor: [] as unknown[],
    currencies: [] as unknown[],
  };
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

type Given = Readonly<Partial<Record<keyof TransactionColumns, unknown>>>;
type CurrencyRule = Pick<HistoryPolicy, "currency" | "otherCurrencies">;
type Path = readonly (string | number)[];

function checked(given: Given, rule: CurrencyRule): TransactionRows {
  const ids = listOf(given.customerIds, "customerIds");
  const { length } = ids;
  const dates = listOf(given.dates, "dates", length);
  const { amountsMinor, currencies } = given;
  const paid = amountsMinor === undefined ? [] : listOf(amountsMinor, "amountsMinor", length);
  const kept =
    currencies === undefined
      ? undefined
      : ofCurrency(listOf(currencies, "currencies", length), rule);
  const customerIds: unknown[] = [];
  const days = new Int32Array(length);
  const amounts = new Float64Array(length);
  const issues: KefuIssue[] = [];
  let size = 0;
  for (let row = 0; row < length && issues.length < MOST_ISSUES; row++) {
    if (kept !== undefined && !kept(row)) continue;
    const [id, day] = [ids[row], dayNumber(dates[row])];
    const amount = amountsMinor === undefined ? 0 : paid[row];
    if (isId(id) && day !== undefined && Number.isSafeInteger(amount)) {
      if (kept !== undefined) customerIds.push(id);
      days[size] = day;
      amounts[size++] = amount as number;
    } else issues.push(issueOf(row, isId(id), day !== undefined));
  }
  if (issues.length > 0) throw new InvalidInputError("transactions", issues);
  return {
    customerIds: (kept === undefined ? ids : customerIds) as ArrayLike<string | number>,
    days: days.subarray(0, size),
    amounts: amounts.subarray(0, size),
    otherCurrency: length - size,
  };
}

function issueOf(row: number, idIsFine: boolean, dayIsFine: boolean): KefuIssue {
  if (!idIsFine) {
    return { path: [row, "customerId"], message: "must be 1 to 128 characters, or a whole number" };
  }
  return dayIsFine
    ? { path: [row, "amountMinor"], message: "must be a whole number of the smallest unit" }
    : { path: [row, "date"], message: "must be a day of the calendar" };
}

function isId(id: unknown): id is string | number {
  return typeof id === "string" ? id.length > 0 && id.length <= 128 : Number.isSafeInteger(id);
}

function dayNumber(date: unknown): number | undefined {
  if (typeof date === "string") return dayOf(date);
  return Number.isInteger(date) && Number(date) >= FIRST_DAY && Number(date) <= LAST_DAY
    ? Number(date)
    : undefined;
}

/** Tells which rows count. */
function ofCurrency(
  currencies: ArrayLike<unknown>,
  { currency, otherCurrencies }: CurrencyRule,
): (row: number) => boolean {
  return (row) => {
    const own = currencies[row] ?? currency;
    if (own === currency) return true;
    if (otherCurrencies === "leaveOut") return false;
    throw otherCurrencyError([row, "currency"], currency);
  };
}

/** A row or a sum is in another currency than the policy says. */
export function otherCurrencyError(
  path: Path,
  currency: string | null = null,
): CurrencyMismatchError {
  const message =
    currency === null ? "must be left out: the policy names none" : `must be ${currency}`;
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

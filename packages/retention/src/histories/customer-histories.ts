import { type Accumulator, parseInput } from "@kefu/core";
import { z } from "zod";
import { exactSum } from "../exact-sum.ts";
import { addRun, mergeRuns, type RowKind, type Runs, requireRuns, rowsOf } from "../sorted-runs.ts";
import { type CustomerHistories, customerHistoriesOf } from "./customer-histories-of.ts";
import { dayOf } from "./day-number.ts";
import { type GroupedRows, groupByCustomer } from "./group-by-customer.ts";
import {
  FIRST_DAY,
  LAST_DAY,
  otherCurrencyError,
  readTransactions,
  type TransactionRows,
} from "./read-transactions.ts";
import {
  HistoryPolicy,
  type HistoryPolicyInput,
  Transaction,
  type TransactionColumns,
  type TransactionInput,
} from "./transaction.ts";

/**
 * A customer and what he did, three numbers a day: twice the day from 1970-01-01, how many purchases, what was paid. What was
 * paid back on a day stands behind it, with one added to twice the day, no purchases, and an amount below 0.
 */
export type HistoryRow = readonly [customerId: string, days: readonly number[]];

/** What customers bought and returned, day by day, a sum in plain JSON. */
export interface HistorySum {
  /** Without contract nobody is seen to leave; contracts are summed up by `lifetimes`. */
  readonly kind: "nonContractual";
  /** The currency of all amounts; `null` where the policy names none. */
  readonly currency: string | null;
  /** How many rows in other currencies were left out. */
  readonly otherCurrency: number;
  /** Sorted rows of customers. */
  readonly runs: Runs<HistoryRow>;
}

/** Sums up histories, also many rows at once. */
export interface HistoryAccumulator
  extends Accumulator<TransactionInput, HistorySum, CustomerHistories> {
  /** The sum with many rows more; much quicker than row by row. Customers that are numbers become texts. */
  readonly addAll: (
    sum: HistorySum,
    transactions: TransactionColumns | Iterable<TransactionInput>,
  ) => HistorySum;
}

/**
 * What each customer did, out of parts in any order: by day, by file, by machine. The sum keeps all days, so that one sum
 * can be finished under several policies: at two dates, say. {@link summarizeTransactions} says how rows are counted.
 *
 * @returns an accumulator; `finish` gives customers in the order of their ids
 * @throws `InvalidInputError` when the policy, a row or a sum has not its shape
 * @throws `CurrencyMismatchError` when a row or a sum is in another currency than the policy says
 * @throws `AmountOverflowError` when a customer's amounts add up to more than 2^53 − 1
 *
 * @example
 * ```ts
 * import { customerHistories } from "@kefu/retention";
 *
 * const histories = customerHistories({ calibrationEnd: "2026-06-30", unit: "day" });
 * const january = histories.add(histories.create(), { customerId: "mei", date: "2026-01-05" });
 * const later = histories.addAll(histories.create(), [
 *   { customerId: "ann", date: "2026-06-20" },
 *   { customerId: "mei", date: "2026-03-06" },
 * ]);
 * const { customerIds, frequency, recency, age } = histories.finish(histories.merge(later, january));
 * [customerIds, [...frequency], [...recency], [...age]]; // => [["ann", "mei"], [0, 1], [0, 60], [10, 176]]
 * ```
 */
export function customerHistories(policy: HistoryPolicyInput): HistoryAccumulator {
  const parsed = parseInput(HistoryPolicy, "history policy", policy);
  const { currency = null, otherCurrencies } = parsed;
  const checked = (sum: HistorySum): HistorySum => requireSum(sum, currency);
  return {
    create: () => ({ kind: "nonContractual", currency, otherCurrency: 0, runs: [] }),
    add: (given, input) => {
      const sum = checked(given);
      const row = parseInput(Transaction, "transaction", input);
      if ((row.currency ?? currency) === currency) {
        return { ...sum, runs: addRun(HISTORIES, sum.runs, [rowOf(row)]) };
      }
      if (otherCurrencies === "refuse") throw otherCurrencyError(["currency"], currency);
      return { ...sum, otherCurrency: sum.otherCurrency + 1 };
    },
    addAll: (given, transactions) => {
      const sum = checked(given);
      const rows = readTransactions(transactions, parsed);
      const otherCurrency = sum.otherCurrency + rows.otherCurrency;
      return { ...sum, otherCurrency, runs: addRun(HISTORIES, sum.runs, runOf(rows)) };
    },
    merge: (one, other) => {
      const [a, b] = [checked(one), checked(other)];
      const otherCurrency = a.otherCurrency + b.otherCurrency;
      return { ...a, otherCurrency, runs: mergeRuns(HISTORIES, a.runs, b.runs) };
    },
    finish: (given) => {
      const { otherCurrency } = checked(given);
      return customerHistoriesOf(historyRows(given), otherCurrency, parsed);
    },
  };
}

const Sum = z.object({
  kind: z.literal("nonContractual"),
  currency: z.string().nullable(),
  otherCurrency: z.int().nonnegative(),
});

function requireSum(sum: HistorySum, currency?: string | null): HistorySum {
  const { runs } = (sum ?? {}) as Partial<HistorySum>;
  // The rows are checked when they are touched.
  const head = parseInput(Sum, HISTORIES.subject, { ...sum, runs: undefined });
  if (currency !== undefined && head.currency !== currency) {
    throw otherCurrencyError(["currency"], currency);
  }
  return { ...head, runs: requireRuns(HISTORIES, runs) };
}

/** All days of a sum, grouped by customer in the order of ids. */
export function historyRows(sum: HistorySum): GroupedRows {
  const rows = rowsOf(HISTORIES, requireSum(sum).runs);
  const starts = new Int32Array(rows.length + 1);
  for (let at = 0; at < rows.length; at++) {
    starts[at + 1] = (starts[at] as number) + (rows[at] as HistoryRow)[1].length / 3;
  }
  const size = starts[rows.length] as number;
  const days = new Int32Array(size);
  const [orders, amounts] = [new Float64Array(size), new Float64Array(size)];
  let to = 0;
  for (const [, list] of rows) {
    for (let at = 0; at < list.length; at += 3, to++) {
      days[to] = (list[at] as number) >> 1;
      orders[to] = list[at + 1] as number;
      amounts[to] = list[at + 2] as number;
    }
  }
  return { customerIds: rows.map((row) => row[0]), starts, days, orders, amounts };
}

const HISTORIES: RowKind<HistoryRow> = {
  subject: "history sum",
  isRow: (row): row is HistoryRow =>
    Array.isArray(row) &&
    row.length === 2 &&
    typeof row[0] === "string" &&
    Array.isArray(row[1]) &&
    areDays(row[1]),
  compare: (one, other) => {
    if (one[0] === other[0]) return 0;
    return one[0] < other[0] ? -1 : 1;
  },
  join: ([id, one], [, other]) => [id, joinDays(one, other)],
};

/** Looked at by hand: sums of millions of days are checked each time they are merged. */
function areDays(list: readonly unknown[]): boolean {
  for (let at = 0; at < list.length; at += 3) {
    if (!isDay(list as number[], at)) return false;
  }
  return list.length % 3 === 0;
}

function isDay(list: readonly number[], at: number): boolean {
  const [key, orders, amount] = [
    list[at] as number,
    list[at + 1] as number,
    list[at + 2] as number,
  ];
  if (!(Number.isInteger(key) && Number.isSafeInteger(orders) && Number.isSafeInteger(amount)))
    return false;
  const isKnown =
    key >= 2 * FIRST_DAY && key <= 2 * LAST_DAY + 1 && !((list[at - 3] as number) >= key);
  return isKnown && (key % 2 === 0 ? orders > 0 && amount >= 0 : orders === 0 && amount < 0);
}

/** Both lists in one, what they have of the same key added up. */
function joinDays(one: readonly number[], other: readonly number[]): number[] {
  const joined: number[] = [];
  let [left, right] = [0, 0];
  while (left < one.length || right < other.length) {
    const [a, b] = [
      one[left] ?? Number.POSITIVE_INFINITY,
      other[right] ?? Number.POSITIVE_INFINITY,
    ];
    const [fromOne, fromOther] = [a <= b ? 1 : 0, b <= a ? 1 : 0];
    const sum = (part: number) =>
      exact(fromOne * (one[left + part] ?? 0) + fromOther * (other[right + part] ?? 0));
    joined.push(Math.min(a, b), sum(1), sum(2));
    left += 3 * fromOne;
    right += 3 * fromOther;
  }
  return joined;
}

/** One purchase or return. */
function rowOf({ customerId, date, amountMinor }: z.output<typeof Transaction>): HistoryRow {
  const list: number[] = [];
  appendDay(list, dayOf(date) as number, amountMinor);
  return [customerId, list];
}

/** Many rows as one run. */
function runOf(rows: TransactionRows): readonly HistoryRow[] {
  const { customerIds, starts, days, amounts } = groupByCustomer(rows);
  const run = customerIds.map((id, customer): HistoryRow => {
    const [bought, returned]: [number[], number[]] = [[], []];
    for (let at = starts[customer] as number; at < (starts[customer + 1] as number); at++) {
      const amount = amounts[at] as number;
      appendDay(amount < 0 ? returned : bought, days[at] as number, amount);
    }
    return [String(id), returned.length === 0 ? bought : joinDays(bought, returned)];
  });
  return run.sort(HISTORIES.compare);
}

/** Adds to the last day of a list, or begins the next. */
function appendDay(list: number[], day: number, amount: number): void {
  const [key, orders] = amount < 0 ? [2 * day + 1, 0] : [2 * day, 1];
  const last = list.length - 3;
  if (list[last] !== key) list.push(key, orders, amount);
  else {
    list[last + 1] = (list[last + 1] as number) + orders;
    list[last + 2] = exact((list[last + 2] as number) + amount);
  }
}

const exact = (sum: number): number => exactSum(HISTORIES.subject, sum);

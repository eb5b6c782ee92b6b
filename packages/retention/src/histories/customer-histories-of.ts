import type { Because, LocalDate } from "@kefu/core";
import { type Diagnostic, diagnosticsOf } from "../estimate.ts";
import { exactSum } from "../exact-sum.ts";
import { dayOf } from "./day-number.ts";
import type { GroupedRows } from "./group-by-customer.ts";
import { emptyTally, type Tally, tallyPurchases } from "./tally-purchases.ts";
import { type HistoryPolicy, UNIT_DAYS } from "./transaction.ts";

/** What each customer did, one customer an entry in each column, up to the end of the calibration. */
export interface CustomerHistories {
  /** Without contract nobody is seen to leave; customers with a contract are summed up by `lifetimes`. */
  readonly kind: "nonContractual";
  /** Who. */
  readonly customerIds: readonly (string | number)[];
  /** On how many days after the first they bought again. */
  readonly frequency: Int32Array;
  /** From the first purchase to the last, in the unit. */
  readonly recency: Float64Array;
  /** From the first purchase to the end of the calibration, in the unit. */
  readonly age: Float64Array;
  /** What they spent on the days that {@link CustomerHistories.frequency} counts; less what was paid back. */
  readonly repeatSpendMinor: Float64Array;
  /** What they spent in all, the first day included; less what was paid back. */
  readonly spendMinor: Float64Array;
  /** How often they bought in all, twice on one day counted as two. */
  readonly orders: Float64Array;
  /** The day of the first purchase, from 1970-01-01. */
  readonly firstDay: Int32Array;
  /** The day of the last purchase, from 1970-01-01. */
  readonly lastDay: Int32Array;
  /** What they did in the hold-out; `null` where the policy names none. */
  readonly holdout: {
    /** On how many days they bought. */
    readonly frequency: Int32Array;
    /** What they spent on these. */
    readonly spendMinor: Float64Array;
  } | null;
  /** How many customers. */
  readonly n: number;
  /** The unit of recency and age. */
  readonly unit: HistoryPolicy["unit"];
  /** How many days the unit has. */
  readonly unitDays: number;
  /** The currency; `null` where the policy names none. */
  readonly currency: string | null;
  /** The end of the calibration, included. */
  readonly asOf: LocalDate;
  /** The end of the hold-out, included; `null` where the policy names none. */
  readonly holdoutEnd: LocalDate | null;
  /** What does not count. */
  readonly excluded: {
    /** Customers whose first purchase came after the calibration, or of whom nothing remains after returns. */
    readonly customers: number;
    /** Rows in other currencies. */
    readonly otherCurrency: number;
    /** What was paid back without a purchase that it could belong to. */
    readonly unmatchedReturnsMinor: number;
  };
  /** What was counted, with the facts that decide how; `retentionMessages` has the sentences. */
  readonly definition: Because;
  /** What to bear in mind. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What grouped rows say, under a policy. */
export function customerHistoriesOf(
  rows: GroupedRows,
  otherCurrency: number,
  policy: HistoryPolicy,
): CustomerHistories {
  const { calibrationEnd, holdoutEnd, unit, currency = null } = policy;
  const [end, holdoutTo] = [dayOf(calibrationEnd) as number, dayOf(holdoutEnd)];
  const unitDays = UNIT_DAYS[unit];
  const size = rows.customerIds.length;
  const columns = emptyColumns(size, holdoutTo === undefined ? 0 : size);
  const without: boolean[] = [];
  let n = 0;
  const tally = emptyTally();
  const known = [Number.NEGATIVE_INFINITY, end] as const;
  let unmatchedReturnsMinor = 0;
  for (let customer = 0; customer < size; customer++) {
    tallyPurchases(tally, rows, customer, known);
    unmatchedReturnsMinor = exact(unmatchedReturnsMinor + tally.unmatched);
    if (tally.days === 0) {
      without[customer] = true;
      continue;
    }
    record(columns, n, tally, end, unitDays);
    if (holdoutTo !== undefined) {
      tallyPurchases(tally, rows, customer, [end, holdoutTo]);
      columns.holdoutFrequency[n] = tally.days;
      columns.holdoutSpendMinor[n] = exact(tally.spent);
    }
    n++;
  }
  const { holdoutFrequency, holdoutSpendMinor, ...inCalibration } = cut(columns, n);
  const holdout = { frequency: holdoutFrequency, spendMinor: holdoutSpendMinor };
  return {
    kind: "nonContractual",
    customerIds: n === size ? rows.customerIds : rows.customerIds.filter((_, at) => !without[at]),
    ...inCalibration,
    holdout: holdoutTo === undefined ? null : holdout,
    n,
    unit,
    unitDays,
    currency,
    asOf: calibrationEnd,
    holdoutEnd: holdoutEnd ?? null,
    excluded: { customers: size - n, otherCurrency, unmatchedReturnsMinor },
    definition: { code: "customer-histories", facts: { unit, asOf: calibrationEnd } },
    diagnostics: diagnosticsOf({ NO_DATA: n === 0, MIXED_CURRENCY: otherCurrency > 0 }),
  };
}

const exact = (sum: number): number => exactSum("transactions", sum);

function emptyColumns(size: number, holdoutSize: number) {
  return {
    frequency: new Int32Array(size),
    recency: new Float64Array(size),
    age: new Float64Array(size),
    repeatSpendMinor: new Float64Array(size),
    spendMinor: new Float64Array(size),
    orders: new Float64Array(size),
    firstDay: new Int32Array(size),
    lastDay: new Int32Array(size),
    holdoutFrequency: new Int32Array(holdoutSize),
    holdoutSpendMinor: new Float64Array(holdoutSize),
  };
}

type Columns = ReturnType<typeof emptyColumns>;

function record(columns: Columns, at: number, tally: Tally, end: number, unitDays: number): void {
  columns.frequency[at] = tally.days - 1;
  columns.recency[at] = (tally.last - tally.first) / unitDays;
  columns.age[at] = (end - tally.first) / unitDays;
  columns.repeatSpendMinor[at] = tally.spent - tally.firstSpent;
  columns.spendMinor[at] = exact(tally.spent);
  columns.orders[at] = tally.orders;
  columns.firstDay[at] = tally.first;
  columns.lastDay[at] = tally.last;
}

function cut(columns: Columns, n: number): Columns {
  const entries = Object.entries(columns).map(([name, column]) => [name, column.subarray(0, n)]);
  return Object.fromEntries(entries) as Columns;
}

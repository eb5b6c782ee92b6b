import type { GroupedRows } from "./group-by-customer.ts";
import { netReturns } from "./net-returns.ts";

/** Purchases of a customer within a span of days, less what was returned. */
export interface Tally {
  /** On how many days. */
  days: number;
  first: number;
  last: number;
  orders: number;
  spent: number;
  /** What was spent on the first day. */
  firstSpent: number;
  /** What was paid back without a purchase that it could belong to. */
  unmatched: number;
}

type Purchases = Pick<GroupedRows, "days" | "amounts" | "orders">;
/** After the first day, up to the second one. */
type Span = readonly [after: number, until: number];

/**
 * Adds up what a customer bought in a span, as it is known at its end.
 *
 * @param tally - where it is written: millions of new objects would cost more than the sums
 */
export function tallyPurchases(
  tally: Tally,
  rows: GroupedRows,
  customer: number,
  span: Span,
): void {
  const from = rows.starts[customer] as number;
  const to = rows.starts[customer + 1] as number;
  let row = from;
  while (row < to && (rows.amounts[row] as number) >= 0) row++;
  tally.unmatched = 0;
  if (row === to) {
    addUp(tally, rows, [from, to], span);
    return;
  }
  const net = netReturns(rows, [from, to], span[1]);
  tally.unmatched = net.unmatched;
  addUp(tally, net, [0, net.days.length], span);
}

function addUp(
  tally: Tally,
  { days, amounts, orders }: Purchases,
  [from, to]: readonly [from: number, to: number],
  [after, until]: Span,
): void {
  tally.days = tally.orders = tally.spent = 0;
  let row = from;
  while (row < to && (days[row] as number) <= after) row++;
  for (; row < to && (days[row] as number) <= until; row++) {
    extend(tally, days[row] as number, amounts[row] as number, orders?.[row] ?? 1);
  }
}

function extend(tally: Tally, day: number, amount: number, orders: number): void {
  if (tally.days === 0) tally.first = day;
  if (tally.days === 0 || day > tally.last) tally.days++;
  tally.last = day;
  tally.spent += amount;
  tally.orders += orders;
  if (tally.days === 1) tally.firstSpent = tally.spent;
}

/** An empty tally. */
export const emptyTally = (): Tally => ({
  days: 0,
  first: 0,
  last: 0,
  orders: 0,
  spent: 0,
  firstSpent: 0,
  unmatched: 0,
});

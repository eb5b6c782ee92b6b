import type { GroupedRows } from "./group-by-customer.ts";

/** Purchases of one customer, in the order of days, less what was returned. */
export interface NetPurchases {
  readonly days: number[];
  readonly amounts: number[];
  readonly orders: number[];
  /** What was paid back beyond all that was bought before. */
  readonly unmatched: number;
}

/**
 * Sets each return against the latest day up to its own that has something left, then against the day before that, and so
 * on. A day of which nothing is left is no purchase; a day on which nothing was paid from the beginning stays one.
 */
export function netReturns(
  rows: Pick<GroupedRows, "days" | "amounts" | "orders">,
  [from, to]: readonly [from: number, to: number],
  until: number,
): NetPurchases {
  const [days, amounts, orders]: [number[], number[], number[]] = [[], [], []];
  /** Places of days that have something left, the latest last. */
  const open: number[] = [];
  const emptied = new Set<number>();
  let unmatched = 0;
  for (let row = from; row < to && (rows.days[row] as number) <= until; ) {
    const { day, next, bought, back, times } = dayFrom(rows, row, to);
    if (times > 0) {
      if (bought > 0) open.push(days.length);
      days.push(day);
      amounts.push(bought);
      orders.push(times);
    }
    unmatched += takeBack(back, amounts, open, emptied);
    row = next;
  }
  const kept = (column: number[]) => column.filter((_, at) => !emptied.has(at));
  return { days: kept(days), amounts: kept(amounts), orders: kept(orders), unmatched };
}

/** What happened on the day of a row; `next` is the first row of the next day. */
function dayFrom(rows: Pick<GroupedRows, "days" | "amounts" | "orders">, from: number, to: number) {
  const day = rows.days[from] as number;
  let [next, bought, back, times] = [from, 0, 0, 0];
  for (; next < to && rows.days[next] === day; next++) {
    const amount = rows.amounts[next] as number;
    bought += Math.max(0, amount);
    back += Math.max(0, -amount);
    if (amount >= 0) times += rows.orders?.[next] ?? 1;
  }
  return { day, next, bought, back, times };
}

/** Takes money back from the latest days; tells what was too much. */
function takeBack(back: number, amounts: number[], open: number[], emptied: Set<number>): number {
  let rest = back;
  while (rest > 0) {
    const latest = open.at(-1);
    if (latest === undefined) return rest;
    const taken = Math.min(rest, amounts[latest] as number);
    amounts[latest] = (amounts[latest] as number) - taken;
    rest -= taken;
    if (amounts[latest] === 0) {
      open.pop();
      emptied.add(latest);
    }
  }
  return 0;
}

import { customerHistories, type HistorySum } from "@kefu/retention";
import { type OrderFormat, type RejectedRow, readChunk } from "./read-chunk.ts";
import type { Chunk } from "./split-chunks.ts";

type Days = readonly [first: number, last: number];

/** What orders say; plain JSON. */
export interface OrderSum {
  readonly histories: HistorySum;
  /** How many rows were orders, and how many were none. */
  readonly orders: number;
  readonly rejected: number;
  /** The first and the last day of an order, from 1970-01-01; `null` without orders. */
  readonly days: Days | null;
}

/** Up to which day histories are read is said when they are finished. */
const histories = customerHistories({ calibrationEnd: "9999-12-31" });

/** The sum of no orders. */
export const noOrders = (): OrderSum => ({
  histories: histories.create(),
  orders: 0,
  rejected: 0,
  days: null,
});

/** The sum with a chunk more, and what of the chunk is no order. */
export function addChunk(
  sum: OrderSum,
  chunk: Chunk,
  format: OrderFormat,
): readonly [OrderSum, readonly RejectedRow[]] {
  const { customerIds, days, amounts, rejected } = readChunk(chunk, format);
  const columns = { customerIds, dates: days, amountsMinor: amounts };
  const added: OrderSum = {
    histories: histories.addAll(sum.histories, columns),
    orders: sum.orders + days.length,
    rejected: sum.rejected + rejected.length,
    days: days.reduce<Days | null>((span, day) => joined(span, [day, day]), sum.days),
  };
  return [added, rejected];
}

/** Both sums together. */
export function mergeOrders(one: OrderSum, other: OrderSum): OrderSum {
  return {
    histories: histories.merge(one.histories, other.histories),
    orders: one.orders + other.orders,
    rejected: one.rejected + other.rejected,
    days: joined(one.days, other.days),
  };
}

function joined(one: Days | null, other: Days | null): Days | null {
  if (one === null || other === null) return one ?? other;
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}

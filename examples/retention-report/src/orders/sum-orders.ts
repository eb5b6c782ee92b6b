import type { HistorySum } from "@kefu/retention";
import { type OrderPart, orderPart } from "./order-part.ts";
import { PARTS, partOf } from "./parts.ts";
import { type OrderFormat, type RejectedRow, readChunk } from "./read-chunk.ts";
import type { Chunk } from "./split-chunks.ts";

/** The first and the last day of orders, from 1970-01-01. */
export type Days = readonly [first: number, last: number];

/** How many rows there were, and of which days. */
export interface OrderCounts {
  /** How many rows were orders, and how many were none. */
  readonly orders: number;
  readonly rejected: number;
  /** `null` without orders. */
  readonly days: Days | null;
}

/** What a chunk held: how much, and what of it is no order. */
export interface ReadRows {
  readonly counts: OrderCounts;
  readonly rejected: readonly RejectedRow[];
}

/** Sums orders up, chunk by chunk. */
export interface OrderSummer {
  readonly add: (chunk: Chunk) => ReadRows;
  /** The histories of the customers of a part, the same whatever the order of the chunks. Each can be taken once. */
  readonly take: (part: number) => HistorySum;
}

/** Sums orders up from none. */
export function orderSummer(format: OrderFormat): OrderSummer {
  const parts = Array.from({ length: PARTS }, orderPart);
  return {
    add: (chunk) => {
      const { customerIds, days, amounts, rejected } = readChunk(chunk, format);
      for (let at = 0; at < days.length; at++) {
        const id = customerIds[at] as string;
        const part = parts[partOf(id)] as OrderPart;
        part.add(id, days[at] as number, amounts[at] as number);
      }
      const counts = { orders: days.length, rejected: rejected.length, days: spanOf(days) };
      return { counts, rejected };
    },
    take: (part) => {
      const sum = (parts[part] as OrderPart).sum();
      // Makes room while figures need more and more.
      parts[part] = orderPart();
      return sum;
    },
  };
}

/** Of no rows. */
export const noCounts: OrderCounts = { orders: 0, rejected: 0, days: null };

/** Both counts together. */
export const joinCounts = (one: OrderCounts, other: OrderCounts): OrderCounts => ({
  orders: one.orders + other.orders,
  rejected: one.rejected + other.rejected,
  days: joined(one.days, other.days),
});

function joined(one: Days | null, other: Days | null): Days | null {
  if (one === null || other === null) return one ?? other;
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}

function spanOf(days: readonly number[]): Days | null {
  let [first, last] = [days[0] ?? 0, days[0] ?? 0];
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return days.length === 0 ? null : [first, last];
}

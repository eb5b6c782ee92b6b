import { customerHistories, type HistorySum } from "@kefu/retention";
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

/** What orders say; plain JSON. */
export interface OrderSum extends OrderCounts {
  /** Histories, by the part of their customers. */
  readonly parts: readonly HistorySum[];
}

/** Up to which day histories are read is said when they are finished. */
export const histories = customerHistories({ calibrationEnd: "9999-12-31" });

/** Sums orders up, chunk by chunk. */
export interface OrderSummer {
  /** Tells what of the chunk is no order. */
  readonly add: (chunk: Chunk) => readonly RejectedRow[];
  /** The sum, in the one form that it has whatever the order of the chunks. */
  readonly finish: () => OrderSum;
}

interface Waiting {
  readonly customerIds: string[];
  readonly dates: number[];
  readonly amountsMinor: number[];
}

/** A part is added to when so many of its orders wait: the more at once, the less often a sum is copied. */
const AT_ONCE = 1 << 14;

/** Sums orders up from none. */
export function orderSummer(format: OrderFormat): OrderSummer {
  const parts = Array.from({ length: PARTS }, () => histories.create());
  const waiting = parts.map(nobodyWaits);
  let counts = noCounts;
  const addWaiting = (part: number) => {
    parts[part] = histories.addAll(parts[part] as HistorySum, waiting[part] as Waiting);
    waiting[part] = nobodyWaits();
  };
  return {
    add: (chunk) => {
      const { customerIds, days, amounts, rejected } = readChunk(chunk, format);
      for (const [at, id] of customerIds.entries()) {
        const part = partOf(id);
        const { customerIds, dates, amountsMinor } = waiting[part] as Waiting;
        customerIds.push(id);
        dates.push(days[at] as number);
        if (amountsMinor.push(amounts[at] as number) === AT_ONCE) addWaiting(part);
      }
      counts = joinCounts(counts, {
        orders: days.length,
        rejected: rejected.length,
        days: spanOf(days),
      });
      return rejected;
    },
    finish: () => {
      for (const part of parts.keys()) addWaiting(part);
      return { ...counts, parts: parts.map((sum) => histories.merge(sum, histories.create())) };
    },
  };
}

const nobodyWaits = (): Waiting => ({ customerIds: [], dates: [], amountsMinor: [] });

/** Both sums together. */
export const joinOrders = (one: OrderSum, other: OrderSum): OrderSum => ({
  ...joinCounts(one, other),
  parts: one.parts.map((sum, part) => histories.merge(sum, other.parts[part] as HistorySum)),
});

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

const spanOf = (days: readonly number[]): Days | null =>
  days.reduce<Days | null>((span, day) => joined(span, [day, day]), null);

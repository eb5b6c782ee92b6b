import type { OrderFormat, RejectedRow } from "../orders/read-chunk.ts";
import type { Chunk } from "../orders/split-chunks.ts";
import { type OrderSum, orderSummer } from "../orders/sum-orders.ts";

/** What sums up part of the orders, in this thread or another. */
export interface Shard {
  /** Sums up a chunk; tells what of it is no order. */
  readonly add: (chunk: Chunk) => Promise<readonly RejectedRow[]>;
  /** The sum; the shard is of no use any more. */
  readonly finish: () => Promise<OrderSum>;
  /** Ends it, whatever it does. */
  readonly stop: () => Promise<unknown>;
}

/** A shard in this thread. */
export function localShard(format: OrderFormat): Shard {
  const summer = orderSummer(format);
  return {
    add: async (chunk) => summer.add(chunk),
    finish: async () => summer.finish(),
    stop: async () => undefined,
  };
}

import type { HistorySum } from "@kefu/retention";
import type { OrderFormat } from "../orders/read-chunk.ts";
import type { Chunk } from "../orders/split-chunks.ts";
import { orderSummer, type ReadRows } from "../orders/sum-orders.ts";

/** What sums up a shard of the orders, in this thread or another. */
export interface Shard {
  /** Sums up a chunk. */
  readonly add: (chunk: Chunk) => Promise<ReadRows>;
  /** The histories of the customers of a part; each can be taken once. */
  readonly take: (part: number) => Promise<HistorySum>;
  /** Ends it, whatever it does. */
  readonly stop: () => Promise<unknown>;
}

/** A shard in this thread. */
export function localShard(format: OrderFormat): Shard {
  const summer = orderSummer(format);
  return {
    add: async (chunk) => summer.add(chunk),
    take: async (part) => summer.take(part),
    stop: async () => undefined,
  };
}

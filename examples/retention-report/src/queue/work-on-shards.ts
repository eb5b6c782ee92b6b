import { closeSync, openSync, readSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { PARTS } from "../orders/parts.ts";
import type { RejectedRow } from "../orders/read-chunk.ts";
import { chunkOf } from "../orders/split-chunks.ts";
import { joinCounts, noCounts, orderSummer } from "../orders/sum-orders.ts";
import type { Query } from "./database.ts";
import { joinQueue, type Shard } from "./shard-queue.ts";
import { type ShardSum, storeShard } from "./shard-store.ts";

/** Takes shards and sums them up, until whoever waits for the sums ends it. */
export async function workOnShards(query: Query): Promise<never> {
  const queue = await joinQueue(query);
  for (;;) {
    const taken = await queue.take();
    if (taken === undefined) {
      await wait(250);
      continue;
    }
    try {
      await storeShard(query, taken.shard.number, sumShard(taken.shard));
      await taken.done();
    } catch (error) {
      await taken.failed(error as Error);
    }
  }
}

/** What a shard says. */
function sumShard({ file, format, chunks }: Shard): ShardSum {
  const summer = orderSummer(format);
  const rejected: RejectedRow[] = [];
  let counts = noCounts;
  const opened = openSync(file, "r");
  try {
    for (const { from, to, line } of chunks) {
      const bytes = Buffer.alloc(to - from);
      readSync(opened, bytes, 0, bytes.length, from);
      const read = summer.add(chunkOf(bytes, from, line));
      counts = joinCounts(counts, read.counts);
      rejected.push(...read.rejected);
    }
  } finally {
    closeSync(opened);
  }
  return {
    counts,
    rejected,
    parts: Array.from({ length: PARTS }, (_, part) => summer.take(part)),
  };
}

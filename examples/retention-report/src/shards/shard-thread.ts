// A thread: sums up the chunks it is sent, and answers each in order.
import { parentPort, workerData } from "node:worker_threads";
import type { OrderFormat } from "../orders/read-chunk.ts";
import type { Chunk } from "../orders/split-chunks.ts";
import { localShard } from "./shard.ts";

const shard = localShard(workerData as OrderFormat);

parentPort?.on("message", async (chunk: Chunk | null) => {
  parentPort?.postMessage(chunk === null ? await shard.finish() : await shard.add(chunk));
});

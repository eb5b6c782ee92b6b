// A thread: sums up the chunks it is sent and gives parts of its sum, each answer in the order of the questions.
import { parentPort, workerData } from "node:worker_threads";
import type { OrderFormat } from "../orders/read-chunk.ts";
import type { Chunk } from "../orders/split-chunks.ts";
import { orderSummer } from "../orders/sum-orders.ts";

const summer = orderSummer(workerData as OrderFormat);

parentPort?.on("message", (asked: Chunk | number) => {
  parentPort?.postMessage(typeof asked === "number" ? summer.take(asked) : summer.add(asked));
});

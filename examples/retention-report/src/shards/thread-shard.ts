import { Worker } from "node:worker_threads";
import type { HistorySum } from "@kefu/retention";
import type { OrderFormat } from "../orders/read-chunk.ts";
import type { ReadRows } from "../orders/sum-orders.ts";
import type { Shard } from "./shard.ts";

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread begins without the loader that reads TypeScript, whoever started it. */
const START = `const load = async () => {
  const { register } = await import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))});
  register();
  await import(${JSON.stringify(new URL("./shard-thread.ts", import.meta.url).href)});
};
load();`;

/** A shard in a thread of its own. */
export function threadShard(format: OrderFormat): Shard {
  const worker = new Worker(START, {
    eval: true,
    workerData: format,
    execArgv: ["--conditions=@kefu/source"],
  });
  const waiting: Waiting[] = [];
  worker.on("message", (answer) => waiting.shift()?.resolve(answer));
  worker.on("error", (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  // Answers come in the order of questions.
  const ask = (message: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(message);
    });
  return {
    add: async (chunk) => (await ask(chunk)) as ReadRows,
    take: async (part) => (await ask(part)) as HistorySum,
    stop: () => worker.terminate(),
  };
}

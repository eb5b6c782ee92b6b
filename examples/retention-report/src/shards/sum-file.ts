import { type ColumnNames, orderColumnsOf } from "../orders/order-columns.ts";
import type { RejectedRow } from "../orders/read-chunk.ts";
import { type Chunk, splitChunks } from "../orders/split-chunks.ts";
import { joinOrders, type OrderSum } from "../orders/sum-orders.ts";
import { ReportError } from "../report-error.ts";
import { localShard, type Shard } from "./shard.ts";
import { threadShard } from "./thread-shard.ts";

/** How a file of orders is summed up. */
export interface FileReading {
  readonly columns: ColumnNames;
  /** The decimals of the currency. */
  readonly decimals: number;
  /** How many threads; with one, all is done in this one. */
  readonly workers: number;
  /** How much is read at once. */
  readonly chunkBytes?: number | undefined;
  /** Takes the rows that are no orders, in the order of the file. */
  readonly keepRejected: (rows: readonly RejectedRow[]) => Promise<void>;
  /** Hears how far it has come. */
  readonly onProgress: (bytes: number) => void;
}

/** How many chunks a thread has before it, so that it never waits. */
const AHEAD = 2;

/** Sums up a file, chunk by chunk. */
export async function sumFile(file: string, reading: FileReading): Promise<OrderSum> {
  const chunks = splitChunks(file, reading.chunkBytes);
  const heading = await chunks.next();
  if (heading.done) throw new ReportError("is empty", { file });
  const columns = orderColumnsOf(heading.value.text, file, reading.columns);
  const format = { ...columns, decimals: reading.decimals };
  const { workers } = reading;
  const shards =
    workers === 1
      ? [localShard(format)]
      : Array.from({ length: workers }, () => threadShard(format));
  try {
    await handOut(chunks, shards, reading);
    const sums = await Promise.all(shards.map((shard) => shard.finish()));
    return sums.reduce(joinOrders);
  } finally {
    await Promise.all(shards.map((shard) => shard.stop()));
  }
}

/** Gives chunks to the shards in turn, and takes what they reject in the order of the file. */
async function handOut(
  chunks: AsyncIterable<Chunk>,
  shards: readonly Shard[],
  { keepRejected, onProgress }: FileReading,
): Promise<void> {
  const asked: Promise<readonly RejectedRow[]>[] = [];
  let turn = 0;
  for await (const chunk of chunks) {
    const answer = (shards[turn++ % shards.length] as Shard).add(chunk);
    // Awaited later; until then it is not unheard.
    answer.catch(() => undefined);
    asked.push(answer);
    onProgress(chunk.to);
    if (asked.length >= AHEAD * shards.length)
      await keepRejected(await (asked.shift() as typeof answer));
  }
  for (const answer of asked) await keepRejected(await answer);
}

import type { HistorySum } from "@kefu/retention";
import { type ColumnNames, orderColumnsOf } from "../orders/order-columns.ts";
import { histories } from "../orders/order-part.ts";
import { PARTS } from "../orders/parts.ts";
import type { RejectedRow } from "../orders/read-chunk.ts";
import { type Chunk, splitChunks } from "../orders/split-chunks.ts";
import { joinCounts, noCounts, type OrderCounts, type ReadRows } from "../orders/sum-orders.ts";
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

/** Orders that were summed up, the same to the last bit whoever did it. */
export interface SummedOrders extends OrderCounts {
  /** Histories, by parts of the customers; they can be read once. */
  readonly parts: AsyncIterable<HistorySum>;
  /** Gives back what the sum was kept in. */
  readonly close: () => Promise<unknown>;
}

/** How many chunks a thread has before it, so that it never waits. */
const AHEAD = 2;

/** Sums up a file, chunk by chunk. */
export async function sumFile(file: string, reading: FileReading): Promise<SummedOrders> {
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
  const close = () => Promise.all(shards.map((shard) => shard.stop()));
  try {
    return { ...(await handOut(chunks, shards, reading)), parts: partsOf(shards), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function* partsOf(shards: readonly Shard[]): AsyncGenerator<HistorySum> {
  for (let part = 0; part < PARTS; part++) {
    const sums = await Promise.all(shards.map((shard) => shard.take(part)));
    yield sums.reduce(histories.merge);
  }
}

/** Gives chunks to the shards in turn, and takes what they reject in the order of the file. */
async function handOut(
  chunks: AsyncIterable<Chunk>,
  shards: readonly Shard[],
  { keepRejected, onProgress }: FileReading,
): Promise<OrderCounts> {
  let counts = noCounts;
  const take = async (read: ReadRows) => {
    counts = joinCounts(counts, read.counts);
    await keepRejected(read.rejected);
  };
  const asked: Promise<ReadRows>[] = [];
  let turn = 0;
  for await (const chunk of chunks) {
    const answer = (shards[turn++ % shards.length] as Shard).add(chunk);
    // Awaited later; until then it is not unheard.
    answer.catch(() => undefined);
    asked.push(answer);
    onProgress(chunk.to);
    if (asked.length >= AHEAD * shards.length) await take(await (asked.shift() as typeof answer));
  }
  for (const answer of asked) await take(await answer);
  return counts;
}

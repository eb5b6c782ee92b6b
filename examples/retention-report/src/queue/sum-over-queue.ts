import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { HistorySum } from "@kefu/retention";
import { orderColumnsOf } from "../orders/order-columns.ts";
import { histories } from "../orders/order-part.ts";
import { PARTS } from "../orders/parts.ts";
import { type ByteRange, splitChunks } from "../orders/split-chunks.ts";
import { joinCounts, noCounts } from "../orders/sum-orders.ts";
import { ReportError } from "../report-error.ts";
import type { FileReading, SummedOrders } from "../shards/sum-file.ts";
import { type Database, openPglite, openPostgres, type Query } from "./database.ts";
import { createQueue, type Shard } from "./shard-queue.ts";
import { createStore, type DoneShard, doneShards, rejectedOf, sumsOfPart } from "./shard-store.ts";
import { startWorkers, type WorkerProcesses } from "./worker-processes.ts";

/** How a file is summed up over a queue; `workers` are processes. */
export interface QueueReading extends FileReading {
  /** A PostgreSQL server; without it, PGlite in this process, of which the workers ask through it. */
  readonly databaseUrl?: string | undefined;
  /** How large a shard is. */
  readonly shardBytes?: number | undefined;
  /** After how long a worker is taken for dead. */
  readonly expireInSeconds?: number | undefined;
  /** Hears of the workers. */
  readonly onWorkers?: ((workers: WorkerProcesses) => void) | undefined;
}

const SHARD_BYTES = 8 << 20;
const PATIENCE_SECONDS = 60;

/**
 * The same sum by processes that take shards of the file from a queue in PostgreSQL, as many machines can share it: what
 * each shard says goes to a table, and is merged when all is there, one part of the customers at a time.
 */
export async function sumOverQueue(file: string, reading: QueueReading): Promise<SummedOrders> {
  const shards = await cutFile(resolve(file), reading);
  const { databaseUrl } = reading;
  const database = databaseUrl === undefined ? await openPglite() : openPostgres(databaseUrl);
  const { query, close } = database;
  try {
    await createStore(query, shards.length);
    const done = await sumShards(shards, reading, database);
    for (const { number, counts } of done) {
      if (counts.rejected > 0) await reading.keepRejected(await rejectedOf(query, number));
    }
    const counts = done.reduce((sum, shard) => joinCounts(sum, shard.counts), noCounts);
    return { ...counts, parts: partsOf(query), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function sumShards(
  shards: readonly Shard[],
  { workers: count, expireInSeconds = PATIENCE_SECONDS, onWorkers, onProgress }: QueueReading,
  database: Database,
): Promise<DoneShard[]> {
  const queue = await createQueue(database.query, shards, { expireInSeconds });
  const workers = startWorkers(count, database);
  onWorkers?.(workers);
  try {
    for (;;) {
      const done = await doneShards(database.query);
      onProgress(done.reduce((sum, { number }) => sum + sizeOf(shards[number]), 0));
      if (done.length === shards.length) return done;
      const trouble = workers.trouble() ?? (await queue.failure());
      if (trouble !== undefined) throw new ReportError(`cannot be summed up: ${trouble}`);
      await wait(200);
    }
  } finally {
    workers.stop();
    await queue.stop();
  }
}

/** Shards of whole chunks: read apart they are what they would be, read in one go. */
async function cutFile(
  file: string,
  { chunkBytes, columns, decimals, shardBytes = SHARD_BYTES }: QueueReading,
): Promise<readonly Shard[]> {
  const chunks = splitChunks(file, chunkBytes);
  const heading = await chunks.next();
  if (heading.done) throw new ReportError("is empty", { file });
  const format = { ...orderColumnsOf(heading.value.text, file, columns), decimals };
  const cut: ByteRange[][] = [];
  let room = 0;
  for await (const { from, to, line } of chunks) {
    if (room <= 0) {
      cut.push([]);
      room = shardBytes;
    }
    cut.at(-1)?.push({ from, to, line });
    room -= to - from;
  }
  return cut.map((ranges, number) => ({ number, file, format, chunks: ranges }));
}

const sizeOf = (shard: Shard | undefined): number =>
  shard === undefined ? 0 : (shard.chunks.at(-1)?.to ?? 0) - (shard.chunks[0]?.from ?? 0);

async function* partsOf(query: Query): AsyncGenerator<HistorySum> {
  for (let part = 0; part < PARTS; part++) {
    yield (await sumsOfPart(query, part)).reduce(histories.merge, histories.create());
  }
}

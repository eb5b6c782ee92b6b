import type { HistorySum } from "@kefu/retention";
import type { RejectedRow } from "../orders/read-chunk.ts";
import type { OrderCounts } from "../orders/sum-orders.ts";
import type { Query } from "./database.ts";

/** What a shard of a file says. */
export interface ShardSum {
  readonly counts: OrderCounts;
  readonly rejected: readonly RejectedRow[];
  /** Histories, by the part of their customers. */
  readonly parts: readonly HistorySum[];
}

/** A shard that is done. */
export interface DoneShard {
  readonly number: number;
  readonly counts: OrderCounts;
}

/** Makes room for the sums of so many shards; those of an earlier run are dropped. */
export async function createStore(query: Query, shards: number): Promise<void> {
  await query(
    `drop schema if exists retention_report cascade;
     create schema retention_report;
     create table retention_report.shards (number int primary key, counts json, rejected json);
     create table retention_report.shard_sums (shard int, part int, sum json not null, primary key (part, shard));`,
  );
  await query(
    "insert into retention_report.shards (number) select generate_series(0, $1::int - 1)",
    [shards],
  );
}

/**
 * Keeps what a shard says: all of it or, where the worker dies, nothing. A shard that is summed up twice, because a worker
 * was taken for dead, says the same twice.
 */
export async function storeShard(
  query: Query,
  number: number,
  { counts, rejected, parts }: ShardSum,
): Promise<void> {
  const sums = parts.map((sum, part) => ({ part, sum }));
  await query(
    `with counted as (update retention_report.shards set counts = $2, rejected = $3 where number = $1::int)
     insert into retention_report.shard_sums (shard, part, sum)
     select $1::int, part, sum from json_to_recordset($4) as it(part int, sum json) on conflict do nothing`,
    [number, JSON.stringify(counts), JSON.stringify(rejected), JSON.stringify(sums)],
  );
}

/** The shards that are done, in the order of the file. */
export const doneShards = (query: Query): Promise<DoneShard[]> =>
  query(
    "select number, counts from retention_report.shards where counts is not null order by number",
  );

/** The rows of a shard that are no orders. */
export async function rejectedOf(query: Query, number: number): Promise<readonly RejectedRow[]> {
  const [row] = await query<{ rejected: readonly RejectedRow[] }>(
    "select rejected from retention_report.shards where number = $1",
    [number],
  );
  return row?.rejected ?? [];
}

/** The histories of a part of the customers, as each shard has them. */
export async function sumsOfPart(query: Query, part: number): Promise<readonly HistorySum[]> {
  const rows = await query<{ sum: HistorySum }>(
    "select sum from retention_report.shard_sums where part = $1 order by shard",
    [part],
  );
  return rows.map(({ sum }) => sum);
}

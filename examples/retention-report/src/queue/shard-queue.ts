import PgBoss from "pg-boss";
import type { OrderFormat } from "../orders/read-chunk.ts";
import type { ByteRange } from "../orders/split-chunks.ts";
import type { Query } from "./database.ts";

/** A shard of a file. */
export interface Shard {
  /** From 0, in the order of the file. */
  readonly number: number;
  /** Its path, the same wherever workers are. */
  readonly file: string;
  readonly format: OrderFormat;
  readonly chunks: readonly ByteRange[];
}

/** How long a worker may take for a shard before it is taken for dead. */
export interface ShardPatience {
  readonly expireInSeconds: number;
}

const QUEUE = "shards";
const SCHEMA = "retention_report_queue";

/** A shard that a worker has taken. */
interface TakenShard {
  readonly shard: Shard;
  readonly done: () => Promise<void>;
  readonly failed: (because: Error) => Promise<void>;
}

/** Shards that wait for workers. */
export interface ShardQueue {
  /** The next one that waits, kept from others; `undefined` where none waits. */
  readonly take: () => Promise<TakenShard | undefined>;
  /** Why a shard was given up, where one was. */
  readonly failure: () => Promise<string | undefined>;
  readonly stop: () => Promise<void>;
}

/** Makes the queue and puts all shards in; what a dead worker had taken is put back. */
export async function createQueue(
  query: Query,
  shards: readonly Shard[],
  { expireInSeconds }: ShardPatience,
): Promise<ShardQueue> {
  await query(`drop schema if exists ${SCHEMA} cascade`);
  const boss = await start(query, { supervise: true, migrate: true });
  await boss.createQueue(QUEUE, { name: QUEUE, expireInSeconds, retryLimit: 3 });
  await boss.insert(shards.map((data) => ({ name: QUEUE, data })));
  return queueOf(query, boss);
}

/** The queue that somebody made. */
export const joinQueue = async (query: Query): Promise<ShardQueue> =>
  queueOf(query, await start(query, { supervise: false, migrate: false }));

async function start(
  query: Query,
  role: { readonly supervise: boolean; readonly migrate: boolean },
): Promise<PgBoss> {
  const executeSql = async (sql: string, values?: readonly unknown[]) => ({
    rows: await query(sql, values),
  });
  const db = { executeSql };
  const boss = new PgBoss({
    ...{ db, schema: SCHEMA, schedule: false, maintenanceIntervalSeconds: 1 },
    ...role,
  });
  // What fails is asked for again; a database that is gone fails whoever asks it.
  boss.on("error", () => undefined);
  return boss.start();
}

const queueOf = (query: Query, boss: PgBoss): ShardQueue => ({
  take: async () => {
    const [job] = await boss.fetch<Shard>(QUEUE);
    if (job === undefined) return undefined;
    return {
      shard: job.data,
      done: () => boss.complete(QUEUE, job.id),
      failed: ({ message }) => boss.fail(QUEUE, job.id, { message }),
    };
  },
  failure: async () => {
    const [job] = await query<{ message: string | null }>(
      `select output ->> 'message' as message from ${SCHEMA}.job where name = $1 and state = 'failed' limit 1`,
      [QUEUE],
    );
    return job && (job.message ?? "a shard was given up");
  },
  stop: () => boss.stop({ graceful: false }),
});

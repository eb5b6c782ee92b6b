import type { EscalationCommandInput } from "@kefu/escalation";
import PgBoss from "pg-boss";
import type { Connection } from "./database/database.ts";

/** Something that a ticket is to be told: a fact, or that it is time to look at it. */
export interface Delivery {
  readonly ticketId: string;
  readonly command: EscalationCommandInput | "wake";
  /** When it should be handled, in milliseconds of the machine's clock. */
  readonly dueAt: number;
}

/** A delivery before it is queued. */
export interface NewDelivery extends Delivery {
  /** Two with the same key are one as long as the first has not been taken. */
  readonly key: string;
}

export const QUEUE = "deliveries";

/** pg-boss on a database. `supervise` also looks after the deliveries of workers that died. */
export async function openQueue(
  database: Connection,
  { schema, supervise }: { readonly schema: string; readonly supervise: boolean },
): Promise<PgBoss> {
  const queue = new PgBoss({
    db: executorOn(database),
    schema,
    supervise,
    schedule: false,
    maintenanceIntervalSeconds: 5,
  });
  queue.on("error", (error) => console.error(`queue: ${error.message}`));
  return queue.start();
}

/**
 * Makes the queue: keys are unique among what waits, and a delivery is tried until it is done. What a dead worker had
 * taken is free again when it expires, which must therefore be longer than a batch ever takes.
 */
export async function createQueue(
  queue: PgBoss,
  connection: Connection,
  schema: string,
): Promise<void> {
  await queue.createQueue(QUEUE, {
    name: QUEUE,
    policy: "short",
    expireInSeconds: 10,
    retryLimit: 1_000_000,
  });
  // pg-boss takes what was queued first of all that is due. Without an index in this order it sorts the whole backlog
  // each time it looks, so that the more waits the slower it gets.
  await connection.query(
    `create index deliveries_in_order on ${schema}.job (created_on, id) include (start_after) where state < 'active'`,
  );
}

/** Queues deliveries, in the transaction of `connection`. */
export async function deliverLater(
  queue: PgBoss,
  connection: Connection,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const jobs = deliveries.map(({ key, ...data }) => ({
    name: QUEUE,
    data,
    singletonKey: key,
    startAfter: new Date(data.dueAt).toISOString(),
  }));
  await queue.insert(jobs, { db: executorOn(connection) });
}

/** Takes deliveries that were handled away, in the transaction of `connection`: the log tells of them, not the queue. */
export async function takeAway(
  queue: PgBoss,
  connection: Connection,
  deliveries: readonly { readonly id: string }[],
): Promise<void> {
  if (deliveries.length === 0) return;
  const ids = deliveries.map(({ id }) => id);
  await queue.deleteJob(QUEUE, ids, { db: executorOn(connection) });
}

/** How pg-boss asks a database. */
function executorOn(connection: Connection): PgBoss.Db {
  return {
    executeSql: async (sql: string, values?: readonly unknown[]) => ({
      rows: await connection.query(sql, values),
    }),
  };
}

import { escalation } from "@kefu/escalation";
import type PgBoss from "pg-boss";
import { planWakes } from "./chaos/plan-wakes.ts";
import type { Database } from "./database/database.ts";
import { type Delivery, openQueue, QUEUE } from "./delivery-queue.ts";
import { context } from "./desk/policy.ts";
import { type Host, handleDeliveries } from "./handle-deliveries.ts";
import { measure } from "./measurements.ts";
import { QUEUE_SCHEMA, type RunSettings, readSettings } from "./run-tables.ts";
import { realAt, simulatedAt } from "./simulated-clock.ts";

const BATCH = 100;

/** Works on deliveries until the process ends or the queue is stopped. */
export async function work(database: Database): Promise<PgBoss> {
  const settings = await readSettings(database);
  const queue = await openQueue(database, { schema: QUEUE_SCHEMA, supervise: true });
  const host = hostOf(database, queue, settings);
  const polling = { batchSize: BATCH, pollingIntervalSeconds: 0.5, priority: false };
  const worker = await queue.work<Delivery>(QUEUE, polling, async (taken) => {
    await handleDeliveries(host, taken);
    // Where so many waited there may be more: look again at once.
    if (taken.length === BATCH) queue.notifyWorker(worker);
  });
  return queue;
}

/** A host on the simulated clock of a run, whose wakes come late and twice as its plan says. */
export function hostOf(database: Database, queue: PgBoss, { seed, clock }: RunSettings): Host {
  return {
    database,
    queue,
    context,
    measure,
    tickets: escalation(context),
    now: () => simulatedAt(clock, Date.now()),
    wakesFor: (ticketId, at) =>
      planWakes(seed, ticketId, at).map((moment, copy) => ({
        ticketId,
        command: "wake",
        dueAt: realAt(clock, moment),
        key: `${ticketId}@${at}.${copy}`,
      })),
  };
}

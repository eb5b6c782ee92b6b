import { type Instant, instant } from "@kefu/core";
import PgBoss from "pg-boss";
import type { Database } from "./database.ts";
import { type TicketDesk, tellTicket, type WakeTimers } from "./tell-ticket.ts";

const QUEUE = "ticket-wakes";

/** Apart from the tables of the help centre, so that neither gets into the other's way. */
const SCHEMA = "help_centre_jobs";

interface Wake {
  readonly ticketNumber: number;
}

/** Timers that are rows of the database: they outlive the process, and several processes share them. */
export interface WakeQueue extends WakeTimers {
  /** Wakes tickets from now on; those first whose moment passed while nobody was there. */
  start(desk: TicketDesk): Promise<void>;
  stop(): Promise<void>;
}

/** A job queue in the database, PGlite or a server. */
export async function openWakeQueue(database: Database): Promise<WakeQueue> {
  const boss = new PgBoss({ db: executorOn(database), schema: SCHEMA, schedule: false });
  boss.on("error", (error) => console.error(`wakes: ${error.message}`));
  await boss.start();
  // A wake that was taken by a process that died is given out again; each ticket and moment waits once.
  await boss.createQueue(QUEUE, {
    ...{ name: QUEUE, policy: "short", expireInSeconds: 60 },
    ...{ retryLimit: 1000, retryDelay: 5 },
  });

  const wake = async (tx: Database, ticketNumber: number, at: Instant) => {
    await boss.insert(
      [
        {
          name: QUEUE,
          data: { ticketNumber },
          singletonKey: `${ticketNumber} at ${at}`,
          startAfter: new Date(at).toISOString(),
        },
      ],
      { db: executorOn(tx) },
    );
  };

  return {
    wake,
    async start(desk) {
      await boss.work<Wake>(QUEUE, { batchSize: 20 }, async (jobs) => {
        for (const { data } of jobs) await wakeTicket(desk, data.ticketNumber);
      });
      await askForMissing(database, wake);
    },
    stop: () => boss.stop({ graceful: false }),
  };
}

/** Lets a ticket know that time has passed. Where that was too early, it is woken once more. */
export async function wakeTicket(desk: TicketDesk, ticketNumber: number): Promise<void> {
  await desk.database.transaction(async (tx) => {
    await tellTicket(desk, tx, ticketNumber, [{ type: "tick", at: desk.now() }]);
    const [row] = await tx.query<{ wakeAt: Date | null }>(
      `select wake_at as "wakeAt" from tickets where number = $1`,
      [ticketNumber],
    );
    if (row?.wakeAt != null) await desk.timers.wake(tx, ticketNumber, instant(row.wakeAt));
  });
}

/** What is to come follows from the stored events: a wake that got lost is asked for again. */
async function askForMissing(database: Database, wake: WakeTimers["wake"]): Promise<void> {
  const rows = await database.query<{ number: number; wakeAt: Date }>(
    `select number, wake_at as "wakeAt" from tickets where wake_at is not null`,
  );
  for (const { number, wakeAt } of rows) await wake(database, number, instant(wakeAt));
}

/** How the queue asks the database. */
function executorOn(database: Database): PgBoss.Db {
  return {
    executeSql: async (sql: string, values?: readonly unknown[]) => ({
      rows:
        values === undefined || values.length === 0
          ? await database.script(sql)
          : await database.query(sql, values),
    }),
  };
}

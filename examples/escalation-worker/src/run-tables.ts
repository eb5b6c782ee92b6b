import type { Connection, Database } from "./database/database.ts";
import { MEASUREMENT_TABLES } from "./measurements.ts";
import type { SimulatedClock } from "./simulated-clock.ts";
import { TICKET_TABLES } from "./ticket-store.ts";

/** What all workers of a run share. */
export interface RunSettings {
  readonly seed: string;
  readonly clock: SimulatedClock;
}

/** Where pg-boss keeps its tables. */
export const QUEUE_SCHEMA = "escalation_worker_queue";

/** Makes room for a run; what an earlier one left is dropped. Nothing else in the database is touched. */
export async function createTables(database: Database): Promise<void> {
  await database.query(
    `drop schema if exists ${QUEUE_SCHEMA} cascade;
     drop schema if exists escalation_worker cascade;
     create schema escalation_worker;
     create table escalation_worker.run (settings json not null);
     ${TICKET_TABLES} ${MEASUREMENT_TABLES}`,
  );
}

/** Keeps what the workers of a run are to share. */
export async function writeSettings(database: Connection, settings: RunSettings): Promise<void> {
  await database.query("insert into escalation_worker.run values ($1)", [JSON.stringify(settings)]);
}

/** What the workers of the run share. */
export async function readSettings(database: Connection): Promise<RunSettings> {
  const [run] = await database.query<{ settings: RunSettings }>(
    "select settings from escalation_worker.run",
  );
  if (run === undefined) throw new Error("There is no run.");
  return run.settings;
}

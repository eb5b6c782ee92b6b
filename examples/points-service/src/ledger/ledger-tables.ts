import type { Database } from "../database/database.ts";

/**
 * The events are the truth and only ever appended. Two writers who have read the same version want the same row: one gets it,
 * and that is all there is to compare-and-swap. A checkpoint spares reading the events before it.
 */
const TABLES = `
  create schema if not exists points_service;
  create table if not exists points_service.events (
    account text not null, version int not null, command_id text not null,
    hash text not null, previous_hash text not null, event json not null,
    primary key (account, version)
  );
  create index if not exists events_by_command on points_service.events (account, command_id);
  create table if not exists points_service.checkpoints (
    account text primary key, version int not null, checkpoint json not null
  );
`;

/** Creates the tables where they are not there yet. */
export async function createTables(database: Database): Promise<void> {
  await database.query(TABLES);
}

/** Removes all accounts. */
export async function dropTables(database: Database): Promise<void> {
  await database.query("drop schema if exists points_service cascade");
}

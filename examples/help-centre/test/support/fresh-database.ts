import type { Database } from "../../src/database/database.ts";
import { migrate } from "../../src/database/migrate.ts";
import { openPglite } from "../../src/database/pglite.ts";

let opened: Promise<Database> | undefined;
let isTaken = false;

/**
 * A database in memory with all its tables, which are empty. It takes seconds to start, so the files that share a
 * worker take turns with one: nothing is kept from one to the next, and it ends with the worker.
 */
export async function freshDatabase(): Promise<Database> {
  if (isTaken) throw new Error("the database that was opened before was not closed");
  isTaken = true;
  opened ??= openPglite();
  const database = await opened;
  await database.script("drop schema public cascade; create schema public");
  await migrate(database);
  const close = async () => {
    isTaken = false;
  };
  return { ...database, close };
}

import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "./database.ts";

const folder = new URL("./migrations/", import.meta.url);

/** Any number will do, as long as nobody else locks on it. */
const LOCK = 4_217_001;

/** Runs the files of `migrations/` that have not run yet, in the order of their names. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    // Two servers that start at once on one database must not both migrate.
    await tx.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await tx.script("create table if not exists migrations (name text primary key)");
    const done = await tx.query<{ name: string }>("select name from migrations");
    const names = new Set(done.map(({ name }) => name));
    for (const name of migrationNames().filter((candidate) => !names.has(candidate))) {
      await tx.script(readFileSync(new URL(name, folder), "utf8"));
      await tx.query("insert into migrations (name) values ($1)", [name]);
    }
  });
}

function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
}

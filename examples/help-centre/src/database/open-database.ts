import { fileURLToPath } from "node:url";
import { claimFolder } from "./data-folder.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";

const DATA_FOLDER = fileURLToPath(new URL("../../.data/", import.meta.url));

/** The database of the settings, with all its tables, and a sentence that says where the data lives. */
export async function openDatabase(
  url: string | undefined,
): Promise<{ database: Database; where: string }> {
  const { database, where } = await connect(url);
  await migrate(database);
  return { database, where };
}

async function connect(url: string | undefined): Promise<{ database: Database; where: string }> {
  if (url !== undefined) return { database: openPostgres(url), where: "in your PostgreSQL server" };
  if (claimFolder(DATA_FOLDER)) {
    const database = await openPglite(`${DATA_FOLDER}postgres`);
    return { database, where: "in examples/help-centre/.data" };
  }
  const where = "in memory, because another help centre is using examples/help-centre/.data";
  return { database: await openPglite(), where };
}

import type { Database } from "./database.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";

/** A server's database by its URL; without one, a database inside this process that ends with it. */
export function openDatabase(url: string | undefined): Promise<Database> {
  return url === undefined ? openPglite() : Promise.resolve(openPostgres(url));
}

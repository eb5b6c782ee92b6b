import { PGlite } from "@electric-sql/pglite";
import type { Connection, Database } from "./database.ts";

/** PostgreSQL inside this process and in memory: one connection, so no other process can share it. */
export async function openPglite(): Promise<Database> {
  const pglite = await PGlite.create();
  return {
    ...connectionOn(pglite),
    transaction: (work) => pglite.transaction((inside) => work(connectionOn(inside))),
    close: () => pglite.close(),
  };
}

function connectionOn(pglite: Pick<PGlite, "query" | "exec">): Connection {
  return {
    async query<Row extends object>(sql: string, parameters?: readonly unknown[]) {
      if (parameters !== undefined) return (await pglite.query<Row>(sql, [...parameters])).rows;
      // Several statements in one text run without parameters only; the rows are those of the last.
      return ((await pglite.exec(sql)).at(-1)?.rows ?? []) as Row[];
    },
  };
}

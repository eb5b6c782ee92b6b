import { PGlite } from "@electric-sql/pglite";
import type { Database } from "./database.ts";

/** The part of PGlite that a transaction has, too. */
interface Connection {
  query<Row>(sql: string, parameters?: unknown[]): Promise<{ rows: Row[] }>;
  exec(sql: string): Promise<{ rows: object[] }[]>;
}

/** PostgreSQL inside this process. Without a folder its data is gone when the process ends. */
export async function openPglite(folder?: string): Promise<Database> {
  const pglite = await PGlite.create(folder ?? "memory://");
  return {
    ...databaseOn(pglite),
    transaction: (work) =>
      pglite.transaction((connection) => {
        const inside: Database = {
          ...databaseOn(connection),
          transaction: (nested) => nested(inside),
          close: async () => {},
        };
        return work(inside);
      }),
    close: () => pglite.close(),
  };
}

function databaseOn(connection: Connection): Pick<Database, "query" | "script"> {
  return {
    async query<Row extends object>(sql: string, parameters: readonly unknown[] = []) {
      const { rows } = await connection.query<Row>(sql, [...parameters]);
      return rows;
    },
    async script(sql) {
      return (await connection.exec(sql)).at(-1)?.rows ?? [];
    },
  };
}

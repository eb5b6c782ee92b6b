import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/** Runs one statement with its parameters `$1, $2, …` and gives the rows. */
export type Query = <Row extends object>(
  sql: string,
  parameters?: readonly unknown[],
) => Promise<Row[]>;

/** A PostgreSQL. */
export interface Database {
  /** How other processes reach it; `undefined` where only this one can. */
  readonly url: string | undefined;
  readonly query: Query;
  readonly close: () => Promise<void>;
}

/** A PostgreSQL server. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // An idle connection that breaks is replaced by the next query; without a listener it ends the process.
  pool.on("error", () => undefined);
  return {
    url,
    query: async <Row extends object>(sql: string, parameters?: readonly unknown[]) =>
      (await pool.query<Row>(sql, parameters && [...parameters])).rows,
    close: () => pool.end(),
  };
}

/** PostgreSQL inside this process and in memory; other processes reach it through this one. */
export async function openPglite(): Promise<Database> {
  const pglite = await PGlite.create();
  return {
    url: undefined,
    query: async <Row extends object>(sql: string, parameters?: readonly unknown[]) => {
      if (parameters !== undefined) return (await pglite.query<Row>(sql, [...parameters])).rows;
      // Several statements in one text run without parameters only; the rows are those of the last.
      return ((await pglite.exec(sql)).at(-1)?.rows ?? []) as Row[];
    },
    close: () => pglite.close(),
  };
}

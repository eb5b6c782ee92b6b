import pg from "pg";
import type { Database } from "./database.ts";

/** Whole numbers of 8 bytes come as text from `pg`; ours are row numbers, far below 2^53. */
const INT8 = 20;

/** A PostgreSQL server. */
export function openPostgres(url: string): Database {
  pg.types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // An idle connection that breaks is replaced by the next query; without a listener it ends the process.
  pool.on("error", (error) => console.error(`database: ${error.message}`));
  return {
    ...databaseOn(pool),
    transaction: (work) => transaction(pool, work),
    close: () => pool.end(),
  };
}

async function transaction<T>(pool: pg.Pool, work: (database: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const inside: Database = {
    ...databaseOn(client),
    transaction: (nested) => nested(inside),
    close: async () => {},
  };
  try {
    await client.query("begin");
    const result = await work(inside);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

function databaseOn(connection: pg.Pool | pg.PoolClient): Pick<Database, "query" | "script"> {
  return {
    async query<Row extends object>(sql: string, parameters: readonly unknown[] = []) {
      const { rows } = await connection.query<Row>(sql, [...parameters]);
      return rows;
    },
    async script(sql) {
      // One result for one statement, a list of them for several.
      const results = [await connection.query(sql)].flat();
      return results.at(-1)?.rows ?? [];
    },
  };
}

import pg from "pg";
import type { Connection, Database } from "./database.ts";

/** A PostgreSQL server. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  let closed = false;
  // An idle connection that breaks is replaced by the next query; without a listener it ends the process.
  pool.on("error", (error) => closed || console.error(`database: ${error.message}`));
  return {
    ...connectionOn(pool),
    close() {
      closed = true;
      return pool.end();
    },
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const result = await work(connectionOn(client));
        await client.query("commit");
        client.release();
        return result;
      } catch (error) {
        // The server rolls back when the connection ends; a broken one could not be asked to.
        client.release(true);
        throw error;
      }
    },
  };
}

function connectionOn(client: pg.Pool | pg.PoolClient): Connection {
  return {
    async query<Row extends object>(sql: string, parameters?: readonly unknown[]) {
      const { rows } = await client.query<Row>(sql, parameters && [...parameters]);
      return rows;
    },
  };
}

import type { Database } from "./database.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";
import { postgresPrograms, startTemporaryServer } from "./temporary-server.ts";

/** A database, and how other processes reach it. */
export interface Server {
  readonly database: Database;
  /** `null` where only this process can. */
  readonly url: string | null;
  /** For people. */
  readonly where: string;
  stop(): Promise<void>;
}

/** Yours where `DATABASE_URL` names one; else a temporary server; else PGlite in this process. */
export async function openServer(): Promise<Server> {
  const yours = process.env["DATABASE_URL"];
  if (yours !== undefined) return serverAt(yours, "the server of DATABASE_URL");
  const programs = postgresPrograms();
  if (programs === null) {
    const database = await openPglite();
    const where = "PGlite in this process, as no PostgreSQL is installed: one worker, no kills";
    return { database, url: null, where, stop: () => database.close() };
  }
  const temporary = await startTemporaryServer(programs);
  const server = serverAt(temporary.url, `a temporary server by ${programs}`);
  return {
    ...server,
    async stop() {
      await server.stop();
      await temporary.stop();
    },
  };
}

function serverAt(url: string, where: string): Server {
  const database = openPostgres(url);
  return { database, url, where, stop: () => database.close() };
}

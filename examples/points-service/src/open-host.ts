import type { Database } from "./database/database.ts";
import type { Host } from "./ledger/carry-out.ts";

/** A host with settings that suit eight processes. */
export function hostOn(database: Database): Host {
  return {
    database,
    cache: new Map(),
    retryPolicy: { attempts: 8, firstMilliseconds: 5, longestMilliseconds: 200 },
    checkpointEvery: 100,
  };
}

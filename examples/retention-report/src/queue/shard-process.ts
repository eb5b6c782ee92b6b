// A worker: takes shards from the queue of DATABASE_URL, else from that of the process which started it.
import { openPostgres } from "./database.ts";
import { borrowedDatabase } from "./lent-database.ts";
import { workOnShards } from "./work-on-shards.ts";

// It does not outlive the process that started it.
process.on("disconnect", () => process.exit());

const url = process.env["DATABASE_URL"];
await workOnShards(url === undefined ? borrowedDatabase() : openPostgres(url).query);

// A worker: killed at any moment, it leaves nothing half done.
import { openPostgres } from "./database/postgres.ts";
import { work } from "./worker.ts";

// It does not outlive the process that started it.
process.on("disconnect", () => process.exit());
await work(openPostgres(process.env["DATABASE_URL"] ?? ""));
process.send?.("at work");

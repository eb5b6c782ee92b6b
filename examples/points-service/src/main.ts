// Starts the service: on the server that DATABASE_URL names, else on PGlite in memory.
import { serve } from "@hono/node-server";
import { openDatabase } from "./database/open-database.ts";
import { createTables } from "./ledger/ledger-tables.ts";
import { hostOn } from "./open-host.ts";
import { pointsApp } from "./web/app.ts";

const url = process.env["DATABASE_URL"];
const database = await openDatabase(url);
await createTables(database);
const app = pointsApp(hostOn(database), Date.now);
const port = Number(process.env["PORT"] ?? 3000);
serve({ fetch: app.fetch, port }, (address) => {
  const where = url === undefined ? "PGlite in memory" : "the server of DATABASE_URL";
  console.log(`Points at http://localhost:${address.port}, kept on ${where}`);
});

// A worker: killed at any moment, it leaves nothing half done.
import { openPostgres } from "../database/postgres.ts";
import { hostOn } from "../open-host.ts";
import { pointsApp } from "../web/app.ts";
import { planDeliveries } from "./plan-deliveries.ts";
import { type Send, sendCommands } from "./send-commands.ts";
import type { WorkerTask } from "./worker-processes.ts";

// It does not outlive the process that started it.
process.on("disconnect", () => process.exit());
const { worker, from, databaseUrl, options } = JSON.parse(
  process.env["WORKER_TASK"] ?? "",
) as WorkerTask;
await sendCommands(serviceOf(databaseUrl), planDeliveries(options)[worker] ?? [], {
  from,
  // What is not written yet when the process ends would be lost.
  tell: (answer) => new Promise((resolve) => process.send?.(answer, () => resolve())),
});
process.disconnect();

/** On a server each worker is a service of its own; PGlite has one, which is reached by HTTP. */
function serviceOf(url: string | null): Send {
  if (url === null) return fetch;
  const app = pointsApp(hostOn(openPostgres(url)), Date.now);
  return (request) => app.fetch(request);
}

// Runs the chaos, prints what came of it and draws how late it was. Ends with 1 where a ticket differs.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openServer } from "./database/open-server.ts";
import { latenessPage } from "./report/lateness-page.ts";
import { reportLines } from "./report/report-lines.ts";
import { run } from "./run.ts";

const { values } = parseArgs({
  options: {
    tickets: { type: "string", default: "2000" },
    workers: { type: "string", default: "4" },
    seconds: { type: "string" },
    "kill-every": { type: "string", default: "4" },
    seed: { type: "string", default: "maplewick" },
  },
});
const tickets = Number(values.tickets);
const server = await openServer();
console.log(`Database: ${server.where}`);
const report = await run(
  server,
  {
    tickets,
    workers: Number(values.workers),
    seconds: Number(values.seconds ?? Math.max(60, tickets / 100)),
    killEverySeconds: Number(values["kill-every"]),
    seed: values.seed,
  },
  (line) => console.log(line),
).finally(() => server.stop());
for (const line of reportLines(report)) console.log(line);
const folder = fileURLToPath(new URL("../.data/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}lateness.html`, latenessPage(report));
console.log(`Drawn: ${folder}lateness.html`);
process.exitCode = report.comparison.differences.length > 0 ? 1 : 0;

// Runs the chaos and prints what came of it. Ends with 1 where an account differs.
import { parseArgs } from "node:util";
import { reportLines } from "./chaos/report-lines.ts";
import { run } from "./chaos/run.ts";
import { openDatabase } from "./database/open-database.ts";

const { values } = parseArgs({
  options: {
    commands: { type: "string", default: "5000" },
    accounts: { type: "string", default: "100" },
    workers: { type: "string", default: "8" },
    kills: { type: "string", default: "10" },
    seed: { type: "string", default: "maplewick" },
  },
});
const url = process.env["DATABASE_URL"];
console.log(url === undefined ? "PGlite behind one service" : "The server of DATABASE_URL");
const database = await openDatabase(url);
const report = await run(
  { database, url: url ?? null },
  {
    commands: Number(values.commands),
    accounts: Number(values.accounts),
    workers: Number(values.workers),
    kills: Number(values.kills),
    seed: values.seed,
  },
).finally(() => database.close());
for (const line of reportLines(report)) console.log(line);
process.exitCode = report.comparison.differences.length > 0 ? 1 : 0;

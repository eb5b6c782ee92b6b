import { instant } from "@kefu/core";
import { removeDemo, storeDemo } from "./database/demo-rows.ts";
import { forgetOld } from "./database/forget-old.ts";
import { openDatabase } from "./database/open-database.ts";
import { adoptOldTickets } from "./database/tickets.ts";
import { openWakeQueue } from "./database/wake-queue.ts";
import { demoHistory } from "./editor/demo-history.ts";
import { openEditing } from "./editor/open-editing.ts";
import { readKnowledge } from "./knowledge/knowledge.ts";
import { listen } from "./listen.ts";
import { createServer } from "./server.tsx";
import { readSettings } from "./settings.ts";
import { bundleAssets } from "./web/assets.ts";
import { formSecret } from "./web/keys.ts";

const DAY = 86_400_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const knowledge = readKnowledge();
  const [assets, { database, where }] = await Promise.all([
    bundleAssets(),
    openDatabase(settings.databaseUrl),
  ]);
  const now = () => instant(Date.now());
  await forgetOld(database, now());
  setInterval(() => forgetOld(database, now()).catch(console.error), DAY).unref();
  const { agentCode } = settings;
  const secret = await formSecret(database);
  if (settings.hasDemoHistory) await storeDemo(database, demoHistory(knowledge, now()));
  else await removeDemo(database);
  const editing = await openEditing(database, knowledge, now());
  const timers = await openWakeQueue(database);
  const desk = { database, timers, now };
  await adoptOldTickets(desk);
  await timers.start(desk);
  const app = createServer({
    ...{ ...desk, knowledge, ...editing, assets },
    ...{ formSecret: secret, agentCode },
  });
  const { server, port } = await listen(app.fetch, settings.port);

  if (port !== settings.port && settings.port !== 0) {
    console.log(`Port ${settings.port} is taken, so this is the next free one.`);
  }
  console.log(`Maplewick help centre: http://localhost:${port}`);
  console.log(
    `Service desk for agents: http://localhost:${port}/en/desk (code: ${codeHint(agentCode)})`,
  );
  if (settings.hasDemoHistory) {
    console.log("The editor's pages show made-up visits; DEMO_HISTORY=off leaves them out.");
  }
  console.log(`${knowledge.entries.size} entries; tickets are kept ${where}. Ctrl+C stops it.`);

  const stop = () => {
    server.close();
    timers
      .stop()
      .then(() => database.close())
      .finally(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/** A code of one's own is not printed where others may read it. */
function codeHint(agentCode: string): string {
  return agentCode === "maplewick" ? agentCode : "the one in AGENT_CODE";
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

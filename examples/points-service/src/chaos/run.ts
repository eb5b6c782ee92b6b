import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Comparison, checkAll } from "../check/check-all.ts";
import type { Database } from "../database/database.ts";
import { createTables, dropTables } from "../ledger/ledger-tables.ts";
import { hostOn } from "../open-host.ts";
import { pointsApp } from "../web/app.ts";
import { planCommands } from "./plan-commands.ts";
import { type DeliveryOptions, planDeliveries } from "./plan-deliveries.ts";
import { planKills } from "./plan-kills.ts";
import type { Answer } from "./send-commands.ts";
import { runWorkers } from "./worker-processes.ts";

/** How large a run is. */
export interface RunOptions extends DeliveryOptions {
  readonly kills: number;
}

/** What came of a run. */
export interface RunReport {
  readonly options: RunOptions;
  readonly seconds: number;
  readonly killed: number;
  /** How many deliveries were planned: commands and their copies. */
  readonly deliveries: number;
  /** How many answers there were by outcome; what was sent again after a kill counts each time. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** How many deliveries were decided more than once, and how often in all beyond the first. */
  readonly retried: number;
  readonly retries: number;
  /** How many requests were sent again by the client. */
  readonly requestsAgain: number;
  readonly comparison: Comparison;
}

/** Where the accounts are; `url` is `null` where only this process reaches them. */
export interface Place {
  readonly database: Database;
  readonly url: string | null;
}

/** Lets workers send commands under chaos, then compares each account with what one process makes of it. */
export async function run(place: Place, options: RunOptions): Promise<RunReport> {
  const { database } = place;
  await dropTables(database);
  await createTables(database);
  const planned = planCommands(options);
  const byWorker = planDeliveries(options);
  const acknowledged = new Set<string>();
  const answers = new Answers();
  const tell = (worker: number, answer: Answer) => {
    answers.add(answer);
    const id = byWorker[worker]?.[answer.position]?.command.commandId;
    const isDone = answer.outcome === "accepted" || answer.outcome === "duplicate";
    if (isDone && id !== undefined) acknowledged.add(id);
  };
  const deliveries = byWorker.reduce((sum, { length }) => sum + length, 0);
  const kills = planKills({ ...options, answers: deliveries });
  const service = place.url === null ? await serviceOn(database) : null;
  const start = Date.now();
  const reach = { databaseUrl: place.url, serviceUrl: service?.url ?? null };
  const killed = await runWorkers({ ...reach, options, kills, tell }).finally(() =>
    service?.stop(),
  );
  const seconds = (Date.now() - start) / 1000;
  const comparison = await checkAll(database, { planned, acknowledged });
  const { outcomes, retried, retries, requestsAgain } = answers;
  return {
    ...{ options, seconds, killed, deliveries, comparison },
    ...{ outcomes, retried, retries, requestsAgain },
  };
}

/** Sums of what workers were told. */
class Answers {
  readonly outcomes = new Map<string, number>();
  retried = 0;
  retries = 0;
  requestsAgain = 0;

  add({ outcome, attempts, requests }: Answer): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    const again = Math.max(0, attempts - 1);
    if (again > 0) this.retried++;
    this.retries += again;
    this.requestsAgain += requests - 1;
  }
}

/** The service in this process, where processes reach it by HTTP. */
async function serviceOn(database: Database) {
  const server = serve({ fetch: pointsApp(hostOn(database), Date.now).fetch, port: 0 });
  if (!server.listening) await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const closed = once(server, "close");
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}

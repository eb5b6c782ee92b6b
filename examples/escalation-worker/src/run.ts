import { setTimeout as wait } from "node:timers/promises";
import { escalation } from "@kefu/escalation";
import type PgBoss from "pg-boss";
import { arrivalsInOrder, feedFacts } from "./chaos/feed-facts.ts";
import { ALL_DAYS, FIRST_DAY, type PlannedTicket, planTicket } from "./chaos/plan-facts.ts";
import { planKills } from "./chaos/plan-kills.ts";
import { startWorkers, type WorkerProcesses } from "./chaos/worker-processes.ts";
import { type Comparison, findDifferences } from "./check/find-differences.ts";
import type { Database } from "./database/database.ts";
import type { Server } from "./database/open-server.ts";
import { createQueue, openQueue, QUEUE } from "./delivery-queue.ts";
import { context } from "./desk/policy.ts";
import { type LatenessInSecond, latenessBySecond, type Totals, totals } from "./measurements.ts";
import { createTables, QUEUE_SCHEMA, writeSettings } from "./run-tables.ts";
import type { SimulatedClock } from "./simulated-clock.ts";
import { addTickets } from "./ticket-store.ts";
import { work } from "./worker.ts";

/** How large a run is. */
export interface RunOptions {
  readonly tickets: number;
  readonly workers: number;
  /** In how many seconds the days of the tickets pass. */
  readonly seconds: number;
  /** A worker dies about every so many seconds. */
  readonly killEverySeconds: number;
  /** The same seed plans the same run. */
  readonly seed: string;
}

/** What came of a run. */
export interface RunReport {
  readonly options: RunOptions;
  /** Where the data was. */
  readonly where: string;
  readonly workers: string;
  readonly totals: Totals;
  readonly series: readonly LatenessInSecond[];
  /** In which seconds of the run workers were killed. */
  readonly kills: readonly number[];
  readonly comparison: Comparison;
}

/** Lets tickets live through their days under chaos, then compares each with what one process makes of it. */
export async function run(
  server: Server,
  options: RunOptions,
  say: (line: string) => void,
): Promise<RunReport> {
  const { database, where } = server;
  await createTables(database);
  const queue = await openQueue(database, { schema: QUEUE_SCHEMA, supervise: false });
  await createQueue(queue, database, QUEUE_SCHEMA);
  const planned = await openTickets(database, options);
  const clock = clockFor(options);
  await writeSettings(database, { seed: options.seed, clock });
  const arrivals = arrivalsInOrder(planned, clock);
  say(`${options.tickets} tickets, ${arrivals.length} arrivals of facts, seed "${options.seed}"`);
  const workers = await employ(server, options);
  await wait(clock.realStart - Date.now());
  workers.startKilling();
  await feedFacts(queue, database, { arrivals, say });
  await untilEmpty(queue, say);
  await workers.stop();
  await queue.stop({ graceful: false });
  say("Every delivery is handled; comparing each ticket with one process alone …");
  const comparison = await findDifferences(database, options);
  return {
    ...{ options, where, comparison, workers: workers.said },
    totals: await totals(database, clock.realStart),
    series: await latenessBySecond(database, clock.realStart),
    kills: workers.killedAt.map((at) => (at - clock.realStart) / 1000),
  };
}

/** Starts after a while, in which arrivals are put in order and workers begin. */
function clockFor({ tickets, seconds }: RunOptions): SimulatedClock {
  return {
    realStart: Date.now() + 3_000 + tickets / 20,
    start: FIRST_DAY,
    speed: Math.ceil((ALL_DAYS * 86_400) / seconds),
  };
}

/** Plans the lives of all tickets and hands their numbers out. */
async function openTickets(
  database: Database,
  { seed, tickets }: RunOptions,
): Promise<PlannedTicket[]> {
  const planned = Array.from({ length: tickets }, (_, number) => planTicket(seed, number));
  const { initial } = escalation(context);
  await addTickets(
    database,
    planned.map(({ id }) => id),
    initial,
  );
  return planned;
}

interface Employed extends Pick<WorkerProcesses, "killedAt"> {
  readonly said: string;
  readonly startKilling: () => void;
  readonly stop: () => Promise<void> | void;
}

/** Processes where they can share the database; else one worker in this process, which is not killed. */
async function employ({ database, url }: Server, options: RunOptions): Promise<Employed> {
  if (url === null) {
    const queue = await work(database);
    const stop = () => queue.stop({ graceful: false });
    const said = "1 worker in this process, never killed";
    return { said, killedAt: [], startKilling: () => {}, stop };
  }
  const { workers: count, killEverySeconds: everySeconds, seed } = options;
  const workers = await startWorkers(url, count);
  const plan = planKills(seed, { workers: count, everySeconds });
  const startKilling = () => void workers.kill(plan);
  return { ...workers, said: `${count} worker processes`, startKilling };
}

/** Every ticket that is still to be looked at has a delivery, so that an empty queue is the end once all facts are told. */
async function untilEmpty(queue: PgBoss, say: (line: string) => void): Promise<void> {
  for (let round = 0; ; round++) {
    const left = await queue.getQueueSize(QUEUE, { before: "completed" });
    if (left === 0) return;
    if (round % 10 === 0) say(`${left} deliveries wait`);
    await wait(1_000);
  }
}

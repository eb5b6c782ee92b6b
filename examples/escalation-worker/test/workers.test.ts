// Several processes over one PostgreSQL: needs the programs of a server on this machine.
import { fork } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { type EscalationEvent, escalation } from "@kefu/escalation";
import type PgBoss from "pg-boss";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FIRST_DAY, planTicket } from "../src/chaos/plan-facts.ts";
import { bundleWorker } from "../src/chaos/worker-processes.ts";
import { liveOnTime, retell, standing } from "../src/check/retell.ts";
import type { Database } from "../src/database/database.ts";
import { openPostgres } from "../src/database/postgres.ts";
import {
  postgresPrograms,
  startTemporaryServer,
  type TemporaryServer,
} from "../src/database/temporary-server.ts";
import { createQueue, deliverLater, openQueue, QUEUE } from "../src/delivery-queue.ts";
import { context } from "../src/desk/policy.ts";
import { handleDeliveries } from "../src/handle-deliveries.ts";
import { run } from "../src/run.ts";
import { createTables, QUEUE_SCHEMA, writeSettings } from "../src/run-tables.ts";
import { addTickets, appendEvents, loadTickets } from "../src/ticket-store.ts";
import { hostOf } from "../src/worker.ts";

const programs = postgresPrograms();
const tickets = escalation(context);
const { id, facts } = planTicket("workers", 2);

describe.skipIf(programs === null)("with a PostgreSQL server", () => {
  let server: TemporaryServer;
  let database: Database;
  beforeAll(async () => {
    server = await startTemporaryServer(programs as string);
    database = openPostgres(server.url);
  });
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });

  it("ends a small run under chaos without a difference", async () => {
    const options = { tickets: 200, workers: 3, seconds: 10, killEverySeconds: 4, seed: "test" };
    const postgres = { database, url: server.url, where: "", stop: async () => {} };
    const { comparison, kills, totals } = await run(postgres, options, () => {});
    expect(comparison.differences).toEqual([]);
    expect(comparison.tickets).toBe(200);
    expect(comparison.events).toBe(totals.events);
    expect(kills.length).toBeGreaterThan(0);
  }, 400_000);

  describe("and one ticket", () => {
    const clock = { realStart: Date.now(), start: FIRST_DAY, speed: 1 };
    let queue: PgBoss;
    beforeEach(async () => {
      await createTables(database);
      await writeSettings(database, { seed: "test", clock });
      await addTickets(database, [id], tickets.initial);
      queue = await openQueue(database, { schema: QUEUE_SCHEMA, supervise: false });
      await createQueue(queue, database, QUEUE_SCHEMA);
    });
    const log = async () => {
      const rows = await database.query<{ event: EscalationEvent }>(
        "select event from escalation_worker.ticket_events order by number",
      );
      return rows.map(({ event }) => event);
    };
    const deliver = (command: (typeof facts)[number]) =>
      deliverLater(queue, database, [
        { ticketId: id, command, dueAt: Date.now() - 1000, key: String(command.id) },
      ]);

    it("stores what one of two decided on the same version, never both", async () => {
      const [read] = await loadTickets(database, [id]);
      const change = (command: (typeof facts)[number]) => {
        const told = liveOnTime(tickets, [command]);
        return { id, version: read?.version ?? -1, state: told.ticket, events: told.events };
      };
      const [one, other] = [change(facts[0] as never), change(facts[1] as never)];
      const stored = await Promise.all([
        appendEvents(database, [one]),
        appendEvents(database, [other]),
      ]);
      expect(stored.map(({ size }) => size).sort()).toEqual([0, 1]);
      const winner = stored[0]?.has(id) ? one : other;
      expect(await log()).toEqual(JSON.parse(JSON.stringify(winner.events)));
    });

    it("takes nobody at their word who found nothing to do in an older log", async () => {
      const [read] = await loadTickets(database, [id]);
      const nothing = { id, version: 0, state: tickets.initial, events: [] };
      expect([...(await appendEvents(database, [nothing]))]).toEqual([id]);
      const told = liveOnTime(tickets, facts.slice(0, 1));
      const version = read?.version ?? -1;
      await appendEvents(database, [{ id, version, state: told.ticket, events: told.events }]);
      expect([...(await appendEvents(database, [nothing]))]).toEqual([]);
    });

    it("loses nothing when many decide on it at once", async () => {
      for (const fact of facts) await deliver(fact);
      const taken = await queue.fetch<never>(QUEUE, { batchSize: 50 });
      const host = hostOf(database, queue, { seed: "test", clock });
      expect(taken).toHaveLength(facts.length);
      await Promise.all(taken.map((delivery) => handleDeliveries(host, [delivery])));
      const events = await log();
      expect(JSON.parse(JSON.stringify(retell(tickets, events).events))).toEqual(events);
      const recorded = events.filter(({ type }) => type === "FactRecorded");
      expect(recorded.map(({ subject }) => subject).sort()).toEqual(
        facts.map((fact) => fact.id).sort(),
      );
    });

    it("lets another worker do what a killed one had begun", async () => {
      await deliver(facts[0] as never);
      const program = await bundleWorker();
      const start = () =>
        fork(program, { execArgv: [], env: { ...process.env, DATABASE_URL: server.url } });
      const first = start();
      // While somebody else holds the ticket, the worker cannot finish what it has begun.
      await database.transaction(async (connection) => {
        await connection.query("select from escalation_worker.tickets for update");
        while ((await queue.getQueueSize(QUEUE)) > 0) await wait(50);
        first.kill("SIGKILL");
      });
      expect(await log()).toEqual([]);
      const second = start();
      while ((await log()).length === 0) await wait(100);
      second.kill("SIGKILL");
      const opened = liveOnTime(tickets, facts.slice(0, 1)).events[0];
      expect(standing(await log()).get("FactRecorded fact-0")).toBe(opened?.effectiveAt);
    });
  });
});

import { instant, isoOf } from "@kefu/core";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Database } from "../src/database/database.ts";
import { eventsOf, tellTicket } from "../src/database/tell-ticket.ts";
import { adoptOldTickets, messagesOf, ticketByNumber } from "../src/database/tickets.ts";
import { openWakeQueue, wakeTicket } from "../src/database/wake-queue.ts";
import { messageFacts, tell, UNTOLD, viewAt } from "../src/desk/ticket-course.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { type Visitor, visitorOf } from "./support/visitor.ts";

const { app, centre, database, setNow } = await openHelpCentre();
afterAll(() => database.close());
beforeEach(() => setNow("2026-11-24T10:00:00+01:00"));

const ASKED = {
  ...{ kind: "question", name: "Ana", email: "ana@example.com" },
  message: "The kettle stopped.",
};

async function ask(visitor: Visitor = visitorOf(app)): Promise<number> {
  await visitor.send(await visitor.get("/en/ask"), "/en/ask", ASKED);
  const [row] = await database.query<{ number: number }>(
    "select number from tickets order by number desc limit 1",
  );
  return row?.number ?? 0;
}

const typesOf = async (number: number) =>
  (await eventsOf(database, number)).map(({ type }) => type);

const dueAtOf = async (number: number) => {
  const [row] = await database.query<{ due: Date | null }>(
    "select due_at as due from tickets where number = $1",
    [number],
  );
  return row?.due?.toISOString();
};

describe("the events of a ticket", () => {
  it("are the truth: telling them again gives the ticket that is stored beside them", async () => {
    const number = await ask();
    const record = await ticketByNumber(database, number);
    const facts = (await eventsOf(database, number)).flatMap((event) =>
      event.type === "FactRecorded" ? [event.fact] : [],
    );
    const told = tell(UNTOLD, facts);
    expect(told.events).toEqual(await eventsOf(database, number));
    const at = instant("2026-11-24T10:00:00+01:00");
    expect(record && viewAt(record.escalation, at)).toEqual(viewAt(told.state, at));
  });

  it("are numbered without gap, and none is written twice", async () => {
    const number = await ask();
    const facts = messageFacts("m1", centre.now());
    for (let time = 0; time < 2; time++) {
      await database.transaction((tx) => tellTicket(centre, tx, number, facts));
    }
    const rows = await database.query<{ number: number }>(
      "select number from ticket_events where ticket_number = $1 order by number",
      [number],
    );
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1));
    expect((await typesOf(number)).filter((type) => type === "FactRecorded")).toHaveLength(2);
  });

  it("are decided again by whoever was slower", async () => {
    const number = await ask();
    let interferes = true;
    const slow = (tx: Database): Database => ({
      ...tx,
      query: async <Row extends object>(sql: string, parameters?: readonly unknown[]) => {
        const rows = await tx.query<Row>(sql, parameters);
        if (interferes && sql.startsWith("select kind")) {
          interferes = false;
          await tellTicket(centre, tx, number, messageFacts("faster", centre.now()));
        }
        return rows;
      },
    });
    await database.transaction((tx) =>
      tellTicket(centre, slow(tx), number, messageFacts("slower", centre.now())),
    );
    const facts = (await eventsOf(database, number)).flatMap((event) =>
      event.type === "FactRecorded" ? [event.fact.id] : [],
    );
    expect(facts.slice(-2)).toEqual(["message-faster", "message-slower"]);
  });

  it("tell of what came due, once, however late and often a wake comes", async () => {
    const number = await ask();
    setNow("2026-11-24T13:40:00+01:00");
    await wakeTicket(centre, number);
    await wakeTicket(centre, number);
    expect((await typesOf(number)).filter((type) => type === "ThresholdReached")).toHaveLength(1);
    setNow("2026-11-24T18:00:00+01:00");
    await wakeTicket(centre, number);
    const late = (await eventsOf(database, number)).find(({ type }) => type === "Breached");
    expect(late?.effectiveAt).toBe(instant("2026-11-24T14:00:00+01:00"));
  });

  it("come to a ticket that was woken too early, as it is woken once more", async () => {
    const number = await ask();
    const asked: string[] = [];
    const timers = {
      wake: async (_: Database, __: number, at: number) => void asked.push(isoOf(instant(at))),
    };
    await wakeTicket({ ...centre, timers }, number);
    expect(asked).toEqual(["2026-11-24T12:30:00.000Z"]);
  });

  it("are made up for tickets that are older than events", async () => {
    const number = await ask();
    const due = await dueAtOf(number);
    await database.query("delete from ticket_events where ticket_number = $1", [number]);
    await database.query(
      "update tickets set version = 0, escalation = null, due_at = null where number = $1",
      [number],
    );
    await adoptOldTickets(centre);
    expect(await dueAtOf(number)).toBe(due);
    expect(await messagesOf(database, number)).toHaveLength(1);
    expect(await typesOf(number)).toContain("ClockStarted");
  });
});

describe("the queue of wakes", () => {
  it("wakes a ticket in time, also one that was asked for by a process that is gone", async () => {
    // Due in a moment of the real clock, which is the one that the queue goes by.
    setNow(new Date(Date.now() - 3_600_000 * 24 * 5).toISOString());
    const number = await ask();
    setNow(new Date().toISOString());
    const queue = await openWakeQueue(database);
    try {
      await queue.start({ ...centre, timers: queue });
      await vi.waitFor(async () => expect(await typesOf(number)).toContain("Breached"), {
        timeout: 60_000,
        interval: 500,
      });
    } finally {
      await queue.stop();
    }
    const [row] = await database.query<{ count: number }>(
      "select count(*)::int as count from tickets where wake_at < $1",
      [new Date(Date.now() - 60_000)],
    );
    expect(row?.count).toBe(0);
  });
});

import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { eventsOf } from "../src/database/tell-ticket.ts";
import { wakeTicket } from "../src/database/wake-queue.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { agentAt, customerAt } from "./support/two-sides.ts";
import { textOf } from "./support/visitor.ts";

const { app, centre, database, setNow } = await openHelpCentre();
afterAll(() => database.close());
beforeEach(() => setNow("2026-11-24T10:00:00+01:00"));

/** A ticket with its two sides, each of which acts on its own page. */
async function open() {
  const { customer, page: first, ...asked } = await customerAt(app);
  const number = Number(asked.number);
  const desk = await agentAt(app);
  const deskPath = `/en/desk/tickets/${number}`;
  type Fields = Readonly<Record<string, string>>;
  return {
    number,
    customerSees: async () => textOf(await customer.get(first.path)),
    agentSees: async () => textOf(await desk.get(deskPath)),
    inbox: async () => (await desk.get("/en/desk")).html,
    deskPath,
    customerDoes: async (action: string, fields: Fields = {}) =>
      customer.send(await customer.get(first.path), `${first.path}/${action}`, fields),
    agentDoes: async (action: string, fields: Fields = {}) =>
      desk.send(await desk.get(deskPath), `${deskPath}/${action}`, fields),
    forge: (action: string) => customer.post(`${first.path}/${action}`, COMPLAINT),
  };
}

const COMPLAINT = { symptom: "faulty", wish: "refund", detail: "It leaks again." };

describe("a complaint", () => {
  it("is settled by a remedy that the customer accepts, and closes when they confirm", async () => {
    const ticket = await open();
    expect((await ticket.customerDoes("complaint", COMPLAINT)).status).toBe(200);
    const agents = await ticket.agentSees();
    expect(agents).toContain("Complaint: It is faulty. Wished remedy: My money back.");
    expect(agents).toContain("Settlement of the complaint 24 hours left");
    expect(agents).toContain("First answer to a complaint 2 hours left");
    expect(agents).toContain("cannot be closed before its complaint is settled");
    await ticket.agentDoes("offer", { remedy: "A voucher of 10 euros" });
    await ticket.customerDoes("remedy", { answer: "declined" });
    expect(await ticket.customerSees()).toContain("Declined A voucher of 10 euros");
    await ticket.agentDoes("offer", { remedy: "Your money back" });
    await ticket.customerDoes("remedy", { answer: "accepted" });
    const settled = await ticket.customerSees();
    expect(settled).toContain("Is everything right now?");
    for (const happened of [
      ...["You complained", "We offered a remedy: A voucher of 10 euros"],
      ...["You declined the remedy: A voucher of 10 euros"],
      "You accepted the remedy: Your money back",
    ]) {
      expect(settled).toContain(happened);
    }
    expect(settled).toContain("it closes: Tuesday 1 December, 10:00");
    await ticket.customerDoes("settlement");
    expect(await ticket.customerSees()).toContain("The complaint is settled.");
    const types = (await eventsOf(database, ticket.number)).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith("Complaint"))).toEqual([
      ...["ComplaintOpened", "ComplaintSettled", "ComplaintClosed"],
    ]);
    // The same fault comes back: it climbs.
    setNow("2026-12-01T10:00:00+01:00");
    await ticket.customerDoes("complaint", COMPLAINT);
    // A session lasts twelve hours, so that another agent looks.
    expect(textOf(await (await agentAt(app)).get(ticket.deskPath))).toContain("Came back: 1");
    const last = (await eventsOf(database, ticket.number)).find(
      ({ type }) => type === "LevelRaised",
    );
    expect(last).toMatchObject({ to: "participation", why: "recurrence" });
  });

  it("closes by silence, and solves its ticket", async () => {
    const ticket = await open();
    await ticket.customerDoes("complaint", COMPLAINT);
    await ticket.agentDoes("offer", { remedy: "Your money back" });
    await ticket.customerDoes("remedy", { answer: "accepted" });
    setNow("2026-12-01T12:00:00+01:00");
    await wakeTicket(centre, ticket.number);
    expect(await ticket.customerSees()).toContain("The complaint is settled. today at 10:00");
    const [row] = await database.query<{ status: string }>(
      "select ticket ->> 'status' as status from tickets where number = $1",
      [ticket.number],
    );
    expect(row?.status).toBe("solved");
  });

  it("is asked for again with its mistakes named; a form from elsewhere is refused", async () => {
    const ticket = await open();
    const wrong = await ticket.customerDoes("complaint", { detail: "It leaks." });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain("Choose what went wrong");
    expect(wrong.html).toContain("It leaks.</textarea>");
    expect((await ticket.forge("complaint")).status).toBe(403);
    expect((await ticket.customerDoes("toString")).status).toBe(405);
    expect(
      (await eventsOf(database, ticket.number)).some(({ type }) => type === "ComplaintOpened"),
    ).toBe(false);
  });
});

describe("a promise", () => {
  const promise = { promise: "The spare part leaves us.", day: "2026-11-25", time: "16:00" };

  it("is seen by the customer, and kept", async () => {
    const ticket = await open();
    await ticket.agentDoes("promise", promise);
    expect(await ticket.customerSees()).toContain(
      "Promised The spare part leaves us. By tomorrow at 16:00",
    );
    setNow("2026-11-24T10:01:00+01:00");
    await ticket.agentDoes("keep");
    expect(await ticket.customerSees()).toContain("Kept The spare part leaves us.");
  });

  it("that will be late makes bad news due on top of the inbox, until it is told with a stop-gap", async () => {
    const ticket = await open();
    const other = await open();
    await other.agentDoes("answers", { body: "Done." });
    await ticket.agentDoes("promise", promise);
    await ticket.agentDoes("forecast", { day: "2026-11-27", time: "12:00" });
    const inbox = await ticket.inbox();
    expect(inbox).toContain("Tell the bad news now");
    expect(inbox.indexOf(ticket.deskPath)).toBe(inbox.indexOf("/en/desk/tickets/"));
    const half = await ticket.agentDoes("news", { news: "The van broke down." });
    expect(half.status).toBe(422);
    expect(half.html).toContain("The van broke down.</textarea>");
    await ticket.agentDoes("news", {
      ...{ news: "The van broke down.", stopGap: "We lend you a kettle." },
    });
    const customer = await ticket.customerSees();
    expect(customer).toContain("At risk The spare part leaves us.");
    expect(customer).toContain("Expected now: Friday 27 November, 12:00");
    expect(customer).toContain("Until then: We lend you a kettle.");
    expect(customer).toContain("The van broke down. We lend you a kettle.");
    expect(await ticket.inbox()).not.toContain("Tell the bad news now");
  });

  it("is replaced by a new date that the customer agreed to by other ways", async () => {
    const ticket = await open();
    await ticket.agentDoes("promise", promise);
    setNow("2026-11-24T10:01:00+01:00");
    await ticket.agentDoes("renewal", { day: "2026-11-27", time: "12:00", agreed: "yes" });
    const customer = await ticket.customerSees();
    expect(customer).toContain("Replaced by a new date The spare part leaves us.");
    expect(customer).toContain("Promised The spare part leaves us. By Friday 27 November, 12:00");
  });

  it("stands until the customer agrees on their page to the date that is proposed last", async () => {
    const ticket = await open();
    await ticket.agentDoes("promise", promise);
    setNow("2026-11-24T10:01:00+01:00");
    await ticket.agentDoes("renewal", { day: "2026-11-26", time: "12:00" });
    setNow("2026-11-24T10:02:00+01:00");
    await ticket.agentDoes("renewal", { day: "2026-11-27", time: "12:00" });
    expect(await ticket.agentSees()).toContain("asked about a new date: Friday 27 November, 12:00");
    const asked = await ticket.customerSees();
    expect(asked).toContain("Promised The spare part leaves us. By tomorrow at 16:00");
    expect(asked).toContain("Is this date all right? Friday 27 November, 12:00");
    setNow("2026-11-24T10:03:00+01:00");
    await ticket.customerDoes("agreement", { promiseId: "forged" });
    expect(await ticket.customerSees()).toContain("Is this date all right?");
    await ticket.customerDoes("agreement");
    const customer = await ticket.customerSees();
    expect(customer).not.toContain("Is this date all right?");
    expect(customer).toContain("Replaced by a new date The spare part leaves us.");
    expect(customer).toContain("Promised The spare part leaves us. By Friday 27 November, 12:00");
    expect(customer).toContain("You agreed to a new date: The spare part leaves us.");
  });

  it("is taken back with a word to the customer", async () => {
    const ticket = await open();
    await ticket.agentDoes("promise", promise);
    setNow("2026-11-24T10:01:00+01:00");
    expect((await ticket.agentDoes("withdrawal")).status).toBe(422);
    await ticket.agentDoes("withdrawal", { reason: "You have bought another one." });
    const customer = await ticket.customerSees();
    expect(customer).toContain("Taken back The spare part leaves us.");
    expect(customer).toContain("You have bought another one.");
    expect(customer).toContain("We took our promise back: The spare part leaves us.");
  });

  it("that is broken says so on both sides", async () => {
    const ticket = await open();
    await ticket.agentDoes("promise", promise);
    setNow("2026-11-25T16:00:01+01:00");
    expect(await ticket.customerSees()).toContain("Not kept The spare part leaves us.");
    const text = textOf(await (await agentAt(app)).get(ticket.deskPath));
    expect(text).toContain("Not kept The spare part leaves us.");
    expect(text).toContain("Tell the bad news now");
  });

  it.each([
    ["no day", { ...promise, day: "" }, "Choose a day and a time"],
    ["a day that is none", { ...promise, day: "2026-02-30" }, "Choose a day and a time"],
    ["a day in a thousand years", { ...promise, day: "3026-02-01" }, "Choose a day and a time"],
    ["the past", { ...promise, day: "2026-11-24", time: "09:59" }, "still to come"],
    ["no words", { ...promise, promise: " " }, "Write something first"],
  ])("with %s is not made", async (_title, fields, sentence) => {
    const ticket = await open();
    const page = await ticket.agentDoes("promise", fields);
    expect([page.status, textOf(page).includes(sentence)]).toEqual([422, true]);
  });
});

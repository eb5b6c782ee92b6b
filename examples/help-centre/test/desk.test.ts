import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createServer } from "../src/server.tsx";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { agentAt, customerAt } from "./support/two-sides.ts";
import { textOf, visitorOf } from "./support/visitor.ts";

const { app, centre, database, setNow } = await openHelpCentre();
afterAll(() => database.close());
beforeEach(() => setNow("2026-11-24T10:00:00+01:00"));

const SIGN_IN = "/en/desk/sign-in";

async function ask(fields: Readonly<Record<string, string>> = {}, locale = "en") {
  const asked = await customerAt(app, fields, `/${locale}/ask?q=kettle`);
  return { ...asked, path: `/en/desk/tickets/${asked.number}` };
}

describe("the way in", () => {
  it.each(["/en/desk", "/en/desk/tickets/24001", "/zh-Hant/desk?state=closed"])(
    "%s asks for the code",
    async (path) => {
      const page = await visitorOf(app).get(path);
      expect(page.path).toMatch(/\/desk\/sign-in$/);
    },
  );

  it("refuses a wrong code, and a form from elsewhere", async () => {
    const visitor = visitorOf(app);
    const page = await visitor.get(SIGN_IN);
    const wrong = await visitor.send(page, SIGN_IN, { code: "guess" });
    expect([wrong.status, textOf(wrong).includes("not the agent code")]).toEqual([422, true]);
    const forged = await visitor.post(SIGN_IN, { code: "test-code" });
    expect(forged.status).toBe(403);
    expect(visitor.cookies.has("desk")).toBe(false);
  });

  it("ends after twelve hours, and by signing out", async () => {
    const visitor = await agentAt(app);
    const inbox = await visitor.get("/en/desk");
    expect(textOf(inbox)).toContain("Inbox");
    setNow("2026-11-24T22:00:00+01:00");
    expect((await visitor.get("/en/desk")).path).toBe(SIGN_IN);
    setNow("2026-11-24T10:00:00+01:00");
    await visitor.send(inbox, "/en/desk/sign-out", {});
    expect((await visitor.get("/en/desk")).path).toBe(SIGN_IN);
  });

  it("cannot be guessed by trying", async () => {
    const visitor = visitorOf(createServer(centre));
    const page = await visitor.get(SIGN_IN);
    for (let attempt = 0; attempt < 20; attempt++) {
      await visitor.send(page, SIGN_IN, { code: `guess ${attempt}` });
    }
    const blocked = await visitor.send(page, SIGN_IN, { code: "test-code" });
    expect(blocked.status).toBe(429);
    setNow("2026-11-24T10:10:01+01:00");
    const allowed = await visitor.send(page, SIGN_IN, { code: "test-code" });
    expect(textOf(allowed)).toContain("Inbox");
  });
});

describe("the inbox", () => {
  it("has what is due first on top, with the working time left", async () => {
    setNow("2026-11-24T19:00:00+01:00");
    const question = await ask();
    const complaint = await ask({ kind: "complaint", message: "Late again." });
    const visitor = await agentAt(app);
    const inbox = await visitor.get("/en/desk");
    expect(inbox.html.indexOf(complaint.path)).toBeLessThan(inbox.html.indexOf(question.path));
    expect(textOf(inbox)).toContain("2 hours left tomorrow at 09:00");
    expect(textOf(inbox)).toContain("4 hours left tomorrow at 11:00");
    setNow("2026-11-25T09:30:00+01:00");
    const later = await (await agentAt(app)).get("/en/desk");
    expect(textOf(later)).toContain("30 minutes late");
  });
});

describe("a ticket", () => {
  it("shows the whole hand-over, and the answer reaches the customer", async () => {
    const { customer, page, path } = await ask({ message: "洗衣机不排水" }, "zh-Hans");
    const visitor = await agentAt(app);
    const ticket = await visitor.get(path);
    expect(textOf(ticket)).toContain("kettle");
    expect(textOf(ticket)).toContain("ana@example.com");
    expect(ticket.html).toContain('lang="zh-Hans"');
    await visitor.send(ticket, `${path}/answers`, { body: "请先关上水龙头。" });
    const answered = await customer.get(page.path);
    expect(textOf(answered)).toContain("请先关上水龙头。");
    expect(textOf(answered)).toContain("已回复");
    expect(textOf(await visitor.get("/en/desk?state=answered"))).toContain("洗衣机不排水");
  });

  it("opens again when the customer writes, by a new promise", async () => {
    const { customer, page, path } = await ask();
    const visitor = await agentAt(app);
    await visitor.send(await visitor.get(path), `${path}/answers`, {
      body: "Done.",
      after: "closed",
    });
    const closed = await customer.get(page.path);
    expect(textOf(closed)).toContain("Closed");
    setNow("2026-11-25T10:00:00+01:00");
    const open = await customer.send(closed, `${page.path}/messages`, { body: "Still broken" });
    expect(textOf(open)).toContain("Waiting for our answer");
    expect(textOf(open)).toContain("today at 14:00");
  });

  it("refuses an empty answer and a form from elsewhere, and loses nothing", async () => {
    const { path } = await ask();
    const visitor = await agentAt(app);
    const ticket = await visitor.get(path);
    const empty = await visitor.send(ticket, `${path}/answers`, { body: "" });
    expect(empty.status).toBe(422);
    const forged = await visitor.post(`${path}/answers`, { body: "typed for long" });
    expect(forged.status).toBe(403);
    expect(forged.html).toContain("typed for long</textarea>");
  });

  it("sends an answer once, even when the form is sent twice", async () => {
    const { customer, page, path } = await ask();
    const visitor = await agentAt(app);
    const ticket = await visitor.get(path);
    await visitor.send(ticket, `${path}/answers`, { body: "Only once" });
    await visitor.send(ticket, `${path}/answers`, { body: "Only once" });
    expect((await customer.get(page.path)).html.split("Only once").length - 1).toBe(1);
  });

  it.each(["/en/desk/tickets/1", "/en/desk/tickets/x", `/en/desk/tickets/${"9".repeat(30)}`])(
    "%s is not there",
    async (path) => {
      expect((await (await agentAt(app)).get(path)).status).toBe(404);
    },
  );
});

describe("entries for staff", () => {
  it("are read by agents who are signed in, and offered beside a ticket", async () => {
    const staffOnly = [...centre.knowledge.entries.values()].find(
      ({ audience, status }) => audience === "agent" && status === "published",
    );
    const visitor = await agentAt(app);
    const page = await visitor.get(`/en/answers/${staffOnly?.id}`);
    expect([page.status, textOf(page).includes("For staff only")]).toEqual([200, true]);
    const { path } = await ask({ message: staffOnly?.question["en"] ?? "" });
    expect((await visitor.get(path)).html).toContain(`/en/answers/${staffOnly?.id}`);
  });
});

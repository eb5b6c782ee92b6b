import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { wakeTicket } from "../src/database/wake-queue.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { agentAt, customerAt } from "./support/two-sides.ts";
import { textOf } from "./support/visitor.ts";

const { app, centre, database, setNow } = await openHelpCentre();
afterAll(() => database.close());
beforeEach(() => setNow("2026-11-24T10:00:00+01:00"));

async function ask() {
  const asked = await customerAt(app);
  return { ...asked, path: (locale: string) => `/${locale}/desk/tickets/${asked.number}` };
}

describe("the clocks of a ticket", () => {
  it.each([
    ["en", "“First answer” is due on", "Policy maplewick-desk@1, rule Questions"],
    ["zh-Hans", "“首次回复”应于2026-11-24 14:00", "规则咨询"],
    ["zh-Hant", "「首次回覆」應於2026-11-24 14:00", "規則諮詢"],
  ])("say in %s why they are due then", async (locale, due, rule) => {
    const { path } = await ask();
    const text = textOf(await (await agentAt(app)).get(path(locale)));
    expect(text).toContain(due);
    expect(text).toContain(rule);
  });

  it("stand still while it is the customer's turn, and say so in the list as well", async () => {
    const { customer, page, path } = await ask();
    const visitor = await agentAt(app);
    const ticket = await visitor.get(path("en"));
    const answered = await visitor.send(ticket, `${path("en")}/answers`, {
      ...{ body: "Which kettle is it?", after: "pending" },
    });
    expect(textOf(answered)).toContain("Stands still: it is the customer’s turn");
    expect(textOf(answered)).toContain("Met today at 10:00");
    expect(textOf(await visitor.get("/en/desk?state=answered"))).toContain("Stands still");
    setNow("2026-11-24T12:00:00+01:00");
    await customer.send(await customer.get(page.path), `${page.path}/messages`, {
      body: "The red one.",
    });
    const running = textOf(await visitor.get(path("en")));
    expect(running).toContain("Next answer 4 hours left today at 16:00");
    expect(running).not.toContain("Stands still:");
    expect(running).toContain("Pauses left out, 2 h");
  });

  it("go on towards the solution while the desk works on it", async () => {
    const { customer, page, path } = await ask();
    const visitor = await agentAt(app);
    await visitor.send(await visitor.get(path("en")), `${path("en")}/answers`, {
      ...{ body: "We look into it.", after: "open" },
    });
    expect(textOf(await customer.get(page.path))).toContain("We solve it by Friday 27 November");
    expect(textOf(await visitor.get("/en/desk"))).toContain("Solution 36 hours left");
  });

  it("bring along what a script needs to count them on", async () => {
    await ask();
    const { html } = await (await agentAt(app)).get("/en/desk");
    expect(html).toContain(`data-left="${4 * 3_600_000}"`);
    const [, open = ""] = /data-desk-open="([^"]+)"/.exec(html) ?? [];
    expect(open.split(",")[0]).toBe(
      `${Date.parse("2026-11-24T10:00+01:00")}-${Date.parse("2026-11-24T20:00+01:00")}`,
    );
  });
});

describe("what the policy has somebody do", () => {
  it("is told to the agent while the clock runs", async () => {
    const { path, number } = await ask();
    const agent = await agentAt(app);
    const seen = async () => textOf(await agent.get(path("en")));
    expect(await seen()).not.toContain("the agent is reminded");
    setNow("2026-11-24T13:30:00+01:00");
    await wakeTicket(centre, Number(number));
    expect(await seen()).toContain("the agent is reminded First answer today at 13:30");
    setNow("2026-11-24T15:00:00+01:00");
    await wakeTicket(centre, Number(number));
    expect(textOf(await agent.get(path("zh-Hant")))).toContain("通知客服主管 首次回覆");
    await agent.send(await agent.get(path("en")), `${path("en")}/answers`, { body: "Sorry." });
    expect(await seen()).not.toContain("the agent is reminded");
  });
});

it("puts what has waited long enough before what came later, however urgent", async () => {
  const { number: old } = await ask();
  const agent = await agentAt(app);
  const oldPath = `/en/desk/tickets/${old}`;
  const does = async (action: string, fields: Readonly<Record<string, string>>) =>
    agent.send(await agent.get(oldPath), `${oldPath}/${action}`, fields);
  // All that is owed is a promise for much later; the ticket may wait for three days.
  await does("promise", { promise: "A new lid.", day: "2026-12-10", time: "12:00" });
  await does("answers", { body: "It is ordered.", after: "pending" });
  const placeOf = (html: string, number: string) => html.indexOf(`/tickets/${number}`);
  setNow("2026-11-27T09:50:00+01:00");
  const { number: fresh } = await customerAt(app, { kind: "complaint" });
  const { html } = await (await agentAt(app)).get("/en/desk");
  expect(placeOf(html, old)).toBeGreaterThan(0);
  expect(placeOf(html, old)).toBeLessThan(placeOf(html, fresh));
});

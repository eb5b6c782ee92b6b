import { afterAll, describe, expect, it } from "vitest";
import { LOCALES } from "../src/locales.ts";
import { textsOf } from "../src/texts/texts-of.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { type Page, textOf, visitorOf } from "./support/visitor.ts";

const { app, database, setNow } = await openHelpCentre();
afterAll(() => database.close());

const GOOD = {
  kind: "question",
  name: "Ana de Vries",
  email: "ana@example.com",
  orderNumber: "M-2026-0042",
  message: "The kettle stopped.\nTwice.",
};

const countTickets = async () => {
  const [row] = await database.query<{ count: number }>(
    "select count(*)::int as count from tickets",
  );
  return row?.count ?? 0;
};

const fieldValue = ({ html }: Page, name: string) =>
  new RegExp(`<input id="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1];

describe.each(LOCALES)("asking a person in %s", (locale) => {
  const texts = textsOf(locale);
  const action = `/${locale}/ask`;

  it("promises an answer, hands over the search, and shows it all", async () => {
    setNow("2026-11-24T18:00:00+01:00");
    const visitor = visitorOf(app);
    await visitor.get(`/${locale}/search?q=Solo%20drain`);
    setNow("2026-11-24T18:01:00+01:00");
    const answer = await visitor.get(`/${locale}/answers/troubleshooting-solo-not-draining`);
    const verdict = `/${locale}/answers/troubleshooting-solo-not-draining/verdict`;
    await visitor.send(answer, verdict, { verdict: "no" });
    setNow("2026-11-24T18:03:30+01:00");
    const form = await visitor.get(action);
    expect(textOf(form)).toContain(texts.ask.packetTitle);
    expect(textOf(form)).toContain("Solo drain");
    const ticket = await visitor.send(form, action, GOOD);
    expect(ticket.status).toBe(200);
    expect(ticket.path).toMatch(new RegExp(`^/${locale}/tickets/[\\w-]{22}$`));
    expect(textOf(ticket)).toContain("10:03");
    expect(textOf(ticket)).toContain(texts.ticket.deskZone);
    expect(textOf(ticket)).toContain(texts.ticket.searched("Solo drain"));
    expect(textOf(ticket)).toContain(texts.ticket.verdictNotHelpful);
    const [row] = await database.query<{ ticket: { context: unknown; level: string } }>(
      "select ticket from tickets order by number desc limit 1",
    );
    expect(row?.ticket.level).toBe("contact");
    expect(row?.ticket.context).toEqual({
      queries: ["Solo drain"],
      entriesSeen: [{ entryId: "troubleshooting-solo-not-draining", helped: false }],
      spentMilliseconds: 210_000,
    });
  });

  it("shows an empty form again with every mistake named", async () => {
    const visitor = visitorOf(app);
    const form = await visitor.get(action);
    const nothing = { kind: "", name: " ", email: "", message: "\n" };
    const page = await visitor.send(form, action, nothing);
    expect(page.status).toBe(422);
    const { errors } = texts.ask;
    for (const sentence of [
      errors.kindMissing,
      errors.nameMissing,
      errors.emailMissing,
      errors.messageMissing,
    ]) {
      expect(page.html.split(sentence.replaceAll('"', "&quot;")).length - 1).toBe(2);
    }
    expect(page.html).toContain('aria-describedby="email-hint email-error"');
  });

  it("loses nothing that was typed when the form is not ours", async () => {
    const before = await countTickets();
    const page = await visitorOf(app).post(action, { ...GOOD, token: "forged" });
    expect(page.status).toBe(403);
    expect(textOf(page)).toContain(texts.form.expired);
    expect(fieldValue(page, "email")).toBe("ana@example.com");
    expect(page.html).toContain("The kettle stopped.\nTwice.</textarea>");
    expect(await countTickets()).toBe(before);
    // The page that came back can be sent.
    const visitor = visitorOf(app);
    const again = await visitor.post(action, { ...GOOD, token: "forged" });
    const ticket = await visitor.send(again, action, GOOD);
    expect(ticket.path).toContain("/tickets/");
  });
});

describe("the form", () => {
  it("makes one ticket when it is sent twice", async () => {
    const visitor = visitorOf(app);
    const form = await visitor.get("/en/ask");
    const before = await countTickets();
    const [first, second] = await Promise.all([
      visitor.send(form, "/en/ask", GOOD),
      visitor.send(form, "/en/ask", GOOD),
    ]);
    expect(second?.path).toBe(first?.path);
    expect(await countTickets()).toBe(before + 1);
  });

  it("does not take a token that belongs to another browser", async () => {
    const [one, other] = [visitorOf(app), visitorOf(app)];
    await other.get("/en/ask");
    const page = await other.send(await one.get("/en/ask"), "/en/ask", GOOD);
    expect(page.status).toBe(403);
  });

  it("answers a complaint sooner", async () => {
    setNow("2026-11-24T10:00:00+01:00");
    const visitor = visitorOf(app);
    const form = await visitor.get("/en/ask");
    const ticket = await visitor.send(form, "/en/ask", { ...GOOD, kind: "complaint" });
    expect(textOf(ticket)).toContain("today at 12:00");
  });

  it.each([
    ["markup", '<img src=x onerror="alert(1)">'],
    ["SQL", "'); drop table tickets; --"],
    ["emoji", "😀👩‍👩‍👧🇳🇱"],
    ["right to left", "\u202eمرحبا שלום"],
    ["controls", "a\u0000b\u001b[31mc"],
    ["the longest message", "长".repeat(5000)],
  ])("takes %s and shows it as text", async (_title, message) => {
    const visitor = visitorOf(app);
    const form = await visitor.get("/en/ask");
    const ticket = await visitor.send(form, "/en/ask", {
      ...GOOD,
      name: message.slice(0, 30),
      message,
    });
    expect(ticket.path).toContain("/tickets/");
    expect(ticket.html).not.toContain("<img src=x");
    const [row] = await database.query<{ message: { text: string } }>(
      "select message from messages order by id desc limit 1",
    );
    expect(row?.message.text).toBe(message.replaceAll("\u0000", "").replaceAll("\u001b", ""));
  });

  it.each([
    ["a message that is too long", { message: "x".repeat(5001) }, "it has 5001"],
    ["a name that is too long", { name: "n".repeat(101) }, "at most 100"],
    ["an order number that is too long", { orderNumber: "9".repeat(41) }, "at most 40"],
    ["no e-mail address", { email: "ana" }, "name@example.com"],
    ["an e-mail address with markup", { email: "<a@b.c>" }, "name@example.com"],
    ["an e-mail address that never ends", { email: `${"a".repeat(300)}@b.cc` }, "name@example.com"],
  ])("refuses %s, and shows what was typed", async (_title, wrong, sentence) => {
    const visitor = visitorOf(app);
    const form = await visitor.get("/en/ask");
    const page = await visitor.send(form, "/en/ask", { ...GOOD, ...wrong });
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain(sentence);
    const [typed = ""] = Object.values(wrong);
    expect(page.html).toContain(typed.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
  });

  it.each(["陳怡君@例子.公司", "a+b@sub.example.co", "O'Neil@example.com"])(
    "takes the address %s",
    async (email) => {
      const visitor = visitorOf(app);
      const form = await visitor.get("/en/ask");
      expect((await visitor.send(form, "/en/ask", { ...GOOD, email })).path).toContain("/tickets/");
    },
  );
});

describe("a ticket's page", () => {
  it("takes further messages, once each, and refuses empty ones", async () => {
    const visitor = visitorOf(app);
    const ticket = await visitor.send(await visitor.get("/en/ask"), "/en/ask", GOOD);
    const action = `${ticket.path}/messages`;
    const empty = await visitor.send(ticket, action, { body: " " });
    expect([empty.status, textOf(empty).includes("Write something first")]).toEqual([422, true]);
    await visitor.send(ticket, action, { body: "One more thing" });
    const again = await visitor.send(ticket, action, { body: "One more thing" });
    expect(again.html.split("One more thing").length - 1).toBe(1);
    const strange = await visitorOf(app).post(action, { body: "from elsewhere" });
    expect([strange.status, strange.html.includes("from elsewhere</textarea>")]).toEqual([
      403,
      true,
    ]);
  });

  it("says when the answer is late", async () => {
    setNow("2026-11-24T10:00:00+01:00");
    const visitor = visitorOf(app);
    const ticket = await visitor.send(await visitor.get("/en/ask"), "/en/ask", GOOD);
    setNow("2026-11-24T14:00:01+01:00");
    expect(textOf(await visitor.get(ticket.path))).toContain(textsOf("en").ticket.lateNotice);
    setNow("2026-11-24T10:00:00+01:00");
  });

  it("stays out of search engines", async () => {
    const visitor = visitorOf(app);
    const ticket = await visitor.send(await visitor.get("/en/ask"), "/en/ask", GOOD);
    expect(ticket.html).toContain('<meta name="robots" content="noindex"/>');
  });
});

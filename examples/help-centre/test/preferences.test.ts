import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { LOCALES } from "../src/locales.ts";
import { textsOf } from "../src/texts/texts-of.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { agentAt } from "./support/two-sides.ts";
import { type Page, textOf, type Visitor, visitorOf } from "./support/visitor.ts";

const help = await openHelpCentre();
afterAll(() => help.database.close());
beforeEach(() => help.setNow("2026-11-24T10:00:00+01:00"));

const PREFERENCES = "/en/preferences";
const PROFILING = "/en/preferences/profiling";
const { forYou, preferences, agent, leave } = textsOf("en").shop;

/** What a page shows to this visitor. */
function stripOf(page: Page): string {
  const [html = ""] = /<section class="for-you".*?<\/section>/s.exec(page.html) ?? [];
  return textOf({ ...page, html });
}

/** A visitor with a made-up past. */
async function customer(): Promise<Visitor> {
  const visitor = visitorOf(help.app);
  const page = await visitor.get("/en/wallet");
  await visitor.send(page, "/en/wallet/opening", { history: "made-up" });
  return visitor;
}

async function allowProfiling(visitor: Visitor): Promise<Page> {
  return visitor.send(await visitor.get(PREFERENCES), PROFILING, { profiling: "on" });
}

async function save(visitor: Visitor, fields: Readonly<Record<string, string>>): Promise<Page> {
  help.setNow("2026-11-24T10:05:00+01:00");
  return visitor.send(await visitor.get(PREFERENCES), PREFERENCES, fields);
}

describe("the strip", () => {
  it.each(LOCALES)("shows everybody what all like, with reasons, in %s", async (locale) => {
    const strip = stripOf(await visitorOf(help.app).get(`/${locale}`));
    const words = textsOf(locale).shop.forYou;
    expect(strip).toContain(words.cards.popular);
    expect(strip).toContain(words.why);
    expect(strip.match(/107/g)?.length ?? 0).toBeGreaterThan(0);
  });

  it("looks at nothing without consent, and says so", async () => {
    const visitor = await customer();
    const strip = stripOf(await visitor.get("/en"));
    expect(strip).toContain("profile is not looked at");
    expect(strip).not.toContain(forYou.cards.guide);
    expect(strip).not.toContain("Bought with");
  });

  it("goes by orders and points with consent, and says why of each card", async () => {
    const visitor = await customer();
    const page = await allowProfiling(visitor);
    expect(textOf(page)).toContain(preferences.saved);
    const strip = stripOf(await visitor.get("/en"));
    expect(strip).toBe(stripOf(page));
    expect(strip).toContain(forYou.cards.endingPoints(79));
    expect(strip).toContain("Points that end within 60 days fits (79): at least 50.");
    expect(strip).toContain(forYou.cards.guide);
    expect(strip).toContain("Often bought together: ");
    expect(strip).not.toContain("not looked at");
    expect(strip.split(forYou.why).length - 1).toBeGreaterThan(2);
  });

  it("goes back to what all like when the consent is withdrawn", async () => {
    const visitor = await customer();
    await allowProfiling(visitor);
    help.setNow("2026-11-24T10:10:00+01:00");
    const page = await visitor.send(await visitor.get(PREFERENCES), PROFILING, {
      profiling: "off",
    });
    expect(stripOf(page)).not.toContain(forYou.cards.guide);
    expect(textOf(page)).toContain(preferences.profilingOff);
  });

  it("leaves out a topic that was withdrawn", async () => {
    const visitor = await customer();
    await allowProfiling(visitor);
    const page = await save(visitor, { "topic-points": "yes", "topic-news": "yes" });
    expect(stripOf(page)).not.toContain(forYou.cards.guide);
    expect(stripOf(page)).toContain(forYou.cards.endingPoints(79));
  });
});

describe("preferences", () => {
  it("are kept as they were chosen", async () => {
    const visitor = visitorOf(help.app);
    const page = await save(visitor, {
      ...{ "topic-care": "yes", "channel-email": "yes" },
      ...{ quietFrom: "20:00", quietUntil: "09:30" },
    });
    const checked = [...page.html.matchAll(/name="([\w-]+)" value="yes" checked/g)];
    expect(checked.map(([, name]) => name)).toEqual(["topic-care", "channel-email"]);
    expect(page.html).toContain('value="09:30"');
  });

  it.each([
    { quietFrom: "20:00" },
    { quietFrom: "25:00", quietUntil: "09:00" },
    { quietFrom: "x", quietUntil: "09:00" },
  ])("refuse the hours %o", async (hours) => {
    const page = await save(visitorOf(help.app), hours);
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain(preferences.quietWrong);
  });

  it("take no form of another browser", async () => {
    const page = await visitorOf(help.app).get(PREFERENCES);
    const stranger = visitorOf(help.app);
    expect((await stranger.send(page, PREFERENCES, {})).status).toBe(403);
    expect((await stranger.send(page, PROFILING, { profiling: "on" })).status).toBe(403);
  });

  it("are left by one click of the address, also without a cookie", async () => {
    const visitor = await customer();
    await allowProfiling(visitor);
    const page = await save(visitor, {
      ...{ "topic-care": "yes", "topic-points": "yes", "topic-news": "yes" },
      "channel-email": "yes",
    });
    const address = /\/en\/leave\/[\w-]{22}/.exec(page.html)?.[0] ?? "";
    const program = visitorOf(help.app);
    expect(textOf(await program.get(address))).toContain(leave.button);
    help.setNow("2026-11-24T10:10:00+01:00");
    const done = await program.post(address, { "List-Unsubscribe": "One-Click" });
    expect(textOf(done)).toContain(leave.done);
    const after = await visitor.get(PREFERENCES);
    expect(after.html).not.toMatch(/name="topic-\w+" value="yes" checked/);
    expect(stripOf(after)).not.toContain(forYou.cards.endingPoints(79));
    expect((await program.get("/en/leave/nobodyknowsthiskey1234")).status).toBe(404);
  });
});

describe("the agent's view", () => {
  /** The page of the customer who came last. */
  async function lastCustomer(): Promise<string> {
    const desk = await agentAt(help.app);
    const list = await desk.get("/en/desk/customers");
    const [address = ""] = /\/en\/desk\/customers\/\w{32}/.exec(list.html) ?? [];
    return textOf(await desk.get(address));
  }

  it("is for agents", async () => {
    const page = await visitorOf(help.app).get("/en/desk/customers");
    expect(page.path).toBe("/en/desk/sign-in");
    const desk = await agentAt(help.app);
    expect((await desk.get("/en/desk/customers/nobody")).status).toBe(404);
  });

  it("tells of every rule what became of it, and the next contact", async () => {
    help.setNow("2026-11-25T21:30:00+01:00");
    const visitor = await customer();
    await allowProfiling(visitor);
    const page = await visitor.get(PREFERENCES);
    help.setNow("2026-11-25T21:31:00+01:00");
    await visitor.send(page, PREFERENCES, { "topic-points": "yes", "channel-email": "yes" });
    const text = await lastCustomer();
    for (const name of Object.values(forYou.rules)) expect(text).toContain(name);
    expect(text).toContain(agent.nextContact(preferences.channelNames.email));
    expect(text).toContain("tomorrow at 08:00");
    expect(text).toContain("quiet hours");
    expect(text).toContain(agent.outcomes.blocked);
  });

  it("does not look at the profile of who does not want it", async () => {
    help.setNow("2026-11-26T10:00:00+01:00");
    await customer();
    const text = await lastCustomer();
    expect(text).toContain(agent.outcomes["no-profiling"]);
    expect(text).toContain(agent.noContact);
    expect(text).not.toContain("Points that end within 60 days");
  });
});

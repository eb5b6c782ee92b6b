import { accumulate } from "@kefu/core";
import { type SearchEvent, searchAnalytics } from "@kefu/faq";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { forgetOld } from "../src/database/forget-old.ts";
import { eventsSince } from "../src/database/search-events.ts";
import { askedVaguely } from "./support/asks-back.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { hiddenFields, type Visitor, visitorOf } from "./support/visitor.ts";

const help = await openHelpCentre();
afterAll(() => help.database.close());
let visitor: Visitor;
let seconds = 0;

beforeEach(async () => {
  await help.database.script(
    "delete from search_events; delete from helpfulness_votes; delete from phrasing_feedback",
  );
  visitor = visitorOf(help.app);
  seconds = 0;
  later(0);
});

const START = Date.parse("2026-11-24T09:00:00Z");
const DRAINING = "troubleshooting-solo-not-draining";
const SHAKING = "troubleshooting-solo-shaking";

function later(by: number): void {
  seconds += by;
  help.setNow(new Date(START + seconds * 1000).toISOString());
}

async function events() {
  return eventsSince(help.database, 0 as Parameters<typeof eventsSince>[1]);
}

/** The events in short: type, what they are about, the way. */
async function story(): Promise<string[]> {
  return (await events()).map(({ event, detail }) => {
    const about = "query" in event ? event.query : "entryId" in event ? event.entryId : "";
    return [event.type, about, detail.via ?? ""].filter((part) => part !== "").join(" ");
  });
}

const search = (query: string) => visitor.get(`/en/search?q=${encodeURIComponent(query)}`);

describe("the events of a visit", () => {
  it("are searches, openings with their place in the list, and the way back", async () => {
    await search("Solo does not drain");
    later(5);
    await visitor.get(`/en/answers/${DRAINING}?q=Solo%20does%20not%20drain&from=list-1`);
    later(30);
    await search("Solo does not drain");
    later(5);
    await visitor.get(`/en/answers/${SHAKING}?q=Solo%20does%20not%20drain&from=list-2`);
    expect(await story()).toEqual([
      "searched Solo does not drain list",
      `opened ${DRAINING} list`,
      "wentBack",
      `opened ${SHAKING} list`,
    ]);
    const [, opened] = await events();
    expect(opened?.event).toMatchObject({ position: 1, at: START + 5000 });
    expect(opened?.detail).toEqual({ locale: "en", via: "list" });
  });

  it("are kept once, however often a page is loaded or a verdict given", async () => {
    await search("refund");
    await search("refund");
    const path = `/en/answers/${DRAINING}`;
    const page = await visitor.get(`${path}?q=refund&from=list-1`);
    await visitor.get(`${path}?q=refund&from=list-1`);
    await visitor.send(page, `${path}/verdict`, { verdict: "no" });
    expect(await story()).toEqual(["searched refund list", `opened ${DRAINING} list`]);
  });

  it("tell of a search that ran in the browser when its suggestion is opened", async () => {
    await visitor.get(`/en/answers/${DRAINING}?q=drum%20full&from=suggestion-3`);
    expect(await story()).toEqual([
      "searched drum full suggestion",
      `opened ${DRAINING} suggestion`,
    ]);
    const [searched, opened] = await events();
    expect(Number(opened?.event.at)).toBeGreaterThan(Number(searched?.event.at));
  });

  it("tell of a choice after asking back, and of the wait before it", async () => {
    const page = await search(askedVaguely(help.centre.knowledge.index, "en"));
    const [, href = ""] = /class="choice" href="([^"]+from=clarify-2)"/.exec(page.html) ?? [];
    later(12);
    await visitor.get(href.replaceAll("&amp;", "&"));
    expect((await story()).map((one) => one.split(" ").at(-1))).toEqual([
      "list",
      "waited",
      "clarify",
    ]);
    const [searched, waited, opened] = await events();
    expect(searched?.detail).toMatchObject({ outcome: "clarify", because: "close-choices" });
    expect(waited?.event).toMatchObject({ feeling: "uncertain", seconds: 12 });
    expect(opened?.event).toMatchObject({ position: 2 });
  });

  it("are no wait after a long pause", async () => {
    await search("xyzzy");
    later(601);
    await search("zzyx");
    expect(await story()).toEqual(["searched xyzzy list", "searched zzyx list"]);
  });

  it("tell when a person was asked", async () => {
    const page = await visitor.get("/en/ask?q=xyzzy");
    later(60);
    await visitor.post("/en/ask", {
      ...hiddenFields(page, "/en/ask"),
      ...{ kind: "question", name: "Ana", email: "ana@example.com", message: "Hello" },
    });
    expect(await story()).toEqual(["searched xyzzy suggestion", "waited", "contacted"]);
  });

  it("do not count narrowing to a topic as a search", async () => {
    await search("refund");
    await visitor.get("/en/search?q=refund&topic=returns");
    await visitor.get("/en/search?q=refund&topic=nonsense");
    expect(await story()).toEqual(["searched refund list"]);
  });

  it("lead back to nobody", async () => {
    await search("where is 20413377 of ana@example.com");
    const [row] = await help.database.query<{ visit: string; event: SearchEvent }>(
      "select visit, event from search_events",
    );
    expect(row?.event).toMatchObject({ query: "where is … of …" });
    expect(JSON.stringify(row)).not.toContain(visitor.cookies.get("visit"));
    expect(row?.event.sessionId).toBe(row?.visit);
  });

  it("stay within bounds", async () => {
    await search("word");
    await help.database.script(
      `insert into search_events (visit, at, event)
       select visit, at, event from search_events, generate_series(1, 290)`,
    );
    for (let count = 0; count < 12; count++) await search(`word ${count}`);
    expect(await events()).toHaveLength(300);
  });

  it("are nonsense nowhere", async () => {
    for (const from of ["list-0", "list-9999", "x-1", "list--1", "<b>", "clarify-1&from=list-2"]) {
      const page = await visitor.get(`/en/answers/${DRAINING}?from=${from}`);
      expect(page.status).toBe(200);
    }
    expect((await events()).every(({ event }) => event.type === "opened")).toBe(true);
  });
});

it("are what the package's analytics read", async () => {
  await search("drum full of water");
  later(20);
  await search("Solo does not drain");
  later(5);
  await visitor.get(`/en/answers/${DRAINING}?q=Solo%20does%20not%20drain&from=list-1`);
  const analytics = searchAnalytics();
  const recorded = await events();
  const report = analytics.finish(
    accumulate(
      analytics,
      recorded.map(({ event }) => event),
    ),
  );
  expect(report.outcomes).toEqual({ selfServed: 1, contacted: 0, abandoned: 0 });
  expect(report.chains).toEqual([
    { queries: ["drum full of water", "Solo does not drain"], count: 1 },
  ]);
  expect(report.clickPosition).toBe(1);
  expect(report.elapsedSeconds?.mean).toBe(25);
});

it("are forgotten in the end: visits first, then the statistics", async () => {
  await help.database.script("delete from visits");
  await search("refund");
  const page = await visitor.get(`/en/answers/${DRAINING}?q=refund`);
  await visitor.send(page, `/en/answers/${DRAINING}/verdict`, { verdict: "yes" });
  const count = async () => {
    const [row] = await help.database.query(
      `select (select count(*)::int from visit_steps) as steps,
         (select count(*)::int from search_events) as events,
         (select count(*)::int from helpfulness_votes) as votes,
         (select count(*)::int from phrasing_feedback) as phrasings`,
    );
    return row;
  };
  const afterDays = (days: number) =>
    (START + days * 86_400_000) as Parameters<typeof forgetOld>[1];
  expect(await count()).toEqual({ steps: 2, events: 2, votes: 1, phrasings: 1 });
  await forgetOld(help.database, afterDays(31));
  expect(await count()).toEqual({ steps: 0, events: 2, votes: 1, phrasings: 1 });
  await forgetOld(help.database, afterDays(401));
  expect(await count()).toEqual({ steps: 0, events: 0, votes: 1, phrasings: 1 });
  await forgetOld(help.database, afterDays(731));
  expect(await count()).toEqual({ steps: 0, events: 0, votes: 0, phrasings: 0 });
});

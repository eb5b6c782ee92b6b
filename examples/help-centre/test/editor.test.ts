import { instant } from "@kefu/core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hasDemo, removeDemo, storeDemo } from "../src/database/demo-rows.ts";
import { demoHistory } from "../src/editor/demo-history.ts";
import { openEditing } from "../src/editor/open-editing.ts";
import { readKnowledge } from "../src/knowledge/knowledge.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { type Page, textOf, type Visitor, visitorOf } from "./support/visitor.ts";

const { app, centre, database, setNow } = await openHelpCentre();
afterAll(() => database.close());
beforeEach(() => setNow("2026-11-24T10:00:00+01:00"));

/** An agent who went to the editor's pages and signed in there. */
async function editor(locale = "en"): Promise<Visitor> {
  const visitor = visitorOf(app);
  const page = await visitor.get(`/${locale}/editor`);
  const signedIn = await visitor.send(page, `/${locale}/desk/sign-in`, { code: "test-code" });
  expect(signedIn.path).toBe(`/${locale}/editor`);
  return visitor;
}

async function searchedBy(people: number, queries: readonly string[], locale = "en") {
  for (let person = 0; person < people; person++) {
    const customer = visitorOf(app);
    for (const query of queries) {
      await customer.get(`/${locale}/search?q=${encodeURIComponent(query)}`);
    }
  }
}

/** The hidden fields of the form that has all these fields. */
function formWith(page: Page, wanted: Readonly<Record<string, string>>) {
  const parts = Object.entries(wanted).map(([name, value]) => `name="${name}" value="${value}"`);
  const form = page.html.split("<form").find((text) => parts.every((part) => text.includes(part)));
  const fields = (form ?? "").matchAll(/name="(\w+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = "", value = ""]) => [name, value]));
}

/** The form of a suggestion for one decision. */
const decisionOn = (page: Page, question: string, decision: string) =>
  formWith(page, { question, decision });

/** Sends the form of an entry's page that carries out a command. */
async function move(
  visitor: Visitor,
  page: Page,
  command: string,
  fields: Readonly<Record<string, string>> = {},
) {
  return visitor.post(`${page.path.replace(/\/life$/, "")}/life`, {
    ...formWith(page, { command }),
    ...fields,
  });
}

describe("the way in", () => {
  it.each(["/en/editor", "/zh-Hans/editor/suggestions", "/en/editor/entries/orders-change"])(
    "%s asks for the code",
    async (path) => {
      expect((await visitorOf(app).get(path)).path).toMatch(/\/desk\/sign-in\?to=editor$/);
    },
  );

  it.each(["/en/editor/suggestions", "/en/editor/entries", "/en/editor/entries/x/life"])(
    "nothing can be sent to %s from outside",
    async (path) => {
      const stranger = await visitorOf(app).post(path, { decision: "approve", question: "x" });
      expect(stranger.path).toMatch(/\/desk\/sign-in/);
    },
  );

  it("takes no form that another site made for a signed-in editor", async () => {
    const visitor = await editor();
    const [id] = centre.lives.ids();
    const forged = [
      await visitor.post("/en/editor/suggestions", { decision: "dismiss", question: "x" }),
      await visitor.post("/en/editor/entries", { question: "Forged?" }),
      await visitor.post(`/en/editor/entries/${id}`, { "question-en": "Forged?" }),
      await visitor.post(`/en/editor/entries/${id}/life`, { command: "archive" }),
    ];
    expect(forged.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(centre.lives.find(id ?? "")?.state.isArchived).toBe(false);
  });
});

describe("an empty database", () => {
  it("has nothing to count, and says so instead of 0 %", async () => {
    const visitor = await editor();
    const page = await visitor.get("/en/editor");
    const words = textOf(page);
    expect(words).toContain("Searches without a result – – means that there was nothing to count");
    expect(page.html.match(/<dd class="key-value">–<\/dd>/g)).toHaveLength(6);
    expect(words).not.toContain("NaN");
    expect(words).not.toContain("Demo history");
    expect(textOf(await visitor.get("/en/editor/suggestions"))).toContain("Nothing left to decide");
  });
});

describe.each([
  {
    locale: "en",
    ways: ["laser engraving", "do you offer laser engraving"],
    asked: "Do you offer laser engraving?",
    answer: "Yes, **free of charge**, on every kettle.",
    found: "free of charge",
  },
  {
    locale: "zh-Hans",
    ways: ["激光雕刻", "提供激光雕刻吗"],
    asked: "提供激光雕刻服务吗？",
    answer: "提供，所有水壶**免费**雕刻。",
    found: "免费",
  },
])("from a search to an answer, in $locale", ({ locale, ways, asked, answer, found }) => {
  it("a customer misses it, the editor writes it, the customer finds it", async () => {
    await searchedBy(3, ways, locale);
    const visitor = await editor(locale);
    const missing = await visitor.get(`/${locale}/editor/queries`);
    expect(missing.html).toContain(`<bdi>${ways[0]}</bdi>`);

    const suggestions = await visitor.get(`/${locale}/editor/suggestions`);
    const open = suggestions.html.match(/name="question" value="([^"]+)"/)?.[1] ?? "";
    expect(ways).toContain(open);
    const draft = await visitor.post(
      `/${locale}/editor/suggestions`,
      decisionOn(suggestions, open, "approve"),
    );
    const other = ways.find((way) => way !== open) ?? "";
    expect(draft.html).toContain(`${other}</textarea>`);
    const customer = visitorOf(app);
    const search = `/${locale}/search?q=${encodeURIComponent(ways[0] ?? "")}`;
    expect(textOf(await customer.get(search))).not.toContain(asked);

    const saved = await visitor.send(draft, draft.path, {
      [`question-${locale}`]: asked,
      [`alternates-${locale}`]: ways.join("\n"),
      [`answer-${locale}`]: answer,
      category: "orders",
      audience: "public",
      why: "Asked often",
    });
    expect(saved.path).toBe(draft.path);
    const inReview = await move(visitor, saved, "submitForReview");
    const approved = await move(visitor, inReview, "approve");
    const live = await move(visitor, approved, "publish");
    expect(live.html).toContain("status-published");

    const id = live.path.split("/").at(-1);
    expect((await customer.get(search)).html).toContain(`/${locale}/answers/${id}`);
    expect(textOf(await customer.get(`/${locale}/answers/${id}`))).toContain(found);
  });
});

describe("suggestions", () => {
  const suggestions = "/en/editor/suggestions";
  beforeAll(async () => {
    await searchedBy(3, ["zeppelin rides"]);
    await searchedBy(2, ["balloon trips"]);
  });

  it("are dismissed with a reason only, and that can be undone", async () => {
    const visitor = await editor();
    const page = await visitor.get(suggestions);
    const fields = decisionOn(page, "zeppelin rides", "dismiss");
    const without = await visitor.post(suggestions, { ...fields, why: " " });
    expect([without.status, textOf(without).includes("why no entry is needed")]).toEqual([
      422,
      true,
    ]);
    const dismissed = await visitor.post(suggestions, { ...fields, why: "We do not fly" });
    expect(textOf(dismissed)).toContain("We do not fly");
    expect(decisionOn(dismissed, "zeppelin rides", "approve")).toEqual({});
    const again = await visitor.post(suggestions, { ...fields, why: "We do not fly" });
    expect(again.status).toBe(409);
    const back = await visitor.post(suggestions, decisionOn(dismissed, "zeppelin rides", "reopen"));
    expect(decisionOn(back, "zeppelin rides", "approve")).not.toEqual({});
  });

  it("are merged into another one", async () => {
    const visitor = await editor();
    const page = await visitor.get(suggestions);
    const fields = decisionOn(page, "balloon trips", "merge");
    expect((await visitor.post(suggestions, { ...fields, into: "nothing" })).status).toBe(422);
    const merged = await visitor.post(suggestions, { ...fields, into: "zeppelin rides" });
    expect(textOf(merged)).toContain("zeppelin rides asked 5 times");
    const back = await visitor.post(suggestions, decisionOn(merged, "balloon trips", "reopen"));
    expect(textOf(back)).toContain("zeppelin rides asked 3 times");
  });

  it("that became a draft take it along when undone", async () => {
    const visitor = await editor();
    const page = await visitor.get(suggestions);
    const draft = await visitor.post(suggestions, decisionOn(page, "balloon trips", "approve"));
    expect(draft.path).toBe("/en/editor/entries/balloon-trips");
    const decided = await visitor.get(suggestions);
    await visitor.post(suggestions, decisionOn(decided, "balloon trips", "reopen"));
    expect(centre.lives.find("balloon-trips")?.state.isArchived).toBe(true);
  });

  it("survive a restart with their decisions", async () => {
    const again = await openEditing(database, readKnowledge(), centre.now());
    expect(again.gaps.board()).toEqual(centre.gaps.board());
  });
});

describe("an entry of the files", () => {
  const id =
    [...centre.knowledge.entries.values()].find(
      ({ answer, status, audience }) =>
        answer["en"]?.format === "markdown" && status === "published" && audience === "public",
    )?.id ?? "";
  const path = `/en/editor/entries/${id}`;
  const fieldsOf = (page: Page) =>
    Object.fromEntries([
      ...[...page.html.matchAll(/<input id="([\w-]+)" name="[\w-]+" value="([^"]*)"/g)].map(
        ([, name = "", value = ""]) => [name, decoded(value)] as const,
      ),
      ...[...page.html.matchAll(/<textarea id="([\w-]+)"[^>]*>([^<]*)</g)].map(
        ([, name = "", value = ""]) => [name, decoded(value)] as const,
      ),
    ]);
  const decoded = (text: string) =>
    text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

  it("is revised while customers still read the old text, compared and restored", async () => {
    const visitor = await editor();
    const page = await visitor.get(path);
    expect(page.html).toContain("status-published");
    const fields = fieldsOf(page);
    const preview = await visitor.send(page, path, {
      ...fields,
      "answer-en": "Entirely *new*.",
      intent: "preview",
    });
    expect(preview.html).toContain("Entirely <em>new</em>.");
    expect(centre.lives.find(id)?.state.revisions).toHaveLength(1);

    const saved = await visitor.send(page, path, { ...fields, "answer-en": "Entirely *new*." });
    expect(textOf(saved)).toContain("Customers still read an older revision");
    const customer = visitorOf(app);
    const answer = `/en/answers/${id}`;
    expect(textOf(await customer.get(answer))).not.toContain("Entirely new");
    const diff = await visitor.get(`${path}/revisions/2`);
    expect(diff.html).toContain("<ins>");
    expect(textOf(await visitor.get("/en/editor/work"))).toContain("简体中文 lags behind");

    const stale = await visitor.send(page, path, { ...fields, "answer-en": "Too late" });
    expect([stale.status, stale.html.includes("Too late</textarea>")]).toEqual([409, true]);

    const published = await move(
      visitor,
      await move(visitor, await move(visitor, saved, "submitForReview"), "approve"),
      "publish",
    );
    expect(published.html).toContain("status-published");
    expect(textOf(await customer.get(answer))).toContain("Entirely new");
    expect(centre.feedback.revisionOf(id).revision).toBe(2);

    const first = await visitor.get(`${path}/revisions/1`);
    const restored = await visitor.post(
      `${path}/life`,
      formWith(first, { command: "restoreRevision" }),
    );
    expect(textOf(restored)).toContain("restores revision 1");
  });

  it("goes out at the moment that was set, without a restart", async () => {
    const visitor = await editor();
    const draft = await visitor.get("/en/editor/entries");
    const page = await visitor.send(draft, "/en/editor/entries", { question: "Open on Sundays?" });
    const saved = await visitor.send(page, page.path, {
      ...fieldsOf(page),
      "answer-en": "Not yet.",
      audience: "public",
    });
    const approved = await move(visitor, await move(visitor, saved, "submitForReview"), "approve");
    const wrong = await move(visitor, approved, "schedule", { from: "soon" });
    expect(wrong.status).toBe(422);
    const past = await move(visitor, wrong, "schedule", { from: "2026-11-24T09:59" });
    expect(textOf(past)).toContain("That moment has passed");
    const planned = await move(visitor, past, "schedule", { from: "2026-11-25T08:00" });
    expect(planned.html).toContain("status-scheduled");
    const answer = "/en/answers/open-on-sundays";
    setNow("2026-11-25T07:59:59+01:00");
    expect((await visitorOf(app).get(answer)).status).toBe(404);
    setNow("2026-11-25T08:00:00+01:00");
    expect((await visitorOf(app).get(answer)).status).toBe(200);
  });

  it("is there again after a restart, as it was published", async () => {
    const again = await openEditing(database, readKnowledge(), centre.now());
    const standing = ({ lives, feedback }: Pick<typeof again, "lives" | "feedback">) =>
      [...lives.ids()]
        .sort()
        .map((one) => [one, lives.find(one)?.version, feedback.revisionOf(one).revision]);
    expect(standing(again)).toEqual(standing(centre));
  });

  it.each(["/en/editor/entries/nothing", "/en/editor/entries/nothing/revisions/1"])(
    "%s is not there",
    async (address) => {
      expect((await (await editor()).get(address)).status).toBe(404);
    },
  );
});

describe("the demo history", () => {
  it("fills every page, in three languages, and leaves nothing behind", async () => {
    const now = centre.now();
    await storeDemo(database, demoHistory(centre.knowledge, now));
    expect(await hasDemo(database)).toBe(true);
    const visitor = await editor();
    for (const locale of ["en", "zh-Hans", "zh-Hant"]) {
      for (const tab of ["", "/queries", "/suggestions", "/work", "/checks", "/entries"]) {
        const page = await visitor.get(`/${locale}/editor${tab}`);
        expect([page.status, /undefined|NaN|\[object/.test(textOf(page))]).toEqual([200, false]);
      }
    }
    const overview = await visitor.get("/en/editor?period=twelveWeeks");
    expect(textOf(overview)).toContain("Demo history");
    expect(overview.html.match(/<svg viewBox="0 0 360 190" role="img"/g)).toHaveLength(5);
    await removeDemo(database);
    expect(await hasDemo(database)).toBe(false);
  }, 60_000);

  it("is the same for the same day", () => {
    const now = instant("2026-11-24T09:00:00Z");
    expect(demoHistory(centre.knowledge, now)).toEqual(demoHistory(centre.knowledge, now));
  });
});

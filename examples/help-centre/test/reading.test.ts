import { parseInput } from "@kefu/core";
import { FaqEntry } from "@kefu/faq";
import { afterAll, describe, expect, it } from "vitest";
import { knowledgeOf } from "../src/knowledge/knowledge.ts";
import { LOCALES } from "../src/locales.ts";
import { createServer } from "../src/server.tsx";
import { textsOf } from "../src/texts/texts-of.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { textOf, visitorOf } from "./support/visitor.ts";

const { app, centre, database } = await openHelpCentre();
afterAll(() => database.close());

const search = (query: string, locale = "en") =>
  visitorOf(app).get(`/${locale}/search?q=${encodeURIComponent(query)}`);

describe("search without a script", () => {
  it.each([
    ["en", "Solo does not drain", "troubleshooting-solo-not-draining"],
    ["zh-Hans", "洗衣机不排水", "troubleshooting-solo-not-draining"],
    ["zh-Hant", "洗衣機不排水", "troubleshooting-solo-not-draining"],
    ["zh-Hans", "洗衣機不排水", "troubleshooting-solo-not-draining"],
  ])("in %s finds “%s”", async (locale, query, id) => {
    const page = await search(query, locale);
    const hrefs = [...page.html.matchAll(/href="\/[^/"]+\/answers\/([^"?]+)/g)].map(
      ([, found]) => found,
    );
    expect(hrefs.slice(0, 3)).toContain(id);
    expect(page.html).toContain("<mark>");
  });

  it.each(LOCALES)("invites in %s to ask a person, who then knows the query", async (locale) => {
    const page = await search("xyzzy", locale);
    expect(textOf(page)).toContain(textsOf(locale).search.nothing("xyzzy"));
    expect(page.html).toContain(`href="/${locale}/ask?q=xyzzy"`);
  });

  it("asks for words when there are none", async () => {
    expect(textOf(await search("  \u0000 \n "))).toContain(textsOf("en").search.empty);
  });

  it("says that it cut a long question, and shows what it searched for", async () => {
    const page = await search("可以退货吗".repeat(200), "zh-Hans");
    expect(page.status).toBe(200);
    expect(textOf(page)).toContain(textsOf("zh-Hans").search.tooLong(200));
  });

  it.each([
    ["markup", '<script>alert("1")</script>', "&lt;script&gt;"],
    ["an attribute's end", '"><img src=x onerror=alert(1)>', "&lt;img src=x"],
    ["SQL", "'; drop table tickets; --", "drop table tickets"],
    ["emoji", "💥 👩‍👩‍👧 broken", "💥 👩‍👩‍👧 broken"],
    ["right to left", "كيف أعيد المنتج؟", "كيف أعيد المنتج؟"],
    ["regular expressions", "(((((a+)+)+)+$", "(((((a+)+)+)+$"],
    ["replacement patterns", "$& $1 {query} %s", "$&amp; $1 {query} %s"],
    ["object keys", "__proto__ constructor", "__proto__ constructor"],
  ])("survives %s", async (_title, query, shown) => {
    const page = await search(query);
    expect(page.status).toBe(200);
    expect(page.html).toContain(shown);
    expect(page.html).not.toMatch(/<script>alert|<img src=x/);
  });

  it.each([
    "/en/search?q=%",
    "/en/search?q=a%ED%A0%80b",
    "/en/search?q=%FF%FE",
    "/en/search?q=a&q=b",
    "/en/search?q[]=x",
  ])("survives the address %s", async (path) => {
    expect((await visitorOf(app).get(path)).status).toBe(200);
  });
});

describe("an answer", () => {
  it("is hidden from the public where it is for staff, or a draft", async () => {
    const hidden = [...centre.knowledge.entries.values()].filter(
      ({ audience, status }) => audience !== "public" || status !== "published",
    );
    expect(hidden.length).toBeGreaterThan(0);
    for (const { id, question } of hidden) {
      expect([id, (await visitorOf(app).get(`/en/answers/${id}`)).status]).toEqual([id, 404]);
      const found = await search(question["en"] ?? "");
      expect(found.html).not.toContain(`/en/answers/${id}`);
    }
  });

  it("keeps one verdict a visit, and lets it be changed", async () => {
    const visitor = visitorOf(app);
    const path = "/en/answers/troubleshooting-solo-not-draining";
    const page = await visitor.get(path);
    const thanks = await visitor.send(page, `${path}/verdict`, { verdict: "no" });
    expect(textOf(thanks)).toContain(textsOf("en").answer.whatWasMissing);
    await visitor.send(thanks, `${path}/verdict`, { verdict: "no", reason: "unclear" });
    await visitor.send(thanks, `${path}/verdict`, { verdict: "no", reason: "<b>" });
    const last = await visitor.send(thanks, `${path}/verdict`, { verdict: "yes" });
    expect(textOf(last)).toContain(textsOf("en").answer.thanksYes);
    const rows = await database.query(
      "select revision, vote ->> 'vote' as vote, vote ->> 'reason' as reason from helpfulness_votes",
    );
    expect(rows).toEqual([{ revision: 1, vote: "yes", reason: "" }]);
  });

  it("says so when a verdict comes from elsewhere", async () => {
    const path = "/zh-Hant/answers/troubleshooting-solo-not-draining";
    const page = await visitorOf(app).post(`${path}/verdict`, { verdict: "yes" });
    expect(page.status).toBe(403);
    expect(textOf(page)).toContain(textsOf("zh-Hant").form.expired);
  });

  it("counts as read once, however often the page is loaded", async () => {
    const visitor = visitorOf(app);
    await visitor.get("/en/answers/troubleshooting-solo-leaking");
    await visitor.get("/en/answers/troubleshooting-solo-leaking");
    const rows = await database.query("select 1 from visit_steps where entry_id = $1", [
      "troubleshooting-solo-leaking",
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe("an answer that is not translated", () => {
  const entry = parseInput(FaqEntry, "entry", {
    id: "orders-untranslated",
    category: ["orders"],
    question: { en: "Is it translated?", "zh-Hans": "翻译了吗？" },
    answer: { en: { format: "markdown", markdown: "Not **yet**." } },
  });
  const visitor = visitorOf(createServer({ ...centre, knowledge: knowledgeOf([entry]) }));

  it("is shown in the next best language, marked as such", async () => {
    const page = await visitor.get("/zh-Hant/answers/orders-untranslated");
    expect(page.html).toContain('<h1 lang="zh-Hans">翻译了吗？</h1>');
    expect(page.html).toContain('<div class="prose" lang="en"><p>Not <strong>yet</strong>.</p>');
    expect(textOf(page)).toContain(textsOf("zh-Hant").languageNote("English"));
  });

  it("says nothing of it where it is translated", async () => {
    const page = await visitor.get("/en/answers/orders-untranslated");
    expect(page.html).toContain("<h1>Is it translated?</h1>");
  });
});

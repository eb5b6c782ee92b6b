import type { FaqPage } from "@kefu/faq";
import { afterAll, describe, expect, it } from "vitest";
import { LOCALES } from "../src/locales.ts";
import { textsOf } from "../src/texts/texts-of.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { agentAt } from "./support/two-sides.ts";
import { type Page, textOf, visitorOf } from "./support/visitor.ts";

const { app, database } = await openHelpCentre();
afterAll(() => database.close());

const TREE = "troubleshooting-solo-wont-start";
const open = (path: string) => visitorOf(app).get(path);

describe("a table", () => {
  it.each(LOCALES)("names itself, its columns and its rows in %s", async (locale) => {
    const { html } = await open(`/${locale}/answers/delivery-times-and-costs`);
    const [, title = ""] = /<h1>(.*?)<\/h1>/.exec(html) ?? [];
    expect(html).toContain(`<caption class="visually-hidden">${title}</caption>`);
    expect(html.match(/<th scope="col">/g)).toHaveLength(3);
    expect(html.match(/<th scope="row">/g)).toHaveLength(4);
    expect(html.match(/<td>/g)).toHaveLength(8);
    expect(html).toContain('class="table-scroll" tabindex="0"');
  });
});

describe("a picture", () => {
  it.each(LOCALES)("has a text in its place and one below it in %s", async (locale) => {
    const { html } = await open(`/${locale}/answers/spare-parts-rating-plate`);
    const [, source = "", alt = ""] = /<img src="([^"]+)" alt="([^"]+)"/.exec(html) ?? [];
    expect(alt.length).toBeGreaterThan(10);
    expect(html).toMatch(/<figcaption>.*<strong>MW-<\/strong>/s);
    const picture = await app.request(source);
    expect(picture.status).toBe(200);
    expect(picture.headers.get("content-type")).toBe("image/svg+xml");
  });

  it.each(["nothing.svg", "..%2Fdelivery.json", "%2e%2e%2fdelivery.json"])(
    "is not found at %s",
    async (name) => {
      expect((await app.request(`/pictures/${name}`)).status).toBe(404);
    },
  );
});

describe("a decision tree", () => {
  it.each(LOCALES)("asks and offers its choices as links in %s", async (locale) => {
    const { tree, didItHelp } = textsOf(locale).answer;
    const page = await open(`/${locale}/answers/${TREE}`);
    expect(textOf(page)).toContain(tree.question(1));
    expect(page.html.match(/class="walk-option"/g)).toHaveLength(2);
    expect(page.html).toContain(`href="/${locale}/answers/${TREE}?walk=1#walk"`);
    expect(textOf(page)).not.toContain(didItHelp);
    expect(textOf(page)).not.toContain(tree.back);
  });

  it("shows what was answered, and the way back to each question", async () => {
    const { html } = await open(`/en/answers/${TREE}?q=solo&walk=1.1.1`);
    expect(html).toContain("Question 4");
    expect(html.match(/<ol class="walk-taken".*?<\/ol>/s)?.[0].match(/<li>/g)).toHaveLength(3);
    for (const walk of ["", "&amp;walk=1", "&amp;walk=1.1"]) {
      expect(html).toContain(`href="/en/answers/${TREE}?q=solo${walk}#walk"`);
    }
  });

  it("ends in an answer that one can judge", async () => {
    const page = await open(`/en/answers/${TREE}?walk=1.0`);
    expect(textOf(page)).toContain(textsOf("en").answer.tree.outcomeTitle);
    expect(textOf(page)).toContain("The child lock is on");
    expect(textOf(page)).toContain(textsOf("en").answer.didItHelp);
  });

  it("ends in another entry", async () => {
    const page = await open(`/en/answers/${TREE}?walk=1.1.2`);
    expect(page.html).toContain('href="/en/answers/troubleshooting-solo-not-draining"');
  });

  it("ends with a person, and says so instead of asking whether it helped", async () => {
    const page = await open(`/en/answers/${TREE}?q=solo&walk=0.0`);
    expect(textOf(page)).toContain(textsOf("en").answer.tree.personTitle);
    expect(page.html).toMatch(/class="walk-person"><a class="button" href="\/en\/ask\?q=solo"/);
    expect(textOf(page)).not.toContain(textsOf("en").answer.didItHelp);
  });

  it.each(["walk=9", "walk=1.9.9", "walk=-1", "walk=__proto__", "walk=1&walk=0", "walk="])(
    "goes as far as the address %s makes sense",
    async (parameters) => {
      const page = await open(`/en/answers/${TREE}?${parameters}`);
      expect([page.status, page.html.includes('class="walk"')]).toEqual([200, true]);
    },
  );

  it("goes back to where it was after a verdict", async () => {
    const visitor = visitorOf(app);
    const page = await visitor.get(`/en/answers/${TREE}?walk=1.0`);
    const thanks = await visitor.send(page, `/en/answers/${TREE}/verdict`, { verdict: "yes" });
    expect(textOf(thanks)).toContain(textsOf("en").answer.thanksYes);
    expect(textOf(thanks)).toContain("The child lock is on");
  });
});

describe("for machines", () => {
  it.each([
    ["en", "returns-how"],
    ["zh-Hans", "delivery-times-and-costs"],
    ["zh-Hant", TREE],
  ])("a page in %s tells question and answer of %s", async (locale, id) => {
    const page = linkedData(await open(`/${locale}/answers/${id}`));
    expect(page?.inLanguage).toBe(locale);
    expect(page?.dateModified).toBe("2026-11-24T09:00:00.000Z");
    expect(page?.mainEntity).toHaveLength(1);
    expect(page?.mainEntity[0]?.acceptedAnswer.text.length).toBeGreaterThan(50);
  });

  it("tells nothing of what is for staff, although an agent reads it", async () => {
    const agent = await agentAt(app);
    const page = await agent.get("/en/answers/returns-goodwill-refund");
    expect(page.status).toBe(200);
    expect(linkedData(page)).toBeUndefined();
  });
});

function linkedData({ html }: Page): FaqPage | undefined {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return json === undefined ? undefined : (JSON.parse(json) as FaqPage);
}

import { type FaqEntry, searchFaq } from "@kefu/faq";
import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "../src/database/migrate.ts";
import { openFeedback } from "../src/knowledge/feedback.ts";
import { knowledgeOf } from "../src/knowledge/knowledge.ts";
import { popularEntries } from "../src/knowledge/popular-entries.ts";
import { relatedEntries } from "../src/knowledge/related-entries.ts";
import { textsOf } from "../src/texts/texts-of.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { textOf, visitorOf } from "./support/visitor.ts";

const help = await openHelpCentre();
afterAll(() => help.database.close());

/** A visitor who searches, opens an answer and says whether it helped. */
async function judge(id: string, query: string, fields: Readonly<Record<string, string>>) {
  const visitor = visitorOf(help.app);
  const q = encodeURIComponent(query);
  if (query !== "") await visitor.get(`/en/search?q=${q}`);
  const page = await visitor.get(`/en/answers/${id}${query === "" ? "" : `?q=${q}&from=list-1`}`);
  const after = await visitor.send(page, `/en/answers/${id}/verdict`, fields);
  return { visitor, after };
}

const standing = (id: string) => help.centre.feedback.helpfulness(help.centre.now()).get(id);

describe("votes", () => {
  it("count once a visit, with the reason that was given last", async () => {
    const { visitor, after } = await judge("returns-how", "", { verdict: "no" });
    expect(textOf(after)).toContain(textsOf("en").answer.reasons.outdated);
    await visitor.send(after, "/en/answers/returns-how/verdict", {
      verdict: "no",
      reason: "outdated",
    });
    await judge("returns-how", "", { verdict: "yes" });
    expect(standing("returns-how")).toMatchObject({
      ...{ revision: 1, yes: 1, no: 1 },
      reasons: [{ code: "outdated", count: 1 }],
    });
  });

  it("begin anew with another text, and not with another tag", async () => {
    await judge("returns-cost", "", { verdict: "yes" });
    const entries = [...help.centre.knowledge.entries.values()];
    const reopened = (change: (entry: FaqEntry) => FaqEntry) => {
      const changed = entries.map((entry) => (entry.id === "returns-cost" ? change(entry) : entry));
      return openFeedback(help.database, knowledgeOf(changed), help.centre.now());
    };
    const tagged = await reopened((entry) => ({ ...entry, tags: ["new"] }));
    expect(tagged.revisionOf("returns-cost").revision).toBe(1);
    expect(tagged.helpfulness(help.centre.now()).get("returns-cost")?.yes).toBe(1);
    const rewritten = await reopened((entry) => ({
      ...entry,
      answer: { en: { format: "markdown", markdown: "By post." } },
    }));
    expect(rewritten.revisionOf("returns-cost").revision).toBe(2);
    expect(rewritten.revisionOf("returns-period").revision).toBe(1);
    expect(rewritten.helpfulness(help.centre.now()).get("returns-cost")).toBeUndefined();
  });

  it("move popular entries by the lower end of their interval, and those that need work out", async () => {
    const { knowledge, feedback, now } = help.centre;
    for (let count = 0; count < 6; count++) {
      await judge("returns-period", "", { verdict: "yes" });
      await judge("payment-methods", "", { verdict: "no" });
    }
    const said = feedback.helpfulness(now());
    const read = [
      { entryId: "payment-methods", readers: 9 },
      { entryId: "orders-track", readers: 7 },
      { entryId: "returns-period", readers: 6 },
    ];
    const popular = popularEntries(knowledge, read, said, 3).map(({ id }) => id);
    expect(popular.slice(0, 2)).toEqual(["returns-period", "orders-track"]);
    expect(popular).not.toContain("payment-methods");
    expect(popularEntries(knowledge, read, new Map(), 3).map(({ id }) => id)).toEqual(
      read.map(({ entryId }) => entryId),
    );
  });

  it("put what needs work last among the related, and leave the editors' choice first", async () => {
    const options = { locale: "en", at: help.centre.now(), limit: 4 };
    const before = relatedEntries(help.centre, "troubleshooting-solo-wont-start", options).map(
      ({ id }) => id,
    );
    expect(before.slice(0, 2)).toEqual([
      "troubleshooting-solo-not-draining",
      "troubleshooting-burning-smell",
    ]);
    const third = before[2] ?? "";
    for (let count = 0; count < 6; count++) await judge(third, "", { verdict: "no" });
    const after = relatedEntries(help.centre, "troubleshooting-solo-wont-start", options).map(
      ({ id }) => id,
    );
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after.indexOf(third)).not.toBe(2);
  });
});

describe("phrasings", () => {
  const words = "gone walkabout";
  const best = () => searchFaq(help.centre.knowledge.index, words, { locale: "en" }).hits[0]?.id;

  it("are learnt when two visitors say that the answer helped", async () => {
    expect(best()).not.toBe("orders-track");
    await judge("orders-track", words, { verdict: "yes" });
    expect(best()).not.toBe("orders-track");
    await judge("orders-track", words, { verdict: "yes" });
    expect(best()).toBe("orders-track");
    const again = knowledgeOf([...help.centre.knowledge.entries.values()]);
    await openFeedback(help.database, again, help.centre.now());
    expect(searchFaq(again.index, words, { locale: "en" }).hits[0]?.id).toBe("orders-track");
    expect(JSON.stringify(again.downloads)).not.toContain("walkabout");
  });

  it("are unlearnt when a visitor says the contrary", async () => {
    expect(best()).toBe("orders-track");
    await judge("orders-track", words, { verdict: "no" });
    expect(best()).not.toBe("orders-track");
  });

  it("are taken from nobody who did not search for them, and never with a number", async () => {
    for (let count = 0; count < 2; count++) {
      const visitor = visitorOf(help.app);
      const page = await visitor.get("/en/answers/orders-track");
      await visitor.send(page, "/en/answers/orders-track/verdict", { verdict: "yes", q: words });
      await judge("orders-track", "where is 20413377", { verdict: "yes" });
    }
    const rows = await help.database.query("select distinct phrasing from phrasing_feedback");
    expect(rows).toEqual([{ phrasing: words }]);
    expect(best()).not.toBe("orders-track");
  });
});

describe("the verdicts of the first release", () => {
  it("are kept as votes", async () => {
    const { database } = help;
    await database.script(`drop table helpfulness_votes, search_events, entry_revisions, phrasing_feedback;
      create table verdicts (visit_key text, entry_id text, helpful boolean, reason text, at timestamptz);
      insert into verdicts values ('k', 'service-visits', false, 'unclear', '2026-11-01T00:00:00.123Z');
      alter table visit_steps drop column detail;
      delete from migrations where name = '0002-learning.sql'`);
    await migrate(database);
    const feedback = await openFeedback(database, help.centre.knowledge, help.centre.now());
    const row = feedback.helpfulness(help.centre.now()).get("service-visits");
    expect(row).toMatchObject({ no: 1, reasons: [{ code: "unclear", count: 1 }] });
  });
});

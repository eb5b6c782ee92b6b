import { instant } from "@kefu/core";
import { afterAll, describe, expect, it } from "vitest";
import type { VisitStep } from "../src/database/visits.ts";
import { handOffReason, timeFelt } from "../src/desk/hand-off.ts";
import { LOCALES } from "../src/locales.ts";
import { textsOf } from "../src/texts/texts-of.ts";
import { askedVaguely } from "./support/asks-back.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { agentAt } from "./support/two-sides.ts";
import { textOf, visitorOf } from "./support/visitor.ts";

const at = (second: number) => instant(second * 1000);
const step = (
  second: number,
  kind: VisitStep["kind"],
  more: Partial<VisitStep> = {},
): VisitStep => ({
  ...{ at: at(second), kind, query: "", entryId: "", outcome: "", detail: {} },
  ...more,
});
const found = step(0, "searched", { query: "refund", outcome: "answer" });
const lost = step(0, "searched", { query: "xyzzy", outcome: "handOff" });
const read = step(10, "read", { entryId: "returns-how" });

describe("handOffReason", () => {
  const unhelpful = [{ entryId: "returns-how", helpful: false, reason: "" }];
  const helpful = [{ entryId: "returns-how", helpful: true, reason: "" }];
  it.each([
    ["came-straight", [], []],
    ["nothing-fitted", [lost], []],
    ["asked-anyway", [found], []],
    ["asked-anyway", [lost, found, read], helpful],
    ["answer-did-not-help", [found, read], unhelpful],
    ["choices-declined", [found, step(20, "declined", { query: "refund" })], unhelpful],
    ["asked-anyway", [found, step(20, "declined"), read], []],
    ["tree-ended-here", [read, step(20, "walked", { detail: { handOff: true } })], []],
    ["asked-anyway", [read, step(20, "walked", { detail: { handOff: false } })], []],
  ])("%s", (reason, steps, verdicts) => {
    expect(handOffReason({ steps, verdicts })).toBe(reason);
  });
});

describe("timeFelt", () => {
  it.each([
    ["nothing", [], 0],
    ["reading is as long as it is", [read], 50],
    ["searching in vain feels half as long again", [lost], 90],
    ["so it does after declining", [step(0, "declined")], 90],
    ["each pause by what came before it", [lost, read], 10 * 1.5 + 50],
    ["a pause counts up to ten minutes", [step(-10_000, "read")], 600],
  ])("%s", (_title, steps, seconds) => {
    expect(timeFelt({ steps, verdicts: [] }, at(60))).toBe(seconds * 1000);
  });
});

describe("what an agent sees", () => {
  const TREE = "troubleshooting-solo-wont-start";
  const help = openHelpCentre();
  afterAll(async () => (await help).database.close());

  it.each(LOCALES)(
    "in %s: searches with their words, choices, verdicts, the way through a tree",
    async (locale) => {
      const { app, centre, setNow } = await help;
      const texts = textsOf(locale);
      const asked = askedVaguely(centre.knowledge.index, locale);
      const odd = `${asked} xyzzyfoo`;
      const visitor = visitorOf(app);
      setNow("2026-11-24T10:00:00+01:00");
      await visitor.get(`/${locale}/search?q=${encodeURIComponent(odd)}`);
      await visitor.get(`/${locale}/search?q=${encodeURIComponent(asked)}`);
      setNow("2026-11-24T10:02:00+01:00");
      const page = await visitor.get(
        `/${locale}/answers/${TREE}?q=${encodeURIComponent(asked)}&walk=0.0`,
      );
      expect(page.status).toBe(200);
      const ask = await visitor.get(`/${locale}/ask?q=${encodeURIComponent(asked)}`);
      expect(textOf(ask)).toContain(texts.ask.answeredQuestions);
      const ticket = await visitor.send(ask, `/${locale}/ask`, {
        ...{ kind: "question", name: "Ana", email: "a@example.com", message: "Help" },
      });
      expect(textOf(ticket)).toContain(texts.ticket.walkedTree("").slice(0, 4));
      const [number = ""] = /\d{5}/.exec(textOf(ticket)) ?? [];
      const agent = await agentAt(app, locale);
      const packet = textOf(await agent.get(`/${locale}/desk/tickets/${number}`));
      for (const part of [
        texts.desk.whys["tree-ended-here"],
        texts.desk.searchReasons["close-choices"] ?? "",
        texts.desk.words.unknown,
        "xyzzyfoo",
        texts.desk.walked,
        texts.desk.timeFeltWhy,
      ]) {
        expect(packet).toContain(part);
      }
    },
  );

  it("that none of the answers was meant which a search asked back about", async () => {
    const { app, centre } = await help;
    const visitor = visitorOf(app);
    const asked = askedVaguely(centre.knowledge.index, "en");
    const results = await visitor.get(`/en/search?q=${encodeURIComponent(asked)}`);
    expect(textOf(results)).toContain(textsOf("en").search.clarify);
    expect(results.html).toMatch(/<a class="choice"[^>]*><span><strong>/);
    const [, href = ""] = /class="choice choice-none" href="([^"]+)"/.exec(results.html) ?? [];
    const ask = await visitor.get(href.replaceAll("&amp;", "&"));
    const ticket = await visitor.send(ask, "/en/ask", {
      ...{ kind: "question", name: "Ana", email: "a@example.com", message: "Help" },
    });
    expect(textOf(ticket)).toContain(textsOf("en").ticket.declinedChoices(asked));
    const [number = ""] = /\d{5}/.exec(textOf(ticket)) ?? [];
    const agent = await agentAt(app);
    const packet = textOf(await agent.get(`/en/desk/tickets/${number}`));
    expect(packet).toContain(textsOf("en").desk.whys["choices-declined"]);
    expect(packet).toContain(textsOf("en").desk.declined);
  });
});

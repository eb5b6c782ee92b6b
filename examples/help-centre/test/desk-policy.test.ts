import { afterAll, describe, expect, it } from "vitest";
import { LOCALES } from "../src/locales.ts";
import { textsOf } from "../src/texts/texts-of.ts";
import { openHelpCentre } from "./support/open-help-centre.ts";
import { textOf, visitorOf } from "./support/visitor.ts";

const { app, database, setNow } = await openHelpCentre();
afterAll(() => database.close());

describe.each(LOCALES)("the policy in %s", (locale) => {
  const { service } = textsOf(locale);
  const path = `/${locale}/desk/policy`;

  it("is there for everybody, and says what the data say", async () => {
    setNow("2026-11-24T10:00:00+01:00");
    const page = await visitorOf(app).get(path);
    expect([page.status, page.path]).toEqual([200, path]);
    const text = textOf(page);
    const { policy, targets } = service;
    for (const sentence of [
      policy.version("maplewick-desk@1"),
      `${targets["first-answer"]} ${policy.hours(4)}`,
      `${targets["first-answer-complaint"]} ${policy.hours(2)}`,
      `${targets["settlement"]} ${policy.hours(24)}`,
      policy.states["pending"] ?? "",
      policy.complaintsText(7, 90),
      "08:00–20:00",
      "2026",
    ]) {
      expect(text).toContain(sentence);
    }
    // Closed on Christmas, and on King's Day of next year, but not of this.
    expect(page.html.match(/<li>[^<]*2026[^<]*<\/li>/g)).toHaveLength(2);
    expect(page.html.match(/<li>[^<]*2027[^<]*<\/li>/g)).toHaveLength(6);
  });

  it("is a link away from where an answer is promised", async () => {
    expect((await visitorOf(app).get(`/${locale}/ask`)).html).toContain(`href="${path}"`);
  });
});

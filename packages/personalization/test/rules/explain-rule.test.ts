import { explainCondition, instant } from "@kefu/core";
import { compileRules, describeTrace, explainRule } from "@kefu/personalization";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const at = instant("2026-11-24T09:00:00Z");
const Profile = z.object({
  orders: z.number(),
  lastOrder: z.string().optional(),
  tags: z.array(z.string()),
  health: z.object({ allergy: z.string() }).meta({ dataClass: "sensitive" }),
});
const rules = compileRules(
  {
    version: "1",
    groups: { tea: ["tea", "mate"] },
    segments: {
      regular: { field: "orders", op: "gte", value: 3 },
      friend: { all: [{ segment: "regular" }, { field: "tags", op: "inGroup", group: "tea" }] },
    },
    rules: [
      { id: "friend", when: { not: { segment: "friend" } }, content: 1 },
      { id: "careful", when: { field: "health.allergy", op: "eq", value: "nuts" }, content: 1 },
      {
        id: "lately",
        when: { field: "lastOrder", op: "withinLast", value: { days: 30 } },
        content: 1,
      },
      { id: "later", activeFrom: at + 1, content: 1 },
      { id: "over", activeTo: at, content: 1 },
    ],
  },
  { profile: Profile },
);

describe("explainRule", () => {
  it("follows segments, each once", () => {
    expect(explainRule(rules, "friend", { orders: 4, tags: ["pots"] }, at)).toEqual({
      rule: "friend",
      fits: true,
      trace: {
        result: true,
        path: [],
        children: [{ result: false, path: ["not"], segment: "friend" }],
      },
      segments: {
        friend: {
          result: false,
          path: [],
          children: [
            {
              ...{ result: false, path: ["all", 1], field: "tags", op: "inGroup" },
              ...{ expected: "tea", actual: ["pots"] },
            },
          ],
        },
        regular: { result: true, path: [], field: "orders", op: "gte", expected: 3, actual: 4 },
      },
    });
  });

  it("says when a rule does not yet or no more count", () => {
    expect(explainRule(rules, "later", {}, at)).toMatchObject({ fits: false, dates: "not-yet" });
    expect(explainRule(rules, "over", {}, at)).toMatchObject({ fits: false, dates: "no-more" });
    expect(explainRule(rules, "none", {}, at)).toBeUndefined();
  });

  it("shows nothing of sensitive fields", () => {
    const explained = explainRule(rules, "careful", { health: { allergy: "nuts" } }, at);
    expect(explained?.fits).toBe(true);
    expect(JSON.stringify(explained)).not.toContain("nuts");
  });
});

describe("describeTrace", () => {
  const wordsOf = (rule: string, profile: object, locale: string) => {
    const explained = explainRule(rules, rule, profile, at);
    return explained === undefined ? [] : describeTrace(explained.trace, locale);
  };

  it.each([
    ["friend", {}, "en", "Is the customer in the segment “friend”? No."],
    ["careful", { health: { allergy: "nuts" } }, "en", "Does a private field fit? Yes."],
    ["careful", { health: { allergy: "nuts" } }, "zh-Hans", "一项隐私信息是否符合？是。"],
    ["lately", {}, "en", "Was “lastOrder” within the last 30 days? No: it is not known."],
    ["lately", {}, "zh-Hant", "「lastOrder」是否在過去30天內？否：實際未知。"],
  ])("%s %j in %s", (rule, profile, locale, sentence) => {
    expect(wordsOf(rule, profile, locale)).toEqual([sentence]);
  });

  it("tells lists by their elements", () => {
    const where = { field: "total", op: "gt", value: 10 } as const;
    const trace = explainCondition(
      { field: "orders", op: "some", where },
      { orders: [{ total: 12 }] },
    );
    expect(describeTrace(trace, "en")).toEqual([
      "Does an element of “orders” fit? Yes.",
      "Is “orders.0.total” more than 10? Yes: it is 12.",
    ]);
  });
});

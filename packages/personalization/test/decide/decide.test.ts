import { type Instant, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type ConsentRecord,
  type ContactPolicyInput,
  type CustomerContactInput,
  compileContactPolicy,
  compileRules,
  type DecisionContext,
  decide,
  explainDecision,
  explainRule,
  type OfferDecision,
  type RuleSetInput,
  traceDecision,
} from "../../src/index.ts";

const at = instant("2026-03-02T12:00:00+08:00");
const said = (purpose: ConsentRecord["purpose"], status: ConsentRecord["status"], when = 0) => ({
  ...{ purpose, status, at: when as Instant },
});
const agreed = [said("profiling", "granted"), said("marketing", "granted")];
const message = {
  ...{
    purpose: "marketing" as const,
    category: "news",
    channels: ["email" as const, "sms" as const],
  },
  unsubscribe: { keyword: "退订" },
};
const gold = { field: "tier", op: "eq", value: "gold" } as const;

function contextOf(
  customer: Partial<CustomerContactInput> = {},
  policy: Partial<ContactPolicyInput> = {},
): DecisionContext {
  return {
    at,
    policy: compileContactPolicy({ timeZone: "Asia/Shanghai", ...policy }),
    customer: { channels: ["email", "sms"], consents: agreed, ...customer },
  };
}

const rulesOf = (rules: RuleSetInput["rules"], more: Partial<RuleSetInput> = {}) =>
  compileRules({ version: "1", rules, ...more });
const codes = ({ because }: OfferDecision) => because.map(({ code }) => code);

describe("decide", () => {
  const forGold = { id: "gold", priority: 1, when: gold, content: "金卡专享", message };
  const forAll = { id: "all", content: "大家都喜欢" };

  it("sends what the first rule says, and offers the next ones beside it", () => {
    const decided = decide({ tier: "gold" }, contextOf(), rulesOf([forAll, forGold]));
    expect(decided).toEqual({
      ...{ outcome: "send", rule: "gold", content: "金卡专享", channel: "email", sendAt: at },
      alternatives: [{ rule: "all", content: "大家都喜欢" }],
      because: [
        { code: "rule-counts", facts: { rule: "gold" } },
        { code: "allowed", facts: { channel: "email", at: "2026-03-02 12:00" } },
      ],
    });
  });

  it.each([
    [0, []],
    [1, ["b"]],
    [2, ["b", "c"]],
    [9, ["b", "c", "d"]],
  ])("offers at most %d others", (alternatives, others) => {
    const rules = rulesOf(["a", "b", "c", "d"].map((id) => ({ id, content: id })));
    const decided = decide({}, contextOf({}, { alternatives }), rules);
    expect(decided.outcome === "show" && decided.alternatives.map(({ rule }) => rule)).toEqual(
      others,
    );
  });

  it("passes over a rule whose message cannot reach the customer", () => {
    const decided = decide(
      { tier: "gold" },
      contextOf({ consents: [said("profiling", "granted")] }),
      rulesOf([forGold, forAll]),
    );
    expect(decided).toMatchObject({ outcome: "show", rule: "all", alternatives: [] });
    expect(codes(decided)).toEqual([
      ...["rule-blocked", "consent-missing", "consent-missing", "rule-counts"],
    ]);
  });

  describe("without consent to profiling", () => {
    const rules = rulesOf(
      [
        { id: "by-field", priority: 5, when: gold, content: 1 },
        { id: "by-absence", priority: 4, when: { not: gold }, content: 2 },
        { id: "by-segment", priority: 3, when: { any: [{ segment: "golden" }] }, content: 3 },
        { id: "popular", priority: 1, when: { all: [{ segment: "everyone" }] }, content: 4 },
      ],
      { segments: { golden: gold, everyone: { const: true } } },
    );

    it.each<[string, ConsentRecord[], "opt-in" | "opt-out", number]>([
      ["nothing said", [], "opt-in", 4],
      ["granted", [said("profiling", "granted")], "opt-in", 1],
      ["asked", [said("profiling", "pending")], "opt-in", 4],
      ["withdrawn", [said("profiling", "granted"), said("profiling", "withdrawn")], "opt-in", 4],
      ["granted from the next moment on", [said("profiling", "granted", at + 1)], "opt-in", 4],
      ["only marketing granted", [said("marketing", "granted")], "opt-in", 4],
      ["nothing said where that is enough", [], "opt-out", 1],
      ["withdrawn where silence is enough", [said("profiling", "withdrawn")], "opt-out", 4],
    ])("%s", (_, consents, profilingConsent, content) => {
      const decided = decide(
        { tier: "gold" },
        contextOf({ consents }, { profilingConsent }),
        rules,
      );
      expect(decided).toMatchObject({ outcome: "show", content });
    });

    it("sends what is transactional", () => {
      const receipt = {
        purpose: "transactional" as const,
        category: "order",
        channels: ["email" as const],
      };
      const decided = decide(
        { paid: true },
        contextOf({ consents: [] }),
        rulesOf([
          {
            id: "receipt",
            when: { field: "paid", op: "eq", value: true },
            content: "收據",
            message: receipt,
          },
        ]),
      );
      expect(decided).toMatchObject({ outcome: "send", rule: "receipt", sendAt: at });
      expect(codes(decided)).toEqual(["no-profiling", "rule-counts", "allowed"]);
    });

    it("tells nothing of the profile in a trace", () => {
      const trace = traceDecision({ tier: "gold" }, contextOf({ consents: [] }), rules);
      expect(trace.segments).toEqual([]);
      expect(trace.rules.map(({ outcome }) => outcome)).toEqual([
        ...["no-profiling", "no-profiling", "no-profiling", "chosen"],
      ]);
      expect(JSON.stringify(trace)).not.toContain("tier");
    });
  });

  describe("nothing for now", () => {
    it("because no rule fits; from the next rule's begin on the answer may be another", () => {
      const soon = instant(at + 1);
      const rules = rulesOf([
        { id: "soon", content: 1, activeFrom: soon },
        { id: "later", content: 2, activeFrom: at + 2 },
        { id: "past", content: 3, activeTo: at },
      ]);
      expect(decide({}, contextOf(), rules)).toEqual({
        ...{ outcome: "none", retryAt: soon, because: [{ code: "no-rule", facts: {} }] },
      });
      expect(decide({}, { ...contextOf(), at: soon }, rules)).toMatchObject({ rule: "soon" });
    });

    it("until the channel is free again", () => {
      const until = instant(at + 5);
      const suppressions = [{ reason: "manual" as const, until }];
      const decided = decide({ tier: "gold" }, contextOf({ suppressions }), rulesOf([forGold]));
      expect(decided).toMatchObject({ outcome: "none", retryAt: until });
      expect(codes(decided)).toEqual(["rule-blocked", "suppressed", "suppressed"]);
    });

    it("because the customer is held out", () => {
      const holdOut = { seed: "q1", range: [0, 1] as const };
      const decided = decide({ id: "c1" }, contextOf(), rulesOf([forAll], { holdOut }));
      expect(codes(decided)).toEqual(["held-out"]);
      expect(decided).not.toHaveProperty("retryAt");
    });
  });

  it("refuses what is not compiled", () => {
    const raw = { policy: { timeZone: "UTC" } } as never;
    const wrong = [
      () => decide({}, { ...contextOf(), policy: raw }, rulesOf([])),
      () => decide({}, contextOf(), { rules: [] } as never),
      () => decide({}, null as never, rulesOf([])),
      () => decide({}, contextOf({ channels: ["pigeon" as never] }), rulesOf([])),
    ];
    for (const call of wrong) {
      expect(call).toThrow(expect.objectContaining({ code: "invalid-input" }));
    }
  });
});

describe("a trace", () => {
  const profile = z.object({
    id: z.string(),
    tier: z.string(),
    illness: z.string().meta({ dataClass: "sensitive" }).optional(),
  });
  const rules = compileRules(
    {
      version: "1",
      segments: { golden: gold },
      rules: [
        { id: "winner", exclusive: "g", priority: 9, when: { segment: "golden" }, content: 1 },
        { id: "loser", exclusive: "g", priority: 8, content: 2 },
        { id: "other", priority: 7, when: gold, content: 3 },
        {
          id: "blocked",
          priority: 99,
          content: 4,
          message: { ...message, topic: "x", channels: ["post"] },
        },
        { id: "over", content: 5, activeTo: at },
        { id: "private", when: { field: "illness", op: "eq", value: "flu" }, content: 6 },
        { id: "silver", when: { field: "tier", op: "eq", value: "silver" }, content: 7 },
      ],
    },
    { profile },
  );
  const trace = traceDecision({ id: "c1", tier: "gold", illness: "cold" }, contextOf(), rules);

  it("tells of every rule what became of it", () => {
    expect(trace.decision).toEqual(
      decide({ id: "c1", tier: "gold", illness: "cold" }, contextOf(), rules),
    );
    expect(trace.segments).toEqual(["golden"]);
    expect(trace.rules.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ["winner", "chosen"],
      ["loser", "passed-over"],
      ["other", "alternative"],
      ["blocked", "blocked"],
      ["over", "not-active"],
      ["private", "unfit"],
      ["silver", "unfit"],
    ]);
  });

  it.each([
    ["loser", "en", ["Rule loser gives way: winner of the group g comes first."]],
    ["blocked", "zh-CN", ["客户没有可用于发送此消息的渠道。"]],
    ["over", "zh-TW", ["已於2026-03-02 12:00失效。"]],
    ["private", "en", ["a private field does not fit."]],
    ["private", "zh-Hant", ["不公開的資訊不符合。"]],
    ["silver", "en", ["tier does not fit (gold): is silver."]],
    ["silver", "zh-Hans", ["tier不符合（gold）：等于silver。"]],
    ["other", "en", ["tier fits (gold): is gold."]],
  ])("of %s in %s", (id, locale, sentences) => {
    const rule = trace.rules.find(({ rule }) => rule === id);
    expect(rule && explainRule(rule, locale)).toEqual(sentences);
  });

  it("never prints what is sensitive", () => {
    const printed = JSON.stringify([trace, trace.rules.map((rule) => explainRule(rule, "en"))]);
    expect(printed).not.toContain("cold");
    expect(printed).not.toContain("flu");
  });

  it.each<[string, string[]]>([
    ["en", ["The customer is in the segment golden.", "tier fits (gold): is gold."]],
    ["zh-Hans", ["客户属于分群golden。", "tier符合（gold）：等于gold。"]],
    ["zh-Hant", ["客戶屬於分群golden。", "tier符合（gold）：等於gold。"]],
  ])("names the segments that decided, in %s", (locale, sentences) => {
    const either = rulesOf(
      [
        { id: "a", when: { all: [{ segment: "golden" }, gold] }, content: 1 },
        { id: "b", when: { any: [gold, { segment: "golden" }] }, content: 2 },
        { id: "c", when: { not: { segment: "golden" } }, content: 3 },
      ],
      { segments: { golden: gold } },
    );
    const [a, b, c] = traceDecision({ tier: "gold" }, contextOf(), either).rules;
    expect(a && explainRule(a, locale)).toEqual(sentences);
    expect(b && explainRule(b, locale)).toEqual(sentences.slice(1));
    expect(c && explainRule(c, locale)).toEqual(sentences.slice(0, 1));
    expect([a?.segments, b?.segments]).toEqual([[{ segment: "golden", holds: true }], undefined]);
  });

  it("says of a customer who is held out which rules would have fitted", () => {
    const holdOut = { seed: "q1", range: [0, 1] as const };
    const held = rulesOf(
      [
        { id: "a", content: 1 },
        { id: "b", when: gold, content: 2 },
      ],
      { holdOut },
    );
    const { rules: fates } = traceDecision({ id: "c1" }, contextOf(), held);
    expect(fates.map(({ outcome }) => outcome)).toEqual(["held-out", "unfit"]);
  });
});

describe("a decision in words", () => {
  it.each([
    [
      "en",
      [
        "Rule tea fits.",
        "SMS: waits until the quiet hours are over.",
        "Goes by SMS, at 2026-03-03 08:00.",
      ],
    ],
    [
      "zh-Hans",
      ["规则tea适用。", "短信：等到免打扰时段结束。", "将于2026-03-03 08:00通过短信发送。"],
    ],
    [
      "zh-Hant",
      ["規則tea適用。", "簡訊：等到勿擾時段結束。", "將於2026-03-03 08:00透過簡訊傳送。"],
    ],
  ])("in %s", (locale, sentences) => {
    const decided = decide(
      {},
      {
        ...contextOf({ channels: ["sms"] }, { quietHours: { start: "21:00", end: "08:00" } }),
        at: instant("2026-03-02T21:00:00+08:00"),
      },
      rulesOf([{ id: "tea", content: "茶", message }]),
    );
    expect(explainDecision(decided, locale)).toEqual(sentences);
  });
});

describe("rules that cannot reach the customer", () => {
  it("are told together where the cause is the same", () => {
    const topic = (name: string) => ({ ...message, topic: name });
    const byPost = { ...message, channels: ["post" as const] };
    const left = { ...said("marketing", "withdrawn", 1), topic: "sale" };
    const rules = rulesOf([
      { id: "a", content: 1, message: topic("sale") },
      { id: "b", content: 2, message: byPost },
      { id: "c", content: 3, message: topic("sale") },
      { id: "d", content: 4, message: topic("tips") },
    ]);
    const decided = decide(
      {},
      contextOf({ channels: ["email"], consents: [...agreed, left] }),
      rules,
    );
    expect(explainDecision(decided, "en")).toEqual([
      "Rule a fits, but its message cannot reach the customer.",
      "Rule c fits, but its message cannot reach the customer.",
      "E-mail: the customer has withdrawn the consent.",
      "Rule b fits, but its message cannot reach the customer.",
      "The customer has no channel on which this may go.",
      "Rule d fits.",
      "Goes by E-mail, at 2026-03-02 12:00.",
    ]);
  });
});

import { explainFinding, type Finding, lintRules, type RuleSetInput } from "@kefu/personalization";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const Profile = z.object({
  age: z.number().optional(),
  country: z.string(),
  tier: z.enum(["none", "gold"]),
  ltv: z.number().nullable(),
  tags: z.array(z.string()),
  health: z.object({ note: z.string() }).meta({ dataClass: "sensitive" }),
});

const lint = (rules: readonly object[], rest: object = {}) =>
  lintRules(
    {
      version: "1",
      rules: rules.map((rule, at) => ({ id: `r${at}`, content: "", ...rule })),
      ...rest,
    },
    { profile: Profile },
  );
const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, code, path }) => [rule, code, path.join(".")]);
const gold = { field: "tier", op: "eq", value: "gold" };
const message = { purpose: "marketing", category: "marketing", channels: ["email"] };

describe("lintRules", () => {
  it("finds contradictions, shadows, slips, and negations that let the unknown pass", () => {
    const findings = lint([
      {
        when: {
          all: [
            { field: "age", op: "gte", value: 65 },
            { field: "age", op: "lt", value: 18 },
          ],
        },
      },
      { priority: 5, exclusive: "g", when: gold },
      {
        priority: 1,
        exclusive: "g",
        when: { all: [gold, { field: "ltv", op: "gt", value: 100 }] },
      },
      { when: { field: "contry", op: "eq", value: "DE" } },
      { when: { not: { field: "ltv", op: "gte", value: 100 } } },
    ]);
    expect(told(findings)).toEqual([
      ["r3", "unknown-field", "rules.3.when.field"],
      ["r0", "never", "rules.0.when"],
      ["r4", "passes-when-unknown", "rules.4.when.not"],
      ["r2", "shadowed", "rules.2"],
    ]);
    expect(findings.map((finding) => explainFinding(finding, "en").problem)).toEqual([
      'unknown field "contry": did you mean "country"?',
      'This never holds: nothing can meet all that is asked of "age".',
      "Customers whose “ltv” is not known also match this negation.",
      "Rule “r1” always wins in the group “g”.",
    ]);
  });

  it.each<[object, (string | undefined)[][]]>([
    [{ when: { field: "tags", op: "inGroup", group: "x" } }, [["unknown-group", "when"]]],
    [
      { when: { all: [] } },
      [
        ["empty-all", "when"],
        ["always", "when"],
      ],
    ],
    [
      { when: { any: [] } },
      [
        ["empty-any", "when"],
        ["never", "when"],
      ],
    ],
    [{ when: { all: [gold, { not: gold }] } }, [["never", "when"]]],
    [{ when: { any: [gold, { not: gold }] } }, [["always", "when"]]],
    [{ when: { field: "tier", op: "in", value: [] } }, [["never", "when"]]],
    [{ when: { all: [gold, { field: "tier", op: "eq", value: "none" }] } }, [["never", "when"]]],
    [
      {
        when: {
          all: [
            { field: "tags", op: "in", value: ["a"] },
            { field: "tags", op: "in", value: ["b"] },
          ],
        },
      },
      [],
    ],
    [
      {
        when: {
          all: [
            { field: "age", op: "lte", value: 18 },
            { field: "age", op: "gte", value: 18 },
          ],
        },
      },
      [],
    ],
    [
      {
        when: {
          all: [
            { field: "age", op: "lt", value: 18 },
            { field: "age", op: "gte", value: 18 },
          ],
        },
      },
      [["never", "when"]],
    ],
    [
      {
        when: {
          all: [
            { field: "age", op: "present" },
            { field: "age", op: "ne", value: 5 },
          ],
        },
      },
      [],
    ],
    [{ when: { field: "age", op: "ne", value: 5 } }, [["passes-when-unknown", "when"]]],
    [{ when: { field: "country", op: "ne", value: "DE" } }, []],
    [{ when: { field: "tier", op: "eq", value: "gld" } }, [["unknown-value", "when.value"]]],
    [{ when: { field: "age", op: "matches", value: "1" } }, [["type", "when.op"]]],
    [
      { when: { field: "country", op: "matches", value: "(a+)\\1" } },
      [["unsafe-regex", "when.value"]],
    ],
    [{ when: { segment: "x" } }, [["unknown-segment", "when.segment"]]],
    [{ message }, [["no-unsubscribe", "message"]]],
    [{ message: { ...message, unsubscribe: { keyword: "STOP" } } }, []],
    [{ message: { ...message, purpose: "service" } }, []],
    [{ content: { text: "Hello {country}" } }, []],
    [
      { content: { lines: ["a", "b {{ health.note }}"] } },
      [["sensitive-field-in-message", "content.lines.1"]],
    ],
    [{ activeFrom: 5, activeTo: 5 }, [["dates-never", "activeTo"]]],
    [{ activeFrom: 5, activeTo: 6 }, []],
    [
      { activeFrom: 5, message: { ...message, purpose: "service", expiresAt: 5 } },
      [["dates-never", "message.expiresAt"]],
    ],
  ])("%j", (rule, expected) => {
    expect(told(lint([rule]))).toEqual(
      expected.map(([code, path]) => ["r0", code, `rules.0.${path}`]),
    );
  });

  it.each([
    [
      [
        [0, 0.5],
        [0.5, 1],
      ],
      undefined,
    ],
    [
      [
        [0, 0.3333],
        [0.3333, 0.6667],
        [0.6667, 1],
      ],
      undefined,
    ],
    [
      [
        [0, 0.5],
        [0.6, 1],
      ],
      "The ranges leave out 10 % and overlap by 0 %.",
    ],
    [
      [
        [0, 0.6],
        [0.5, 1],
      ],
      "The ranges leave out 0 % and overlap by 10 %.",
    ],
  ])("adds up %j", (ranges, problem) => {
    const variants = ranges.map((range, at) => ({ id: `${at}`, range, content: 1 }));
    const [finding] = lint([{ content: undefined, split: { seed: "s", variants } }]);
    expect(finding && explainFinding(finding, "en").problem).toBe(problem);
  });

  it("judges a condition through its segments", () => {
    const segments = {
      nobody: { all: [gold, { not: gold }] },
      round: { segment: "circle" },
      circle: { segment: "round" },
    };
    expect(told(lint([{ when: { all: [{ segment: "nobody" }, gold] } }], { segments }))).toEqual([
      [undefined, "segment-cycle", "segments.round"],
      [undefined, "segment-cycle", "segments.circle"],
      [undefined, "never", "segments.nobody"],
      ["r0", "never", "rules.0.when"],
    ]);
  });

  it("leaves a rule alone that another beats only for some, or not always", () => {
    const split = { seed: "s", variants: [{ id: "a", range: [0, 0.5], content: 1 }] };
    const shadowed = (winner: object, loser: object) =>
      lint([
        { priority: 1, exclusive: "g", ...winner },
        { exclusive: "g", ...loser },
      ]).filter(({ code }) => code === "shadowed").length;
    const over = (value: number) => ({ field: "age", op: "gt", value });
    expect(shadowed({ when: over(18) }, { when: over(65) })).toBe(1);
    expect(shadowed({ when: over(65) }, { when: over(18) })).toBe(0);
    expect(shadowed({}, { when: over(18) })).toBe(1);
    expect(shadowed({ split, content: undefined }, { when: over(18) })).toBe(0);
    expect(shadowed({ activeTo: 5 }, { when: over(18) })).toBe(0);
    expect(shadowed({ activeTo: 5 }, { activeTo: 5 })).toBe(1);
    expect(shadowed({ exclusive: "h" }, {})).toBe(0);
  });

  it("says it in three languages", () => {
    const [finding] = lint([{ message }]) as [Finding];
    expect(explainFinding(finding, "zh-Hans")).toEqual({
      problem: "此营销消息未说明如何退订。",
      mend: "请在 message.unsubscribe 中填写退订页面或关键词。",
    });
    expect(explainFinding(finding, "zh-Hant-HK").problem).toBe("此行銷訊息未說明如何退訂。");
  });

  it("finds nothing wrong with a sound set, and something with anything else", () => {
    const sound: RuleSetInput = { version: "1", rules: [{ id: "a", content: 1 }] };
    expect(lintRules(sound)).toEqual([]);
    expect(lintRules(null).map(({ code }) => code)).toEqual(["invalid"]);
  });
});

import {
  Because,
  coreMessages,
  explainBecause,
  InvalidInputError,
  MessageCatalogue,
  parseInput,
} from "@kefu/core";
import { describe, expect, it } from "vitest";

const catalogue = {
  "window-closed": {
    en: "Returns closed on {day}, after {days} days.",
    "zh-Hans": "退货已于{day}截止（{days}天）。",
    "zh-Hant": "退貨已於{day}截止（{days}天）。",
  },
  twice: { en: "{a} and {a}" },
  spaced: { en: "{first name}{}{{a}}" },
};
const because = { code: "window-closed", facts: { day: "2026-11-24", days: 14 } };

describe("explainBecause", () => {
  it.each([
    ["en", "Returns closed on 2026-11-24, after 14 days."],
    ["zh-CN", "退货已于2026-11-24截止（14天）。"],
    ["zh-TW", "退貨已於2026-11-24截止（14天）。"],
    ["fr", "Returns closed on 2026-11-24, after 14 days."],
  ])("in %s", (locale, sentence) => {
    expect(explainBecause(because, locale, catalogue)).toBe(sentence);
  });

  it("fills in literally", () => {
    const facts = { a: "<b>$& $1 {a}</b>" };
    expect(explainBecause({ code: "twice", facts }, "en", catalogue)).toBe(
      "<b>$& $1 {a}</b> and <b>$& $1 {a}</b>",
    );
  });

  it("leaves what has no fact as it is", () => {
    expect(explainBecause({ code: "twice", facts: {} }, "en", catalogue)).toBe("{a} and {a}");
    const facts = { "first name": "Mei", a: 1 };
    expect(explainBecause({ code: "spaced", facts }, "en", catalogue)).toBe("Mei{}{1}");
    const inherited = { code: "it", facts: {} };
    expect(explainBecause(inherited, "en", { it: { en: "{toString}" } })).toBe("{toString}");
  });

  it.each([["unknown"], ["constructor"], ["__proto__"]])("gives the code %s itself", (code) => {
    expect(explainBecause({ code, facts: {} }, "en", catalogue)).toBe(code);
  });

  it("gives the code where no language fits", () => {
    expect(explainBecause(because, "fr", catalogue, { mode: "exact" })).toBe("window-closed");
  });

  it.each([
    [{ code: "", facts: {} }, catalogue],
    [{ code: "x" }, catalogue],
    [{ code: "x", facts: { a: null } }, catalogue],
    [because, { "window-closed": "text" }],
    [because, { "window-closed": { en: "" } }],
    [because, null],
    [null, catalogue],
  ])("refuses %o, %o", (reason, sentences) => {
    expect(() => explainBecause(reason as never, "en", sentences as never)).toThrow(
      InvalidInputError,
    );
  });
});

describe("coreMessages", () => {
  it("are sentences in the three languages for each code", () => {
    expect(Object.keys(coreMessages).sort()).toEqual(["conflict", "duplicate"]);
    for (const texts of Object.values(parseInput(MessageCatalogue, "catalogue", coreMessages))) {
      expect(Object.keys(texts)).toEqual(["en", "zh-Hans", "zh-Hant"]);
    }
  });

  it.each([
    ["duplicate", "en", "This has already been done."],
    ["duplicate", "zh-CN", "此操作已完成。"],
    ["conflict", "en", "Someone else has changed this in the meantime. Please look again."],
    ["conflict", "zh-CN", "内容已被他人更改，请重新查看。"],
    ["conflict", "zh-TW", "內容已被他人更改，請重新查看。"],
  ])("%s in %s", (code, locale, sentence) => {
    expect(explainBecause({ code, facts: {} }, locale, coreMessages)).toBe(sentence);
  });
});

it.each([
  [{ code: "a", facts: {} }, true],
  [{ code: "a".repeat(128), facts: { n: 1.5 } }, true],
  [{ code: "a".repeat(129), facts: {} }, false],
  [{ code: "a", facts: {}, extra: 1 }, false],
])("Because takes %o: %s", (value, isTaken) => {
  expect(Because.safeParse(value).success).toBe(isTaken);
});

it("ends a sentence that its facts would blow up", () => {
  const because = { code: "long", facts: { x: "y".repeat(10_000) } };
  const sentence = (times: number) => ({ long: { en: "{x}".repeat(times) } });
  expect(explainBecause(because, "en", sentence(99))).toHaveLength(990_000);
  expect(() => explainBecause(because, "en", sentence(101))).toThrow(InvalidInputError);
});

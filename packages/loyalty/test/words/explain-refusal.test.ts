import { explainBecause } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { explainRefusal, type LedgerRefusal, ledgerMessages } from "../../src/index.ts";
import { refusalMessages } from "../../src/words/refusal-messages.ts";

const language = (locale: string) => ({ locale, timeZone: "Asia/Taipei", currency: "TWD" });
/** All facts that refusals have. */
const facts = {
  ...{ points: 1_200, availablePoints: 300, minimumPoints: 500, stepPoints: 100 },
  ...{ version: 3, into: "new", currency: "USD", order: "o1", line: "l1", activity: "review" },
  ...{ redemption: "r1", hold: "h1", transfer: "t1", card: "tea", member: "Lin", name: "order/o1" },
  ...{ mostMinor: 60_000, valueMinor: 90_000 },
};

describe("a refusal", () => {
  it.each([
    [
      "insufficient",
      "1,200 would be needed, and 300 can be used.",
      "需要1,200积分，可用300积分。",
      "需要1,200點，可用300點。",
    ],
    [
      "over-share",
      "Points pay at most NT$600.00 of this order.",
      "此订单最多可用积分抵扣NT$600.00。",
      "此訂單最多可用點數折抵$600.00。",
    ],
    [
      "unknown-programme",
      "There is no version 3 of the programme.",
      "积分计划没有第3版。",
      "點數計畫沒有第3版。",
    ],
  ] as const)("%s", (code, ...sentences) => {
    const told = ["en", "zh-CN", "zh-TW"].map((locale) =>
      explainRefusal({ code, facts }, language(locale)),
    );
    expect(told).toEqual(sentences);
  });

  it.each(Object.keys(refusalMessages))("%s asks for no fact that there is not", (code) => {
    for (const locale of ["en", "zh-CN", "zh-TW"]) {
      const sentence = explainRefusal({ code, facts } as LedgerRefusal, language(locale));
      expect(sentence).toMatch(/^[^{}]+[.。]$/);
    }
  });

  it("names things as people do", () => {
    const because = { code: "unknown-card", facts: { card: "tea" } } as const;
    const names = { tea: "茶飲卡" };
    expect(explainRefusal(because, { ...language("zh-TW"), names })).toBe("沒有集點卡茶飲卡。");
  });

  it("is its code where there is no sentence", () => {
    expect(explainRefusal({ code: "strange", facts: {} } as never, language("en"))).toBe("strange");
  });
});

it("has sentences for explainBecause too", () => {
  const because = { code: "no-full-card", facts: {} };
  expect(explainBecause(because, "zh-TW", ledgerMessages)).toBe("集點卡尚未集滿。");
});

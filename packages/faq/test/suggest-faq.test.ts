import { InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { buildFaqIndex, suggestFaq } from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const index = buildFaqIndex(helpBase);
const suggest = (typed: string, locale = "en") => suggestFaq(index, typed, { locale });
const marked = (typed: string, locale = "en") =>
  suggest(typed, locale)
    .slice(0, 1)
    .flatMap(({ question, highlights }) => highlights.map((range) => question.slice(...range)));

describe("suggestFaq", () => {
  it.each([
    ["par", "en", "orders-status"],
    ["where is my pa", "en", "orders-status"],
    ["change addr", "en", "orders-address"],
    ["chnage the addr", "en", "orders-address"],
    ["退", "zh-Hans", "returns-how"],
    ["收貨地", "zh-Hant", "orders-address"],
    ["包裹", "zh-Hant", "orders-status"],
  ])("%s (%s) → %s", (typed, locale, id) => {
    expect(suggest(typed, locale).map((one) => one.id)).toContain(id);
  });

  it("marks what is typed so far", () => {
    expect(marked("par")).toEqual(["par"]);
    expect(marked("parcel")).toEqual(["parcel"]);
    expect(marked("change addr")).toEqual(["change", "addr"]);
    expect(marked("包", "zh-Hant")).toEqual(["包"]);
  });

  it.each(["𝐩𝐚𝐫𝐜𝐞𝐥", "𝐩ﬁx", "pa\u0301rcel"])("marks whole characters of %s", (question) => {
    const styled = buildFaqIndex([{ id: "styled", question: { en: question } }]);
    const [first] = suggestFaq(styled, "p", { locale: "en" });
    expect(first?.highlights).toEqual([[0, question.length]]);
  });

  it.each(["", " ", "?", "📦", "waiv", "kang", "umbr"])("suggests nothing for %j", (typed) => {
    expect(suggest(typed)).toEqual([]);
  });

  it("suggests more to those who may see more", () => {
    const found = suggestFaq(index, "waiv", { locale: "en", audience: "agent" });
    expect(found.map(({ id }) => id)).toEqual(["staff-returns"]);
  });

  it("keeps to its limit", () => {
    expect(suggestFaq(index, "my", { locale: "en", limit: 1 })).toHaveLength(1);
  });

  it("refuses what is no text", () => {
    expect(() => suggestFaq(index, undefined as never, { locale: "en" })).toThrow(
      InvalidInputError,
    );
  });
});

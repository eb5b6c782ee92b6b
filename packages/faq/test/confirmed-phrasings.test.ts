import { accumulate, InvalidInputError, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { confirmedPhrasings, type LearningPolicy, type PhrasingFeedback } from "../src/index.ts";

type Said = readonly [customer: string, query: string, more?: Partial<PhrasingFeedback>];

function learntFrom(said: readonly Said[], policy: LearningPolicy = {}) {
  const learning = confirmedPhrasings(policy);
  const events = said.map(([customer, query, more]) => ({
    customer,
    query,
    locale: "en",
    entryId: "returns",
    at: instant(0),
    helped: true,
    ...more,
  }));
  return learning.finish(accumulate(learning, events));
}
const texts = (said: readonly Said[], policy?: LearningPolicy) =>
  learntFrom(said, policy).map(({ entryId, locale, phrasings }) => [
    entryId,
    locale,
    ...phrasings.map(({ text }) => text),
  ]);
const no = { helped: false };

describe("confirmedPhrasings", () => {
  it("learns what enough customers confirm, once a customer", () => {
    const thrice: Said[] = [
      ["c1", "too small"],
      ["c1", "too small"],
      ["c1", "too  SMALL "],
    ];
    expect(texts(thrice)).toEqual([]);
    expect(texts([...thrice, ["c2", "Too small?"]])).toEqual([["returns", "en", "Too small?"]]);
    expect(texts([["c1", "too small"]], { leastCustomers: 1 })).toHaveLength(1);
    expect(texts([...thrice, ["c2", "too small"]], { leastCustomers: 3 })).toEqual([]);
  });

  it("takes texts for one that the engine reads alike", () => {
    const said: Said[] = [
      ["c1", "退貨", { locale: "zh-Hant" }],
      ["c2", "退货", { locale: "zh-Hant" }],
      ["c3", "退貨！", { locale: "zh-Hant" }],
      ["c4", "退貨", { locale: "zh-Hant" }],
    ];
    expect(learntFrom(said)).toEqual([
      {
        entryId: "returns",
        locale: "zh-Hant",
        phrasings: [{ text: "退貨", helped: 4, unhelped: 0 }],
      },
    ]);
  });

  it("takes a confirmation back for each contradiction, and gives it again", () => {
    const two: Said[] = [
      ["c1", "too small"],
      ["c2", "too small"],
    ];
    expect(texts([...two, ["c3", "too small", no]])).toEqual([]);
    expect(texts([...two, ["c3", "too small", no], ["c4", "too small"]])).toHaveLength(1);
  });

  it("counts a customer's latest word; at the same moment the contradiction", () => {
    const first: Said = ["c1", "too small"];
    const change = (helped: boolean, at: number): Said => [
      "c2",
      "too small",
      { helped, at: instant(at) },
    ];
    expect(texts([first, change(false, 1), change(true, 2)])).toHaveLength(1);
    expect(texts([first, change(true, 2), change(false, 1)])).toHaveLength(1);
    expect(texts([first, change(true, 1), change(false, 2)])).toEqual([]);
    expect(texts([first, change(true, 1), change(false, 1)])).toEqual([]);
  });

  it("gives a phrasing to the entry with most confirmations, to none of two that tie", () => {
    const other = { entryId: "refunds" };
    const said: Said[] = [
      ["c1", "too small"],
      ["c2", "too small"],
      ["c3", "too small", other],
      ["c4", "too small", other],
    ];
    expect(texts(said)).toEqual([]);
    expect(texts([...said, ["c5", "too small"]])).toEqual([["returns", "en", "too small"]]);
  });

  it("keeps the most confirmed, ties by text, by entry and locale", () => {
    const said = (["b", "a", "c"] as const).flatMap((query): Said[] => [
      ["c1", query],
      ["c2", query],
      ["c1", query, { locale: "de" }],
      ["c2", query, { locale: "de" }],
    ]);
    const all: Said[] = [...said, ["c3", "c"]];
    expect(texts(all)).toEqual([
      ["returns", "de", "a", "b", "c"],
      ["returns", "en", "c", "a", "b"],
    ]);
    expect(texts(all, { mostPerEntry: 2 })).toEqual([
      ["returns", "de", "a", "b"],
      ["returns", "en", "c", "a"],
    ]);
  });

  it.each([
    "mail ada@example.com",
    "parcel 12345678",
    "?!",
    "",
    "📦",
    `long ${"word ".repeat(40)}`,
  ])("never keeps %j", (query) => {
    const learning = confirmedPhrasings({ leastCustomers: 1 });
    const event = { customer: "c", locale: "en", entryId: "e", at: instant(0), helped: true };
    expect(learning.add(learning.create(), { ...event, query })).toEqual(learning.create());
  });

  it("leaves out what a laxer policy has kept", () => {
    const lax = confirmedPhrasings({ mostDigits: 9, leastCustomers: 1 });
    const event = { customer: "c", locale: "en", entryId: "e", at: instant(0), helped: true };
    const sum = lax.add(lax.create(), { ...event, query: "model 12345" });
    expect(lax.finish(sum)).toHaveLength(1);
    expect(confirmedPhrasings({ leastCustomers: 1 }).finish(sum)).toEqual([]);
  });

  const { add, create, finish, merge } = confirmedPhrasings();
  it.each([
    ["nobody", () => confirmedPhrasings({ leastCustomers: 0 })],
    ["an unknown key", () => confirmedPhrasings({ least: 1 } as never)],
    ["half an event", () => add(create(), { query: "a" } as never)],
    ["another sum", () => finish({ votes: [] } as never)],
    ["a spoilt sum", () => merge(create(), { phrasings: [[["e", "en", "a", "c", 0]]] } as never)],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(InvalidInputError);
  });
});

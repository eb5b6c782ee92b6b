import { InvalidInputError, parseInput, SearchContext, Ticket } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  buildFaqIndex,
  FaqHandOffPacket,
  type HandOffPacketOptions,
  handOffPacket,
  searchFaq,
} from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const index = buildFaqIndex(helpBase);
const packetOf = (query: string, options: Partial<HandOffPacketOptions> = {}) => {
  const { before, ...searched } = { locale: "en", ...options };
  return handOffPacket(searchFaq(index, query, searched), query, { locale: "en", ...options });
};

describe("handOffPacket", () => {
  it("tells what was asked, what was found and why it did not do", () => {
    const packet = packetOf("parcel zeppelin?", { category: "orders", limit: 1 });
    expect(packet).toMatchObject({
      query: "parcel zeppelin?",
      locale: "en",
      outcome: "handOff",
      because: { code: "low-confidence", facts: { threshold: 0.5 } },
      entriesShown: [{ entryId: "orders-status", locale: "en", question: "Where is my parcel?" }],
      filters: { category: "orders" },
      context: { queries: ["parcel zeppelin?"], entriesSeen: [], spentMilliseconds: 0 },
    });
    expect(packet.terms).toEqual([
      { term: "parcel", known: true, coverage: 1 },
      { term: "zeppelin", known: false, coverage: 0 },
    ]);
    expect(packet.total).toBe(1);
  });

  it.each([
    ["where is my parcel", "answer"],
    ["my zeppelin", "handOff"],
    ["", "handOff"],
    ["retrun", "handOff"],
    ["退货 飞艇", "answer"],
  ])("is plain JSON for %j: %s", (query, outcome) => {
    const packet = packetOf(query, { locale: "zh-Hant", tags: [], exclude: ["kettle-lid"] });
    expect(packet.outcome).toBe(outcome);
    const stored: unknown = JSON.parse(JSON.stringify(packet));
    expect(stored).toEqual(packet);
    expect(parseInput(FaqHandOffPacket, "packet", stored)).toEqual(packet);
    const result = searchFaq(index, query, { locale: "zh-Hant", exclude: ["kettle-lid"] });
    const options = { locale: "zh-Hant", tags: [], exclude: ["kettle-lid"] };
    expect(handOffPacket(JSON.parse(JSON.stringify(result)), query, options)).toEqual(packet);
  });

  it("gives a ticket its context", () => {
    const { context } = packetOf("zeppelin");
    const ticket = { id: "t1", subject: "?", channel: "form", openedAt: 0, context };
    expect(parseInput(Ticket, "ticket", ticket).context).toEqual(context);
  });

  it("goes on from what was tried before, and says nothing twice", () => {
    const before = {
      queries: ["parcel"],
      entriesSeen: [{ entryId: "orders-status", helped: false }],
      spentMilliseconds: 90_000,
    };
    const [once, again] = [packetOf("zeppelin", { before }), packetOf("parcel", { before })];
    expect(once.context).toEqual({ ...before, queries: ["parcel", "zeppelin"] });
    expect(again.context).toEqual(before);
    expect(packetOf("zeppelin", { before: once.context }).context).toEqual(once.context);
    expect(packetOf(" \n ", { before }).context).toEqual(before);
    expect(parseInput(SearchContext, "context", once.context)).toEqual(once.context);
  });

  it.each([
    [1999, 1999],
    [2000, 2000],
    [2001, 2000],
  ])("of %i code units of a query keeps %i", (length, kept) => {
    expect(packetOf("x".repeat(length)).query).toHaveLength(kept);
  });

  it("cuts no character in two", () => {
    expect(packetOf(`${"x".repeat(1999)}🛍️`).query).toBe("x".repeat(1999));
  });

  it.each([
    ["no result", () => handOffPacket({} as never, "a", { locale: "en" })],
    [
      "no query",
      () => handOffPacket(searchFaq(index, "a", { locale: "en" }), 1 as never, {} as never),
    ],
    ["a broken context", () => packetOf("a", { before: { queries: [""] } })],
    [
      "an unknown option",
      () => handOffPacket(searchFaq(index, "a", { locale: "en" }), "a", { lcale: "en" } as never),
    ],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(InvalidInputError);
  });
});

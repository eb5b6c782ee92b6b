import { instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import type { VisitStep } from "../src/database/visits.ts";
import { searchContextOf, timeSpent } from "../src/desk/journey.ts";

const minute = (count: number) => instant(count * 60_000);
const searched = (at: number, query: string): VisitStep => ({
  at: minute(at),
  kind: "searched",
  query,
  entryId: "",
  outcome: "answer",
  detail: {},
});
const read = (at: number, entryId: string, query = ""): VisitStep => ({
  at: minute(at),
  kind: "read",
  query,
  entryId,
  outcome: "",
  detail: {},
});

describe("timeSpent", () => {
  it.each([
    ["nothing", [], 0],
    ["one moment", [5], 0],
    ["two moments", [0, 3], 3],
    ["just ten minutes of pause", [0, 10], 10],
    ["a longer pause counts as ten minutes", [0, 11], 10],
    ["a night between counts as ten minutes", [0, 2, 800, 803], 15],
    ["the order does not matter", [3, 0, 1], 3],
  ])("%s", (_title, moments, minutes) => {
    expect(timeSpent(moments.map(minute))).toBe(minutes * 60_000);
  });
});

describe("searchContextOf", () => {
  it("hands over each query and entry once, in order, with verdicts and time", () => {
    const steps = [
      searched(0, "kettle"),
      read(1, "returns-how", "kettle"),
      searched(2, "return kettle"),
      read(3, "returns-costs", "return kettle"),
      read(4, "returns-how", "return kettle"),
    ];
    const verdicts = [{ entryId: "returns-how", helpful: false, reason: "unclear" }];
    expect(searchContextOf({ steps, verdicts }, minute(6))).toEqual({
      queries: ["kettle", "return kettle"],
      entriesSeen: [
        { entryId: "returns-how", helped: false },
        { entryId: "returns-costs", helped: undefined },
      ],
      spentMilliseconds: 6 * 60_000,
    });
  });

  it("is empty for whoever comes straight to the form", () => {
    expect(searchContextOf({ steps: [], verdicts: [] }, minute(9))).toEqual({
      queries: [],
      entriesSeen: [],
      spentMilliseconds: 0,
    });
  });
});

import { accumulate, instant } from "@kefu/core";
import { type HelpfulnessPolicy, type HelpfulnessVote, helpfulness } from "@kefu/faq";
import { describe, expect, it } from "vitest";
import { countedShare } from "../../src/counted-share.ts";

const DAY = 86_400_000;
const now = instant(1000 * DAY + 5);
const vote = (voter: string, said: "yes" | "no", more: Partial<HelpfulnessVote> = {}) => ({
  entryId: "a",
  voter,
  vote: said,
  at: now,
  ...more,
});
const rowsFor = (votes: readonly HelpfulnessVote[], policy: Partial<HelpfulnessPolicy> = {}) => {
  const accumulator = helpfulness({ at: now, ...policy });
  return accumulator.finish(accumulate(accumulator, votes));
};

it("tells nothing counted from never", () => {
  expect(countedShare(0, 0)).toMatchObject({ share: null, interval: { lower: 0, upper: 1 } });
  expect(countedShare(0, 9).share).toBe(0);
});

describe("helpfulness", () => {
  it.each([
    [
      "the latest vote",
      [vote("v", "no", { at: instant(1) }), vote("v", "yes", { at: instant(2) })],
      1,
      0,
    ],
    [
      "the latest vote, arriving first",
      [vote("v", "yes", { at: instant(2) }), vote("v", "no", { at: instant(1) })],
      1,
      0,
    ],
    ["the no of the same moment", [vote("v", "no"), vote("v", "yes")], 0, 1],
    ["each voter", [vote("v", "no"), vote("w", "yes")], 1, 1],
    ["a vote delivered twice once", [vote("v", "yes"), vote("v", "yes")], 1, 0],
  ])("counts %s", (_, votes, yes, no) => {
    expect(rowsFor(votes)).toMatchObject([{ yes, no }]);
  });

  it("starts anew with each revision", () => {
    const rows = rowsFor([vote("v", "no"), vote("v", "yes", { revision: 2 })]);
    expect(rows.map(({ revision, yes }) => [revision, yes])).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  it("ranks many good votes above few perfect ones", () => {
    const many = Array.from({ length: 100 }, (_, at) =>
      vote(`v${at}`, at < 90 ? "yes" : "no", { entryId: "many" }),
    );
    const few = [vote("x", "yes", { entryId: "few" }), vote("y", "yes", { entryId: "few" })];
    expect(rowsFor([...few, ...many]).map(({ entryId }) => entryId)).toEqual(["many", "few"]);
  });

  it.each([
    [3, false],
    [4, true],
  ])("%i times no and never yes is surely bad: %s", (count, needsWork) => {
    const votes = Array.from({ length: count }, (_, at) => vote(`v${at}`, "no"));
    expect(rowsFor(votes)).toMatchObject([{ needsWork }]);
  });

  it.each([
    ["today", 0, 1 / 2],
    ["within the same day of UTC", 5, 1 / 2],
    ["a half-life ago", 10 * DAY, 2 / 3],
    ["two half-lives ago", 20 * DAY, 4 / 5],
    ["so long ago that it is forgotten", 1000 * DAY, 1],
    ["in the future", -10 * DAY, 1 / 2],
  ])("weighs a no cast %s", (_, age, share) => {
    const votes = [vote("v", "yes"), vote("w", "no", { at: instant(now - age) })];
    expect(rowsFor(votes, { halfLifeDays: 10 })[0]?.share).toBeCloseTo(share, 12);
  });

  it("lists reasons of the no", () => {
    const votes = ["b", "a", "b", ""].map((reason, at) => vote(`v${at}`, "no", { reason }));
    const reasons = [
      { code: "b", count: 2 },
      { code: "a", count: 1 },
    ];
    expect(rowsFor([...votes, vote("y", "yes", { reason: "a" })])).toMatchObject([{ reasons }]);
  });

  it("takes thirty thousand votes", () => {
    const votes = Array.from({ length: 30_000 }, (_, at) => vote(`v${at % 20_000}`, "yes"));
    expect(rowsFor(votes)).toMatchObject([{ yes: 20_000 }]);
  });

  it.each([
    [null],
    [{}],
    [{ votes: 1 }],
    [{ votes: [[["a"]]] }],
    [{ votes: [[[1, 2, 3, 4, 5, 6]]] }],
  ])("refuses the foreign sum %j", (sum) => {
    const { finish, merge } = helpfulness({ at: now });
    expect(() => finish(sum as never)).toThrow("must come from this accumulator");
    expect(() => merge({ votes: [] }, sum as never)).toThrow("must come from this accumulator");
  });
});

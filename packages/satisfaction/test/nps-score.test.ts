import { accumulate, InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { netPromoterScore, npsDifference, npsScore } from "../src/index.ts";

const nps = netPromoterScore({ eligible: 100 });
const scoreOf = (ratings: readonly number[]) =>
  nps.finish(
    accumulate(
      nps,
      ratings.map((rating) => ({ rating })),
    ),
  );

describe("netPromoterScore", () => {
  it.each([
    [[6], -100],
    [[7], 0],
    [[8], 0],
    [[9], 100],
    [[0, 6, 7, 8, 9, 10], 0],
    [[10, 9, 8, 7, 6, 0, 10, 9, 3, 8], 10],
  ])("of %j is %d", (ratings, value) => {
    expect(scoreOf(ratings).value).toBe(value);
  });

  it("has no figure without answers, and says so", () => {
    expect(scoreOf([])).toMatchObject({
      value: null,
      interval: null,
      standardError: null,
      n: 0,
      eligible: 100,
      diagnostics: ["NO_ANSWERS"],
    });
  });

  it("leaves out who dismissed the question", () => {
    const sum = accumulate(nps, [
      { rating: 10 },
      { excluded: "dismissed" },
      { excluded: "skipped" },
    ]);
    expect(nps.finish(sum)).toMatchObject({
      value: 100,
      n: 1,
      excluded: { dismissed: 1, skipped: 1, notApplicable: 0 },
      diagnostics: ["FEW_ANSWERS", "BOUNDARY", "LOW_RESPONSE"],
    });
  });

  it.each([[{ rating: 11 }], [{ rating: -1 }], [{ rating: 7.5 }], [{ rating: Number.NaN }]])(
    "refuses %j",
    (answer) => {
      expect(() => nps.add(nps.create(), answer)).toThrow(InvalidInputError);
    },
  );

  it("refuses the counts of another scale", () => {
    const sum = { ...nps.create(), ratings: { 11: 2 } };
    expect(() => nps.finish(sum)).toThrow("ratings.11");
  });
});

describe("npsScore", () => {
  it("stays within −100 and 100 and is never certain", () => {
    const { interval } = npsScore({ promoters: 10, passives: 0, detractors: 0 });
    expect(interval?.upper).toBe(100);
    expect(interval?.lower).toBeLessThan(100);
    const textbook = npsScore({ promoters: 10, passives: 0, detractors: 0 }, { method: "wald" });
    expect(textbook.interval).toEqual({ lower: 100, upper: 100 });
  });
});

describe("npsDifference", () => {
  const spring = { promoters: 50, passives: 30, detractors: 20 };

  it("is unclear for equal scores, and the sign turns with the sides", () => {
    expect(npsDifference(spring, spring)).toMatchObject({ difference: 0, verdict: "unclear" });
    const many = { promoters: 800, passives: 100, detractors: 100 };
    expect(npsDifference(many, spring).verdict).toBe("higher");
    expect(npsDifference(spring, many).verdict).toBe("lower");
  });

  it("says nothing where nobody answered", () => {
    const none = { promoters: 0, passives: 0, detractors: 0 };
    expect(npsDifference(spring, none)).toEqual({
      difference: null,
      interval: null,
      verdict: "unclear",
    });
  });
});

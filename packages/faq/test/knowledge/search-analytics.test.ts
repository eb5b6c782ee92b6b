import { accumulate, instant } from "@kefu/core";
import {
  feltSeconds,
  type SearchAnalyticsPolicy,
  type SearchEventInput,
  searchAnalytics,
} from "@kefu/faq";
import { describe, expect, it } from "vitest";

type Step = readonly [second: number, type: SearchEventInput["type"], more?: object];
const visit = (sessionId: string, ...steps: readonly Step[]) =>
  steps.map(
    ([second, type, more]) =>
      ({ sessionId, at: instant(second * 1000), type, ...more }) as SearchEventInput,
  );
const search = (query: string, hits = 3, more = {}) => ({ query, hits, ...more });
const report = (events: readonly SearchEventInput[], policy?: SearchAnalyticsPolicy) => {
  const analytics = searchAnalytics(policy);
  return analytics.finish(accumulate(analytics, events));
};

describe("searchAnalytics", () => {
  it("says nothing of nothing, rather than zero", () => {
    const nothing = report([]);
    for (const share of [
      nothing.zeroResults,
      nothing.zeroClicks,
      nothing.reformulated,
      nothing.deflection,
    ]) {
      expect(share).toMatchObject({ of: 0, share: null, interval: { lower: 0, upper: 1 } });
    }
    expect(nothing).toMatchObject({ clickPosition: null, effort: null, elapsedSeconds: null });
  });

  it.each<[string, Step[], [number, number]]>([
    ["a list not clicked", [[0, "searched", search("a")]], [1, 1]],
    [
      "a list clicked",
      [
        [0, "searched", search("a")],
        [1, "opened", { entryId: "x" }],
      ],
      [0, 1],
    ],
    ["the answer shown", [[0, "searched", search("a", 1, { shown: "answer" })]], [0, 0]],
    ["nothing found", [[0, "searched", search("a", 0)]], [0, 0]],
    [
      "only the second clicked",
      [
        [0, "searched", search("a")],
        [1, "searched", search("b")],
        [2, "opened", { entryId: "x" }],
      ],
      [1, 2],
    ],
  ])("zero clicks: %s", (_, steps, [count, of]) => {
    expect(report(visit("s", ...steps)).zeroClicks).toMatchObject({ count, of });
  });

  it.each<[string, Step[], string[][]]>([
    [
      "just in time",
      [
        [0, "searched", search("a")],
        [120, "searched", search("b")],
      ],
      [["a", "b"]],
    ],
    [
      "too late",
      [
        [0, "searched", search("a")],
        [121, "searched", search("b")],
      ],
      [],
    ],
    [
      "the same again",
      [
        [0, "searched", search("a")],
        [1, "searched", search("a")],
      ],
      [],
    ],
    [
      "after reading",
      [
        [0, "searched", search("a")],
        [1, "opened", { entryId: "x" }],
        [2, "searched", search("b")],
      ],
      [],
    ],
    [
      "after leaving",
      [
        [0, "searched", search("a")],
        [1, "left"],
        [2, "searched", search("b")],
      ],
      [],
    ],
    [
      "three in a row",
      [
        [0, "searched", search("a")],
        [9, "searched", search("b")],
        [18, "searched", search("丙")],
      ],
      [["a", "b", "丙"]],
    ],
    [
      "two chains",
      [
        [0, "searched", search("a")],
        [1, "searched", search("b")],
        [2, "opened", { entryId: "x" }],
        [3, "searched", search("c")],
        [4, "searched", search("d")],
      ],
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
  ])("chains: %s", (_, steps, chains) => {
    expect(report(visit("s", ...steps)).chains.map(({ queries }) => queries)).toEqual(chains);
  });

  it("tells which entries are read in vain", () => {
    const events = [
      ...visit("s1", [0, "opened", { entryId: "x" }], [1, "contacted"]),
      ...visit("s2", [0, "opened", { entryId: "x" }]),
      ...visit("s3", [0, "contacted"], [1, "opened", { entryId: "x" }]),
      ...visit("s4", [0, "opened", { entryId: "y" }]),
    ];
    const { contactAfterReading, outcomes, deflection } = report(events);
    expect(contactAfterReading).toMatchObject([
      { entryId: "x", count: 1, of: 3 },
      { entryId: "y", count: 0, of: 1, share: 0 },
    ]);
    expect(outcomes).toEqual({ selfServed: 2, contacted: 2, abandoned: 0 });
    expect(deflection.share).toBe(0.5);
  });

  it("adds up effort, real and felt time", () => {
    const events = visit(
      "s",
      [0, "searched", search("a")],
      [10, "searched", search("b")],
      [20, "opened", { entryId: "x", position: 3 }],
      [30, "wentBack"],
      [40, "opened", { entryId: "y", position: 1 }],
      [50, "waited", { feeling: "anxious", seconds: 10 }],
      [60, "left"],
    );
    const { effort, elapsedSeconds, feltSeconds: felt, clickPosition } = report(events);
    expect(effort?.mean).toBe(2 + 1 + 2 + 1);
    expect([elapsedSeconds?.mean, felt?.mean, clickPosition]).toEqual([60, 70, 2]);
    expect(report(events, { factors: { anxious: 3 } }).feltSeconds?.mean).toBe(80);
  });

  it("lists what was not answered, with how often", () => {
    const events = [
      ...visit("s1", [0, "searched", search("gift wrap", 2, { confidence: 0.2 })]),
      ...visit(
        "s2",
        [0, "searched", search(" gift wrap ", 0)],
        [1, "searched", search("returns", 1, { confidence: 0.5 })],
      ),
      ...visit("s3", [0, "searched", search("  ", 0)]),
    ];
    expect(report(events).unanswered).toEqual([{ query: "gift wrap", weight: 2, confidence: 0 }]);
  });

  it.each([[{ events: [["{"]] }], [{ events: [["{}"]] }], [{ events: [[1]] }], [undefined]])(
    "refuses the foreign sum %j",
    (sum) => {
      expect(() => searchAnalytics().finish(sum as never)).toThrow(/search sum/);
    },
  );
});

describe("feltSeconds", () => {
  it.each([
    ["occupied", 10],
    ["unoccupied", 13.6],
    ["uncertain", 15],
    ["unexplained", 15],
    ["unfair", 17.5],
    ["anxious", 20],
  ] as const)("10 seconds %s feel like %d", (feeling, felt) => {
    expect(feltSeconds([{ feeling, seconds: 10 }])).toBeCloseTo(felt, 12);
  });
});

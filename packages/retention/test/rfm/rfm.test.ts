import { accumulate } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  RFM_SEGMENTS,
  type RfmPolicyInput,
  rfmTable,
  rfmThresholds,
  rfmTransitions,
  rfmValues,
  summarizeTransactions,
} from "../../src/index.ts";
import { quantileOf } from "../../src/rfm/quantile.ts";
import { catching } from "../catching.ts";

const customer = (customerId: string, recencyDays: number, frequency = 1, monetaryMinor = 100) => ({
  customerId,
  recencyDays,
  frequency,
  monetaryMinor,
});

const thresholds = { recency: [10], frequency: [3], monetary: [500] };

describe("scores", () => {
  it.each([
    ["below", [9, 10, 11], [2, 2, 1]],
    ["above", [9, 10, 11], [2, 1, 1]],
  ] as const)("put a recency on the cut %s it", (ties, days, scores) => {
    const { customers } = rfmTable(
      days.map((day) => customer(`c${day}`, day)),
      { bins: 2, ties, thresholds },
    );
    expect(customers.map(({ score }) => score.recency)).toEqual(scores);
  });

  it.each([
    ["below", [2, 3, 4], [1, 1, 2]],
    ["above", [2, 3, 4], [1, 2, 2]],
  ] as const)("put a frequency on the cut %s it", (ties, frequencies, scores) => {
    const { customers } = rfmTable(
      frequencies.map((frequency) => customer(`c${frequency}`, 1, frequency)),
      { bins: 2, ties, thresholds },
    );
    expect(customers.map(({ score }) => score.frequency)).toEqual(scores);
  });

  it("never part customers alike, and say when a bin stays empty", () => {
    const alike = Array.from({ length: 20 }, (_, at) => customer(`c${at}`, 5));
    const { customers, diagnostics } = rfmTable(alike);
    expect(new Set(customers.map(({ score }) => JSON.stringify(score))).size).toBe(1);
    expect(diagnostics).toEqual(["BOUNDARY"]);
  });

  it("fill every cell of the grid, empty ones included", () => {
    const { cells } = rfmTable([customer("a", 1, 9, 900), customer("b", 99, 1, 50)], {
      bins: 2,
      thresholds,
    });
    expect(cells).toEqual([
      { recency: 1, frequency: 1, customers: 1, monetaryMinor: 50 },
      { recency: 1, frequency: 2, customers: 0, monetaryMinor: 0 },
      { recency: 2, frequency: 1, customers: 0, monetaryMinor: 0 },
      { recency: 2, frequency: 2, customers: 1, monetaryMinor: 900 },
    ]);
  });

  it("of nobody", () => {
    expect(rfmTable([])).toMatchObject({
      n: 0,
      thresholds: null,
      customers: [],
      diagnostics: ["NO_DATA"],
    });
  });
});

describe("segments", () => {
  it("take the first rule that fits", () => {
    const policy: RfmPolicyInput = {
      bins: 2,
      thresholds,
      segments: [
        { segment: "first", recency: [2, 2] },
        { segment: "second", frequency: [2, 2] },
      ],
      otherwise: "rest",
    };
    const { segments } = rfmTable(
      [customer("a", 1, 9), customer("b", 99, 9), customer("c", 99, 1), customer("d", 1, 1)],
      policy,
    );
    expect(segments.map(({ segment, customers }) => [segment, customers])).toEqual([
      ["first", 2],
      ["second", 1],
      ["rest", 1],
    ]);
  });

  it("that are given with the package leave nobody out", () => {
    for (const recency of [1, 2, 3, 4, 5]) {
      for (const frequency of [1, 2, 3, 4, 5]) {
        const isWithin = (value: number, range: readonly [number, number] = [1, 10]) =>
          range[0] <= value && value <= range[1];
        const fits = RFM_SEGMENTS.filter(
          (rule) =>
            rule.monetary === undefined &&
            isWithin(recency, rule.recency) &&
            isWithin(frequency, rule.frequency),
        );
        expect(fits.length).toBeGreaterThan(0);
      }
    }
  });

  it("have no default for other bins", () => {
    expect(rfmTable([customer("a", 1)], { bins: 3 }).segments).toMatchObject([
      { segment: "other", customers: 1, share: 1 },
    ]);
  });
});

describe("thresholds", () => {
  // R: quantile(c(1, 2, 4, 8), 0.25) is 1.75.
  it.each([
    [[], 0.5, null],
    [[7], 0.5, 7],
    [[1, 2, 4, 8], 0, 1],
    [[1, 2, 4, 8], 0.25, 1.75],
    [[1, 2, 4, 8], 0.5, 3],
    [[1, 2, 4, 8], 1, 8],
  ])("are quantiles of type 7: of %j at %d", (values, share, expected) => {
    expect(
      quantileOf(
        values.map((value) => [value, 1] as const),
        share,
      ),
    ).toBe(expected);
  });

  it("are those that the table finds itself", () => {
    const customers = [3, 8, 8, 1, 40, 22, 9].map((day, at) => customer(`c${at}`, day, at, at * 7));
    const accumulator = rfmThresholds();
    const found = accumulator.finish(accumulate(accumulator, customers));
    expect(found).toEqual(rfmTable(customers).thresholds);
  });

  it.each([
    ["too few", { ...thresholds, recency: [] }, "recency"],
    ["falling", { ...thresholds, monetary: [5, 4] }, "monetary"],
  ])("%s are refused", (_, given, name) => {
    const bins = name === "monetary" ? 3 : 2;
    const error = catching(() => rfmTable([], { bins, thresholds: given }));
    expect(error.issues.map(({ path }) => path)).toContainEqual(["thresholds", name]);
  });
});

it("values are those at the end of the calibration", () => {
  const rows = [
    { customerId: "mei", date: "2026-06-01", amountMinor: 5 },
    { customerId: "mei", date: "2026-06-01", amountMinor: 7 },
    { customerId: "mei", date: "2026-06-09", amountMinor: 8 },
    { customerId: "mei", date: "2026-06-12", amountMinor: 99 },
  ];
  expect(rfmValues(summarizeTransactions(rows, { calibrationEnd: "2026-06-10" }))).toEqual([
    { customerId: "mei", recencyDays: 1, frequency: 3, monetaryMinor: 20 },
  ]);
  expect(catching(() => rfmValues({} as never)).code).toBe("invalid-input");
});

describe("transitions", () => {
  it("count those who came and those who went", () => {
    const before = [
      { customerId: "a", segment: "new" },
      { customerId: "b", segment: "new" },
      { customerId: "c", segment: "loyal" },
    ];
    const after = [
      { customerId: "a", segment: "loyal" },
      { customerId: "b", segment: "new" },
      { customerId: "d", segment: "new" },
    ];
    const { transitions, stayed, n } = rfmTransitions(before, after);
    expect(
      transitions.map(({ from, to, customers, share }) => [from, to, customers, share]),
    ).toEqual([
      ["loyal", null, 1, 1],
      ["new", "loyal", 1, 0.5],
      ["new", "new", 1, 0.5],
      [null, "new", 1, 1],
    ]);
    expect([stayed, n]).toEqual([0.5, 4]);
  });

  it("of nobody", () => {
    expect(rfmTransitions([], [])).toMatchObject({ stayed: null, diagnostics: ["NO_DATA"] });
  });
});

describe("rules that nobody can fit", () => {
  it.each([
    ["upside down", { bins: 2, segments: [{ segment: "x", recency: [2, 1] }] }],
    ["beyond the bins", { bins: 2, segments: [{ segment: "x", recency: [4, 5] }] }],
    ["of five bins for three", { bins: 3, segments: RFM_SEGMENTS }],
  ] as const)("%s", (_, policy) => {
    const { path } = catching(() => rfmTable([], policy as never)).issues[0] ?? { path: [] };
    expect([path[0], path[2]]).toEqual(["segments", "recency"]);
  });
});

it("refuses a customer who stands twice", () => {
  const mei = { customerId: "mei", recencyDays: 3, frequency: 1, monetaryMinor: 5 };
  expect(catching(() => rfmTable([mei, mei])).issues[0]?.path).toEqual([1, "customerId"]);
});

import { accumulate } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { type CohortPolicyInput, cohorts, customerHistories } from "../../src/index.ts";
import { catching } from "../catching.ts";

type Activity = readonly (readonly [date: string, amountMinor: number])[];

function tableOf(policy: CohortPolicyInput, customers: readonly Activity[]) {
  const accumulator = cohorts(policy);
  const inputs = customers.map((activity) => ({
    activity: activity.map(([date, amountMinor]) => ({ date, amountMinor })),
  }));
  return accumulator.finish(accumulate(accumulator, inputs));
}

const twoMonths: readonly Activity[] = [
  [
    ["2026-01-05", 100],
    ["2026-02-10", 150],
    ["2026-03-10", 50],
  ],
  [
    ["2026-01-20", 100],
    ["2026-03-01", 40],
  ],
  [["2026-03-05", 30]],
];

describe("cells", () => {
  it("are known when their period has ended, and null before", () => {
    const known = (asOf: string) =>
      tableOf({ asOf }, twoMonths).rows.map(({ cells }) =>
        cells.map((cell) => cell?.active ?? null),
      );
    expect(known("2026-03-30")).toEqual([
      [2, 1],
      [0, null],
      [null, null],
    ]);
    expect(known("2026-03-31")).toEqual([
      [2, 1, 2],
      [0, 0, null],
      [1, null, null],
    ]);
    expect(known("2026-04-01")).toEqual([
      [2, 1, 2],
      [0, 0, null],
      [1, null, null],
      [null, null, null],
    ]);
  });

  it("say that part of the table is not known", () => {
    const codes = (asOf: string) => tableOf({ asOf }, twoMonths).diagnostics;
    expect(codes("2026-01-31")).not.toContain("IMMATURE_COHORT");
    expect(codes("2026-02-28")).toContain("IMMATURE_COHORT");
    expect(codes("2026-01-30")).toContain("IMMATURE_COHORT");
    expect(codes("2025-12-31")).toEqual(["NO_DATA"]);
  });

  it("tell net and gross revenue retention", () => {
    const [january] = tableOf({ asOf: "2026-03-31" }, twoMonths).rows;
    const shares = january?.cells.map((cell) => [
      cell?.revenueMinor,
      cell?.netRevenue,
      cell?.grossRevenue,
    ]);
    // February: 150 of one who first spent 100; March: 50 and 40.
    expect(shares).toEqual([
      [200, 1, 1],
      [150, 0.75, 0.5],
      [90, 0.45, 0.45],
    ]);
  });

  it("have Wilson's interval, and none in an empty cohort", () => {
    const [january, february] = tableOf({ asOf: "2026-03-31" }, twoMonths).rows;
    const { lower = 0, upper = 0 } = january?.cells[1]?.interval ?? {};
    expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(["0.0945", "0.9055"]);
    expect(february).toMatchObject({ cohort: "2026-02", from: "2026-02-01", customers: 0 });
    expect(february?.cells[1]).toMatchObject({ active: 0, retention: null, interval: null });
  });
});

describe("means", () => {
  const customers: readonly Activity[] = [
    ...Array.from(
      { length: 9 },
      (): Activity => [
        ["2026-01-05", 10],
        ["2026-02-10", 10],
      ],
    ),
    [["2026-01-05", 10]],
    [["2026-02-05", 10]],
  ];

  it("count cohorts without a single active customer, and large ones for more", () => {
    const { ages } = tableOf({ asOf: "2026-03-31" }, customers);
    expect(ages[1]).toMatchObject({
      cohorts: 2,
      customers: 11,
      weighted: 9 / 11,
      unweighted: (0.9 + 0) / 2,
      netRevenue: 90 / 110,
    });
  });

  it("leave out cohorts that are too young, or empty", () => {
    const { ages } = tableOf({ asOf: "2026-04-30" }, customers);
    expect(ages.map((age) => age.cohorts)).toEqual([2, 2, 2, 1]);
    expect(ages[3]).toMatchObject({ customers: 10, weighted: 0, unweighted: 0 });
  });
});

describe("periods", () => {
  it.each<[CohortPolicyInput["period"], string, string]>([
    ["day", "2026-06-30", "2026-06-30"],
    ["week", "2026-06-29", "2026-06-29"],
    ["month", "2026-06", "2026-06-01"],
    ["quarter", "2026-Q2", "2026-04-01"],
    ["year", "2026", "2026-01-01"],
  ])("of a %s", (period, cohort, from) => {
    const { rows } = tableOf({ asOf: "2026-06-30", period }, [[["2026-06-30", 1]]]);
    expect(rows.map((row) => [row.cohort, row.from])).toEqual([[cohort, from]]);
  });

  it("begin on Monday", () => {
    const weekly = { asOf: "2026-12-31", period: "week" } as const;
    const first = (date: string) => tableOf(weekly, [[[date, 1]]]).rows[0]?.cohort;
    expect(["2026-06-28", "2026-06-29", "2026-07-05", "2026-07-06"].map(first)).toEqual([
      "2026-06-22",
      "2026-06-29",
      "2026-06-29",
      "2026-07-06",
    ]);
  });

  it("before the epoch and at the end of the calendar", () => {
    const old = tableOf({ asOf: "1969-12-31", period: "quarter" }, [[["1969-11-01", 1]]]);
    expect(old.rows.map(({ cohort }) => cohort)).toEqual(["1969-Q4"]);
    const last = tableOf({ asOf: "9999-12-31", period: "year" }, [[["9999-01-01", 1]]]);
    expect(last.rows[0]?.cells[0]?.active).toBe(1);
  });

  it("must not make more than a million cells", () => {
    const daily = { asOf: "2026-06-30", period: "day" } as const;
    expect(catching(() => tableOf(daily, [[["1990-01-01", 1]]])).issues[0]?.message).toContain(
      "longer periods",
    );
  });

  it("of two sums must be the same", () => {
    const [monthly, weekly] = [
      cohorts({ asOf: "2026-06-30" }),
      cohorts({ asOf: "2026-06-30", period: "week" }),
    ];
    expect(
      catching(() => monthly.merge(monthly.create(), weekly.create())).issues[0]?.path,
    ).toEqual(["period"]);
  });
});

it("totals are the diagonals", () => {
  const { totals } = tableOf({ asOf: "2026-03-31" }, twoMonths);
  expect(totals).toEqual([
    { period: "2026-01", active: 2, returning: 0, ofPrevious: null },
    { period: "2026-02", active: 1, returning: 1, ofPrevious: 0.5 },
    { period: "2026-03", active: 3, returning: 2, ofPrevious: 2 },
  ]);
});

it("of histories nets returns, as far as they were known", () => {
  const histories = customerHistories({ calibrationEnd: "2026-12-31" });
  const sum = accumulate(histories, [
    { customerId: "mei", date: "2026-01-05", amountMinor: 100 },
    { customerId: "mei", date: "2026-02-05", amountMinor: 100 },
    { customerId: "mei", date: "2026-03-05", amountMinor: -100 },
  ]);
  const active = (asOf: string) => {
    const monthly = cohorts({ asOf });
    const { rows } = monthly.finish(monthly.addHistories(monthly.create(), sum));
    return rows[0]?.cells[1]?.active;
  };
  expect([active("2026-02-28"), active("2026-03-31")]).toEqual([1, 0]);
});

it("refuses revenue that no longer adds up when it comes, not when it is finished", () => {
  const monthly = cohorts({ asOf: "2026-03-31" });
  const rich = { count: 1e9, activity: [{ date: "2026-01-01", amountMinor: 1e9 }] };
  expect(catching(() => monthly.add(monthly.create(), rich)).code).toBe("amount-overflow");
});

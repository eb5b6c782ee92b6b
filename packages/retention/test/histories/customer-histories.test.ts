import { accumulate } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  customerHistories,
  type HistoryPolicyInput,
  lifetimes,
  summarizeTransactions,
  type TransactionInput,
} from "../../src/index.ts";
import { catching } from "../catching.ts";

const calibrationEnd = "2026-06-30";
const policy = { calibrationEnd, unit: "day" } as const;

/** Rows of one customer: a day of June 2026, and what was paid. */
const rowsOf = (...rows: readonly (readonly [day: number, amount: number])[]) =>
  rows.map(([day, amountMinor]) => ({
    customerId: "mei",
    date: `2026-06-${String(day).padStart(2, "0")}`,
    amountMinor,
  }));

function historyOf(rows: readonly TransactionInput[], given: HistoryPolicyInput = policy) {
  const { frequency, recency, age, spendMinor, repeatSpendMinor, orders, excluded } =
    summarizeTransactions(rows, given);
  const [x, last, whole] = [frequency[0], recency[0], age[0]];
  const unmatched = excluded.unmatchedReturnsMinor;
  return [x, last, whole, spendMinor[0], repeatSpendMinor[0], orders[0], unmatched];
}

describe("what counts", () => {
  it.each<[string, readonly (readonly [number, number])[], readonly (number | undefined)[]]>([
    ["one purchase", [[10, 5]], [0, 0, 20, 5, 0, 1, 0]],
    [
      "two on one day are one day",
      [
        [10, 5],
        [10, 7],
      ],
      [0, 0, 20, 12, 0, 2, 0],
    ],
    [
      "two days",
      [
        [10, 5],
        [12, 7],
      ],
      [1, 2, 20, 12, 7, 2, 0],
    ],
    [
      "in any order",
      [
        [12, 7],
        [10, 5],
      ],
      [1, 2, 20, 12, 7, 2, 0],
    ],
    ["on the last day", [[30, 5]], [0, 0, 0, 5, 0, 1, 0]],
    [
      "nothing paid is a purchase",
      [
        [10, 0],
        [12, 0],
      ],
      [1, 2, 20, 0, 0, 2, 0],
    ],
    [
      "part of a day returned",
      [
        [10, 5],
        [12, 7],
        [14, -3],
      ],
      [1, 2, 20, 9, 4, 2, 0],
    ],
    [
      "a day returned is none",
      [
        [10, 5],
        [12, 7],
        [14, -7],
      ],
      [0, 0, 20, 5, 0, 1, 0],
    ],
    [
      "on the same day, first in the file",
      [
        [10, -5],
        [10, 5],
        [12, 7],
      ],
      [0, 0, 18, 7, 0, 1, 0],
    ],
    [
      "more than the latest day",
      [
        [10, 5],
        [12, 7],
        [14, -8],
      ],
      [0, 0, 20, 4, 0, 1, 0],
    ],
    [
      "the latest day before, not after",
      [
        [10, 5],
        [11, -2],
        [12, 7],
      ],
      [1, 2, 20, 10, 7, 2, 0],
    ],
    [
      "the first day returned",
      [
        [10, 5],
        [11, -5],
        [12, 7],
      ],
      [0, 0, 18, 7, 0, 1, 0],
    ],
    [
      "more than was bought",
      [
        [10, 5],
        [11, -9],
        [12, 7],
      ],
      [0, 0, 18, 7, 0, 1, 4],
    ],
  ])("%s", (_, rows, expected) => {
    expect(historyOf(rowsOf(...rows))).toEqual(expected);
  });

  it("does not know what comes after the calibration", () => {
    const rows = rowsOf([10, 5], [20, 7], [25, -7]);
    expect(historyOf(rows, { ...policy, calibrationEnd: "2026-06-19" })[0]).toBe(0);
    expect(historyOf(rows, { ...policy, calibrationEnd: "2026-06-20" })[0]).toBe(1);
    expect(historyOf(rows, { ...policy, calibrationEnd: "2026-06-24" })[0]).toBe(1);
    expect(historyOf(rows, { ...policy, calibrationEnd: "2026-06-25" })[0]).toBe(0);
  });

  it("leaves out who came after the calibration, and of whom nothing remains", () => {
    const late = { customerId: "late", date: "2026-07-01", amountMinor: 5 };
    const gone = [
      { customerId: "gone", date: "2026-06-01", amountMinor: 5 },
      { customerId: "gone", date: "2026-06-02", amountMinor: -5 },
    ];
    const { customerIds, n, excluded } = summarizeTransactions(
      [late, ...gone, ...rowsOf([3, 1])],
      policy,
    );
    expect([customerIds, n, excluded.customers]).toEqual([["mei"], 1, 2]);
  });

  it("counts the hold-out from the day after the calibration to its own last day", () => {
    const rows = rowsOf([1, 5], [10, 1], [11, 2], [20, 4], [21, 8]);
    const { holdout, holdoutEnd } = summarizeTransactions(rows, {
      calibrationEnd: "2026-06-10",
      holdoutEnd: "2026-06-20",
    });
    expect([holdout?.frequency[0], holdout?.spendMinor[0]]).toEqual([2, 6]);
    expect(holdoutEnd).toBe("2026-06-20");
  });

  it.each([
    ["day", 14],
    ["week", 2],
    ["month", 14 / 30.436875],
    ["year", 14 / 365.2425],
  ] as const)("states times in %ss", (unit, recency) => {
    const histories = summarizeTransactions(rowsOf([1, 5], [15, 5]), { calibrationEnd, unit });
    expect(histories.recency[0]).toBeCloseTo(recency, 12);
    expect(histories.unit).toBe(unit);
  });

  it("says so where nobody is left", () => {
    const { n, diagnostics, customerIds } = summarizeTransactions([], policy);
    expect([n, diagnostics, customerIds]).toEqual([0, ["NO_DATA"], []]);
  });
});

describe("columns", () => {
  it("are the same as rows, with dates as texts or as days", () => {
    const rows = rowsOf([10, 5], [12, 7], [12, -2]);
    const columns = {
      customerIds: rows.map(() => "mei"),
      dates: rows.map(({ date }) => date),
      amountsMinor: rows.map(({ amountMinor }) => amountMinor),
    };
    const expected = summarizeTransactions(rows, policy);
    expect(summarizeTransactions(columns, policy)).toEqual(expected);
    const days = columns.dates.map((date) => Date.parse(date) / 86_400_000);
    expect(summarizeTransactions({ ...columns, dates: days }, policy)).toEqual(expected);
    const amountsMinor = Int32Array.from(columns.amountsMinor);
    expect(summarizeTransactions({ ...columns, amountsMinor }, policy)).toEqual(expected);
  });

  it("may number customers, close together or far apart", () => {
    for (const far of [1, 1e12]) {
      const customerIds = [7 * far, -3 * far, 7 * far];
      const dates = ["2026-06-01", "2026-06-02", "2026-06-08"];
      const histories = summarizeTransactions({ customerIds, dates }, policy);
      expect(histories.customerIds).toEqual([7 * far, -3 * far]);
      expect([...histories.frequency]).toEqual([1, 0]);
    }
  });

  it("are refused where one is missing or shorter", () => {
    const refused = (columns: object) =>
      catching(() => summarizeTransactions(columns as never, policy)).issues;
    expect(refused({})).toEqual([{ path: ["customerIds"], message: "must be a list" }]);
    expect(refused({ customerIds: ["a"], dates: [] })[0]?.path).toEqual(["dates"]);
    expect(refused({ customerIds: ["a"], dates: ["2026-06-01"], amountsMinor: [] })).toEqual([
      { path: ["amountsMinor"], message: "must be as long as `customerIds`" },
    ]);
  });
});

describe("mistakes name their rows", () => {
  it.each<[string, object, readonly (string | number)[]]>([
    ["no day of the calendar", { date: "2026-02-29" }, [1, "date"]],
    ["a fraction", { amountMinor: 0.5 }, [1, "amountMinor"]],
    ["no customer", { customerId: "" }, [1, "customerId"]],
    ["NaN", { amountMinor: Number.NaN }, [1, "amountMinor"]],
  ])("%s", (_, wrong, path) => {
    const [row] = rowsOf([1, 5]);
    const rows = [row, { ...row, ...wrong }] as TransactionInput[];
    expect(catching(() => summarizeTransactions(rows, policy))).toMatchObject({
      code: "invalid-input",
      issues: [{ path }],
    });
  });

  it("up to a hundred of them", () => {
    const rows = Array.from({ length: 200 }, () => null) as never[];
    expect(catching(() => summarizeTransactions(rows, policy)).issues).toHaveLength(100);
  });

  it("what is no list of rows", () => {
    expect(catching(() => summarizeTransactions("rows" as never, policy)).code).toBe(
      "invalid-input",
    );
  });
});

describe("currencies", () => {
  const rows = [
    { customerId: "mei", date: "2026-06-01", amountMinor: 5, currency: "EUR" },
    { customerId: "mei", date: "2026-06-02", amountMinor: 7, currency: "CNY" },
  ];

  it("are refused when they differ, with the row", () => {
    const error = catching(() => summarizeTransactions(rows, { ...policy, currency: "EUR" }));
    expect(error).toMatchObject({ code: "currency-mismatch", issues: [{ path: [1, "currency"] }] });
    expect(catching(() => summarizeTransactions(rows, policy)).issues[0]?.path[0]).toBe(0);
    const histories = customerHistories({ ...policy, currency: "EUR" });
    expect(catching(() => accumulate(histories, rows)).code).toBe("currency-mismatch");
  });

  it("may be left out, which is told", () => {
    const given = { ...policy, currency: "EUR", otherCurrencies: "leaveOut" } as const;
    const histories = customerHistories(given);
    for (const known of [
      summarizeTransactions(rows, given),
      histories.finish(accumulate(histories, rows)),
      histories.finish(histories.addAll(histories.create(), rows)),
    ]) {
      expect([known.spendMinor[0], known.excluded.otherCurrency]).toEqual([5, 1]);
      expect(known.diagnostics).toEqual(["MIXED_CURRENCY"]);
    }
  });

  it("of sums must be that of the policy", () => {
    const euros = customerHistories({ ...policy, currency: "EUR" });
    const yuan = customerHistories({ ...policy, currency: "CNY" });
    expect(catching(() => euros.merge(euros.create(), yuan.create())).code).toBe(
      "currency-mismatch",
    );
  });
});

describe("sums", () => {
  const histories = customerHistories(policy);

  it("can be finished at another date", () => {
    const sum = accumulate(histories, rowsOf([1, 5], [20, 5]));
    const earlier = customerHistories({ ...policy, calibrationEnd: "2026-06-19" });
    expect([histories.finish(sum).frequency[0], earlier.finish(sum).frequency[0]]).toEqual([1, 0]);
  });

  it("of contracts are refused", () => {
    expect(() => histories.finish(lifetimes.create() as never)).toThrow("kind");
  });

  it("keep ten thousand rows of one customer in order, added one by one or at once", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      customerId: "mei",
      date: `2026-0${1 + (at % 6)}-${10 + (at % 17)}`,
      amountMinor: at % 3 === 0 ? -1 : 2,
    }));
    const one = histories.finish(accumulate(histories, rows));
    expect(one).toEqual(histories.finish(histories.addAll(histories.create(), rows)));
    const unmatched = one.excluded.unmatchedReturnsMinor;
    expect(one.spendMinor[0]).toBe(6666 * 2 - 3334 + unmatched);
  });

  it("refuse amounts that add up to more than is exact", () => {
    const row = { customerId: "mei", date: "2026-06-01", amountMinor: Number.MAX_SAFE_INTEGER };
    expect(catching(() => accumulate(histories, [row, row])).code).toBe("amount-overflow");
  });
});

describe("what does not add up", () => {
  const most = Number.MAX_SAFE_INTEGER;
  const policy = { calibrationEnd: "2026-03-31" };
  const paid = (...dates: string[]) =>
    dates.map((date) => ({ customerId: "mei", date, amountMinor: most }));

  it.each([
    ["on a day", paid("2026-01-01", "2026-01-01")],
    ["on two days", paid("2026-01-01", "2026-01-02")],
  ])("is refused rather than told inexactly: %s", (_, rows) => {
    const histories = customerHistories(policy);
    const inParts = () => histories.finish(histories.addAll(histories.create(), rows));
    expect(catching(() => summarizeTransactions(rows, policy)).code).toBe("amount-overflow");
    expect(catching(inParts).code).toBe("amount-overflow");
  });

  it("takes a number and the text of it for one customer", () => {
    const rows = [
      { customerId: 5 as never, date: "2026-01-01" },
      { customerId: "5", date: "2026-01-09" },
    ];
    const histories = customerHistories(policy);
    for (const { customerIds, frequency } of [
      summarizeTransactions(rows, policy),
      histories.finish(histories.addAll(histories.create(), rows)),
    ]) {
      expect([customerIds, [...frequency]]).toEqual([["5"], [1]]);
    }
  });
});

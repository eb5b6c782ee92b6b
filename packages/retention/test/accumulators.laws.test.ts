import { accumulate } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { expectMergeable } from "../../../scripts/mergeable.ts";
import { dateOf } from "../src/histories/day-number.ts";
import {
  cohorts,
  customerHistories,
  type HistoryAccumulator,
  lifetimes,
  rfmThresholds,
  summarizeTransactions,
  type TransactionInput,
} from "../src/index.ts";

const date = fc.integer({ min: 20_000, max: 20_120 }).map(dateOf);
const transaction: fc.Arbitrary<TransactionInput> = fc.record({
  customerId: fc.constantFrom("mei", "ann", "kai", "林"),
  date,
  amountMinor: fc.integer({ min: -300, max: 500 }),
});

const policy = { calibrationEnd: dateOf(20_080), holdoutEnd: dateOf(20_120) } as const;

/** Columns are no JSON: made lists, so that their bits can be compared. */
function inPlainLists(accumulator: HistoryAccumulator) {
  const plain = (column: ArrayLike<number>) => Array.from(column);
  return {
    ...accumulator,
    finish: (sum: Parameters<typeof accumulator.finish>[0]) => {
      const { holdout, ...histories } = accumulator.finish(sum);
      const isColumn = (value: unknown): value is Int32Array | Float64Array =>
        ArrayBuffer.isView(value);
      const columns = Object.entries({ ...histories, ...holdout }).map(([name, value]) => [
        name,
        isColumn(value) ? plain(value) : value,
      ]);
      return Object.fromEntries(columns) as unknown;
    },
  };
}

it("histories", () => expectMergeable(inPlainLists(customerHistories(policy)), transaction));

it("lifetimes", () =>
  expectMergeable(
    lifetimes,
    fc
      .record(
        {
          time: fc.integer({ min: 0, max: 9 }),
          ended: fc.boolean(),
          entry: fc.integer({ min: 0, max: 8 }),
          count: fc.integer({ min: 1, max: 1e9 }),
        },
        { requiredKeys: ["time", "ended"] },
      )
      .filter(({ time, entry = -1 }) => entry < time),
  ));

it("cohorts", () =>
  expectMergeable(
    cohorts({ asOf: "2024-12-15", period: "week" }),
    fc.record({
      activity: fc.array(fc.record({ date, amountMinor: fc.nat(900) }), { maxLength: 5 }),
      count: fc.integer({ min: 1, max: 9 }),
    }),
  ));

it("thresholds", () =>
  expectMergeable(
    rfmThresholds({ bins: 4 }),
    fc.record({
      customerId: fc.constant("c"),
      recencyDays: fc.nat(9),
      frequency: fc.nat(4),
      monetaryMinor: fc.integer({ min: -5, max: 99 }),
    }),
  ));

it("histories are the same row by row, at once, and by the quick way", () => {
  const histories = customerHistories(policy);
  fc.assert(
    fc.property(fc.array(transaction, { maxLength: 30 }), fc.nat(30), (rows, cut) => {
      const one = histories.finish(accumulate(histories, rows));
      const start = histories.addAll(histories.create(), rows.slice(0, cut));
      const two = histories.finish(histories.addAll(start, rows.slice(cut)));
      expect(two).toEqual(one);
      const quick = summarizeTransactions(rows, policy);
      const order = quick.customerIds
        .map((id, at) => [String(id), at] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      expect(order.map(([id]) => id)).toEqual(one.customerIds);
      for (const name of ["frequency", "recency", "age", "spendMinor", "orders"] as const) {
        expect(order.map(([, at]) => quick[name][at])).toEqual(Array.from(one[name]));
      }
      expect(quick.excluded).toEqual(one.excluded);
    }),
  );
});

it("cohorts of histories are those of their customers", () => {
  const histories = customerHistories(policy);
  const weekly = cohorts({ asOf: "2024-12-15", period: "week" });
  fc.assert(
    fc.property(fc.array(transaction, { maxLength: 30 }), (rows) => {
      const bought = rows.map((row) => ({ ...row, amountMinor: Math.abs(row.amountMinor ?? 0) }));
      const sum = accumulate(histories, bought);
      const customers = [...new Set(bought.map(({ customerId }) => customerId))].map((id) => ({
        activity: bought
          .filter(({ customerId }) => customerId === id)
          .map(({ date, amountMinor }) => ({ date, amountMinor })),
      }));
      expect(weekly.finish(weekly.addHistories(weekly.create(), sum))).toEqual(
        weekly.finish(accumulate(weekly, customers)),
      );
    }),
  );
});

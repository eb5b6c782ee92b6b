import { expect, it } from "vitest";
import { customerHistories, summarizeTransactions } from "../../src/index.ts";
import { dataSet, linesOf } from "../data-set.ts";

// Published for research by P. S. Fader and B. G. S. Hardie; see data/README.md.
const rows = linesOf("cdnow_sample_transactions.csv").map(
  ([customerId = "", date = "", , paid]) => ({
    customerId,
    date,
    amountMinor: Math.round(Number(paid) * 100),
  }),
);
const published = dataSet("cdnow_sample_cbs_days.csv");

it("makes the published summary of the CDNOW sample out of its purchases", () => {
  const policy = { calibrationEnd: "1997-09-30", holdoutEnd: "1998-06-30", unit: "day" } as const;
  const known = summarizeTransactions(rows, policy);
  expect(known.n).toBe(2357);
  const summary = published.map((_, at) => ({
    id: Number(known.customerIds[at]),
    x: known.frequency[at],
    t_x_days: known.recency[at],
    T_days: known.age[at],
    x_star: known.holdout?.frequency[at],
  }));
  expect(summary).toEqual(published.map(({ m: _, ...row }) => row));
  for (const [at, { x = 0, m = 0 }] of published.entries()) {
    const mean = (known.repeatSpendMinor[at] ?? 0) / Math.max(1, x) / 100;
    expect(Math.abs(mean - m)).toBeLessThan(0.0051);
  }
});

it("does not care in how many parts, and which comes first", () => {
  const histories = customerHistories({ calibrationEnd: "1997-09-30" });
  const whole = histories.finish(histories.addAll(histories.create(), rows));
  const parts = [0, 1, 2].map((part) =>
    histories.addAll(
      histories.create(),
      rows.filter((_, at) => at % 3 === part),
    ),
  );
  const merged = parts.reduceRight((one, other) => histories.merge(one, other));
  expect(histories.finish(merged)).toEqual(whole);
});

// How long it takes to make histories out of transactions: CPU seconds of one thread, the best of several runs, beside the
// figures of lifetimes 0.11.3 (Python) as recorded once on another day, for as many rows.
//   node scripts/run-bench.mjs packages/retention/bench/summaries.ts
import { seededRandom } from "@kefu/core";
import { customerHistories, summarizeTransactions } from "../src/index.ts";

const FIRST_DAY = 20_000;
const RUNS = 7;
const policy = { calibrationEnd: "2026-01-01", unit: "week" } as const;

/** Purchases of two years in the order of days, as a shop writes them. */
function transactions(rows: number, customers: number) {
  const random = seededRandom(`transactions ${rows}`);
  return {
    customerIds: Int32Array.from({ length: rows }, () => Math.floor(random.next() * customers)),
    dates: Int32Array.from(
      { length: rows },
      (_, row) => FIRST_DAY + Math.floor((row * 730) / rows),
    ),
    amountsMinor: Int32Array.from({ length: rows }, () => 100 + Math.floor(random.next() * 9000)),
  };
}

function bestOf(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.min(...times);
}

const RECORDED = [
  [205_000, 100_000, 0.505],
  [2_050_000, 1_000_000, 4.84],
] as const;

console.log("rows        customers  at once    lifetimes  ratio   as mergeable sum");
for (const [rows, customers, recorded] of RECORDED) {
  const columns = transactions(rows, customers);
  const seconds = bestOf(RUNS, () => summarizeTransactions(columns, policy));
  const histories = customerHistories(policy);
  const mergeable = bestOf(2, () =>
    histories.finish(histories.addAll(histories.create(), columns)),
  );
  console.log(
    [
      rows.toLocaleString("en").padEnd(11),
      customers.toLocaleString("en").padEnd(10),
      `${seconds.toFixed(3)} s`.padEnd(10),
      `${recorded} s`.padEnd(10),
      `${(recorded / seconds).toFixed(0)}×`.padEnd(7),
      `${mergeable.toFixed(3)} s`,
    ].join(" "),
  );
}

// How long fits and forecasts take: CPU seconds of one thread, the best of several runs, beside the figures of
// lifetimes 0.11.3 (Python) as recorded once on another day, on data of the same size and kind.
//   [KEFU_DATA_DIR=<folder>] node scripts/run-bench.mjs packages/retention/bench/fits.ts [--small]
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  expectedPurchases,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitParetoNbd,
  lifetimeValue,
} from "../src/index.ts";
import { type SyntheticCustomers, syntheticCustomers } from "./synthetic-customers.ts";

type Measure = (customers: SyntheticCustomers) => string;

const logLikelihood = (fit: { logLikelihood: number; status: string }) =>
  `${fit.status}, log-likelihood ${fit.logLikelihood.toFixed(6)}`;

const BG = {
  model: "bg-nbd",
  unitDays: 7,
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
} as const;
const PN = {
  model: "pareto-nbd",
  unitDays: 7,
  parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 },
} as const;
const YEAR = { periods: 12, periodDays: 30, discountRate: 0.01, timing: "end", spend: 1 } as const;

const totalOf = (values: ArrayLike<number>) => {
  let total = 0;
  for (let row = 0; row < values.length; row++) total += values[row] as number;
  return `total ${total.toFixed(4)}`;
};

const MEASURES: Readonly<Record<string, Measure>> = {
  "BG/NBD": (customers) => logLikelihood(fitBgNbd(customers)),
  "MBG/NBD": (customers) => logLikelihood(fitMbgNbd(customers)),
  "Pareto/NBD": (customers) => logLikelihood(fitParetoNbd(customers)),
  "Gamma-Gamma": (customers) => logLikelihood(fitGammaGamma(customers)),
  "BG forecast": (customers) => totalOf(expectedPurchases(BG, customers, { horizon: 39 })),
  "PN forecast": (customers) => totalOf(expectedPurchases(PN, customers, { horizon: 39 })),
  "BG 12 months' value": (customers) => totalOf(lifetimeValue(BG, customers, YEAR).values),
};

/** CPU seconds of lifetimes 0.11.3, as recorded, and how many times faster this is to be. */
const RECORDED: Readonly<Record<string, Readonly<Record<string, readonly [number, number?]>>>> = {
  "CDNOW sample": {
    "BG/NBD": [0.17, 100],
    "MBG/NBD": [0.16],
    "Pareto/NBD": [0.73, 30],
    "Gamma-Gamma": [0.099, 25],
  },
  "100k in days": { "BG/NBD": [2.6, 30], "Pareto/NBD": [38, 300], "Gamma-Gamma": [0.45, 12] },
  "1M in days": {
    "BG/NBD": [16, 40],
    "Pareto/NBD": [310, 400],
    "Gamma-Gamma": [2.9, 15],
    "BG forecast": [0.7],
    "PN forecast": [1],
    "BG 12 months' value": [17.5, 120],
  },
  "1M exact": {
    "BG/NBD": [16.5, 10],
    "Pareto/NBD": [404, 40],
    "Gamma-Gamma": [3.2, 10],
    "BG forecast": [0.9],
    "PN forecast": [0.86],
    "BG 12 months' value": [17.5, 4],
  },
};

const SETS: Readonly<Record<string, () => SyntheticCustomers | undefined>> = {
  "CDNOW sample": cdnowSample,
  "100k in days": () => syntheticCustomers(100_000, "days"),
  "1M in days": () => syntheticCustomers(1_000_000, "days"),
  "1M exact": () => syntheticCustomers(1_000_000, "exact"),
};

const [command, setName = "", measureName = ""] = process.argv.slice(2);
if (command === "--memory") printPeak(setName, measureName);
else
  for (const name of Object.keys(SETS))
    if (command !== "--small" || !name.startsWith("1M")) runSet(name);

function runSet(name: string): void {
  const customers = SETS[name]?.();
  if (customers === undefined) {
    console.log(`\n${name}: KEFU_DATA_DIR names no folder with it.`);
    return;
  }
  console.log(`\n${name}: ${customers.frequency.length.toLocaleString("en")} customers`);
  for (const what of Object.keys(MEASURES)) console.log(measured(name, what, customers));
}

function measured(name: string, what: string, customers: SyntheticCustomers): string {
  const size = customers.frequency.length;
  const runs = size < 10_000 ? 60 : size < 500_000 ? 9 : 6;
  const { seconds, said } = best(() => MEASURES[what]?.(customers) ?? "", runs);
  const [recorded, wanted] = RECORDED[name]?.[what] ?? [];
  const ratio = recorded && `${(recorded / seconds).toFixed(0)}x of ${recorded} s`;
  const aim = wanted && `(aim ${wanted}x)`;
  const memory = size === 1_000_000 && `peak +${peakAbove(name, what)} MB`;
  const speed = `${seconds.toFixed(4)} s, ${Math.round(size / seconds / 1000)}k/s`;
  return ["", what.padEnd(19), speed, ratio, aim, memory, said]
    .filter((text) => text !== undefined && text !== false)
    .join("  ");
}

function best(measure: () => string, runs: number): { seconds: number; said: string } {
  let [seconds, said] = [Number.POSITIVE_INFINITY, ""];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    said = measure();
    const { user, system } = process.cpuUsage(before);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  return { seconds, said };
}

/** In a process of its own, for a peak never falls again. */
function peakAbove(name: string, what: string): string {
  const script = fileURLToPath(import.meta.url);
  const parameters = [...process.execArgv, "--expose-gc", script, "--memory", name, what];
  return execFileSync(process.execPath, parameters, { encoding: "utf8" }).trim();
}

function printPeak(name: string, what: string): void {
  const customers = SETS[name]?.();
  if (customers === undefined) return;
  globalThis.gc?.();
  writeFileSync("/proc/self/clear_refs", "5");
  const before = peakKilobytes();
  MEASURES[what]?.(customers);
  console.log(((peakKilobytes() - before) / 1024).toFixed(0));
}

/** Linux forgets the peak of a process when asked to. */
function peakKilobytes(): number {
  const status = readFileSync("/proc/self/status", "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
}

function cdnowSample(): SyntheticCustomers | undefined {
  const folder = process.env["KEFU_DATA_DIR"] ?? "../shared/data";
  const path = `${folder}/retention/cdnow_sample_cbs_days.csv`;
  if (!existsSync(path)) return undefined;
  const rows = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const column = (index: number, per = 1) =>
    Float64Array.from(rows, (row) => (row[index] as number) / per);
  return {
    kind: "nonContractual",
    unitDays: 7,
    frequency: column(1),
    recency: column(2, 7),
    age: column(3, 7),
    repeatSpendMinor: Float64Array.from(rows, (row) => (row[1] as number) * (row[4] as number)),
  };
}

// How good and how fast recommendations are: hit rates on real baskets, then CPU time beside node-fpgrowth.
//   KEFU_DATA_DIR=<folder> node scripts/run-bench.mjs packages/recommendation/bench/what-goes-with.ts
import { createRequire } from "node:module";
import { seededRandom } from "@kefu/core";
import { printTable } from "../../../scripts/bench.ts";
import {
  evaluateRecommendations,
  fitEase,
  fitItemItem,
  type ItemItemOptionsInput,
  type ItemModel,
  itemCounts,
  itemModelSnapshot,
  recommend,
} from "../src/index.ts";
import { groceries, hideOneOfFifth, invoices, splitInvoices, type Task } from "./shop-data.ts";

type Contender = readonly [name: string, fit: (learn: Task["learn"]) => ItemModel];

const measured = (options: ItemItemOptionsInput) => (learn: Task["learn"]) =>
  fitItemItem(learn, options);

const POPULARITY = "popularity";
const CONTENDERS: readonly Contender[] = [
  [POPULARITY, measured({ mode: "cooccurrence" })],
  ["co-occurrence", measured({ mode: "cooccurrence" })],
  ["Jaccard", measured({ mode: "jaccard" })],
  ["cosine", measured({ mode: "cosine" })],
  ["LLR", measured({ mode: "llr" })],
  ["RP3 beta, as it comes", measured({})],
  ["RP3 beta, alpha 1", measured({ alpha: 1 })],
  ["EASE, as it comes", fitEase],
];

function judged(task: Task, [name, fit]: Contender) {
  const model = fit(task.learn);
  const cases = task.ask.map(({ history, hidden, group }) => {
    const known = name === POPULARITY ? [] : history;
    const { items } = recommend(model, known, { exclude: history });
    return { recommended: items.map(({ itemId }) => itemId), relevant: [hidden], group };
  });
  const options = { seed: "quality", catalogueSize: model.items, draws: 200 };
  const found = evaluateRecommendations(cases, options);
  if (found === undefined) throw new Error("no cases");
  return found;
}

function quality(title: string, tasks: readonly Task[]): void {
  console.log(`\n${title}: ${tasks.map(({ ask }) => ask.length).join(", ")} queries`);
  const rows = CONTENDERS.map((contender) => {
    const found = tasks.map((task) => judged(task, contender));
    const mean = (figure: (one: (typeof found)[number]) => number) =>
      found.reduce((sum, one) => sum + figure(one), 0) / found.length;
    return {
      by: contender[0],
      hits: mean(({ hitRate }) => hitRate.value),
      "95 %": `${mean(({ hitRate }) => hitRate.lower).toFixed(4)}–${mean(({ hitRate }) => hitRate.upper).toFixed(4)}`,
      "nDCG@10": mean(({ ndcg }) => ndcg.value).toFixed(4),
      coverage: mean(({ coverage }) => coverage ?? 0).toFixed(2),
    };
  });
  const together = rows[1]?.hits ?? 1;
  printTable(
    rows.map(({ by, hits, ...rest }) => ({
      by,
      "HR@10": hits.toFixed(4),
      "× co-occurrence": (hits / together).toFixed(2),
      ...rest,
    })),
  );
}

function cpuMs(run: () => unknown, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

interface FpGrowth {
  exec(baskets: readonly (readonly string[])[]): Promise<{ items: string[]; support: number }[]>;
}

async function minedMs(baskets: readonly string[][], support: number, rounds: number) {
  const require = createRequire(import.meta.url);
  const { FPGrowth } = require("node-fpgrowth") as { FPGrowth: new (support: number) => FpGrowth };
  let best = Number.POSITIVE_INFINITY;
  let found: { items: string[]; support: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    found = await new FPGrowth(support).exec(baskets);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  const pairs = found.filter(({ items }) => items.length === 2);
  return {
    ms: best,
    pairs: new Map(pairs.map(({ items, support: n }) => [[...items].sort().join("|"), n])),
  };
}

async function speed(baskets: readonly string[][]): Promise<void> {
  const { items, pairs } = itemCounts.finish(itemCounts.addAll(itemCounts.create(), baskets));
  const mined = await minedMs(baskets, 0.002, 5);
  for (let at = 0; at < pairs.length; at += 4) {
    const key = [items[pairs[at] as number], items[pairs[at + 1] as number]].sort().join("|");
    const [ours, theirs] = [pairs[at + 2], mined.pairs.get(key)];
    if (theirs !== undefined && ours !== theirs) throw new Error(`${key}: ${ours}, not ${theirs}`);
  }
  const fitted = cpuMs(() => fitItemItem(baskets), 40);
  console.log(
    `\nGroceries: fit ${fitted.toFixed(1)} ms; node-fpgrowth at support .002 ${mined.ms.toFixed(0)} ms, ${(mined.ms / fitted).toFixed(0)} x (all its ${mined.pairs.size} pairs counted alike)`,
  );
}

function easeSpeed(size: number): void {
  const random = seededRandom("ease");
  const baskets = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 12 }, () => `i${Math.floor(random.next() ** 2 * size)}`),
  );
  for (let item = 0; item < size; item++) baskets.push([`i${item}`]);
  const counts = itemCounts.finish(itemCounts.addAll(itemCounts.create(), baskets));
  const ms = cpuMs(() => fitEase(counts), 5);
  console.log(`EASE, ${size.toLocaleString("en")} items: ${(ms / 1000).toFixed(2)} s`);
}

const [baskets, sales] = [groceries(), invoices()];
if (baskets === undefined || sales === undefined) {
  console.log("KEFU_DATA_DIR names no folder with the data sets.");
} else {
  const seeds = ["one", "two", "three"];
  quality(
    "Groceries, one hidden, three draws of a fifth",
    seeds.map((seed) => hideOneOfFifth(baskets, seed)),
  );
  const early = sales.slice(0, Math.floor(sales.length * 0.6));
  quality("Gift shop, to tune on: the third fifth, learnt from the first two", [
    splitInvoices(early, 2 / 3, 1, "gifts"),
  ]);
  for (const [part, from] of [
    ["fourth", 0.6],
    ["last", 0.8],
  ] as const) {
    const title = `Gift shop, learnt from all before, asked about the ${part} fifth of the time`;
    quality(title, [splitInvoices(sales, from, from + 0.2, "gifts")]);
  }
  await speed(baskets);
  const fit = cpuMs(() => fitItemItem(sales), 3);
  const [model, { ask: asked }] = [fitItemItem(sales), splitInvoices(sales, 0.9, 1, "speed")];
  const ask = cpuMs(() => asked.map(({ history }) => recommend(model, history)), 5);
  const megabytes = itemModelSnapshot(model).byteLength / 2 ** 20;
  const query = (ask * 1000) / asked.length;
  console.log(
    `Gift shop: fit ${(fit / 1000).toFixed(2)} s, ${query.toFixed(0)} µs a query, ${megabytes.toFixed(1)} MB`,
  );
}
easeSpeed(1700);

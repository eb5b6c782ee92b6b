// Measures what an index costs beside searching: building, memory, changes, storing, suggesting.
//   KEFU_DATA_DIR=<folder> node scripts/run-bench.mjs packages/faq/bench/upkeep.ts [--100k]
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import Fuse from "fuse.js";
import { printTable } from "../../../scripts/bench.ts";
import {
  buildFaqIndex,
  faqSnapshot,
  loadFaqIndex,
  searchFaq,
  suggestFaq,
  updateFaqIndex,
} from "../src/index.ts";
import { type DataSet, madeBase, readDataSets, sampled } from "./data-sets.ts";
import { PEERS, toEntry } from "./engines.ts";
import { createRandom } from "./random.ts";

const sets = readDataSets(process.env["KEFU_DATA_DIR"]);
const LANGUAGES = [
  { name: "English", isChinese: false, locale: "en" },
  { name: "Chinese", isChinese: true, locale: "zh-Hans" },
] as const;
type Language = (typeof LANGUAGES)[number];

/** CPU milliseconds of some work. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Builds in this process, which does nothing else, and prints CPU and heap as JSON. */
async function buildAlone(engine: string, size: number, { isChinese, locale }: Language) {
  const documents = madeBase(sets, isChinese, size);
  const peer = PEERS.find(({ name }) => name === engine);
  const entries = peer === undefined ? documents.map((one) => toEntry(one, locale)) : [];
  const collect = globalThis.gc as () => void;
  const used = () => {
    // Buffers are given back one collection late.
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 2 ** 20;
  };
  const before = used();
  const since = process.cpuUsage();
  const built = peer === undefined ? buildFaqIndex(entries) : await peer.build(documents, locale);
  const { user, system } = process.cpuUsage(since);
  const heap = used() - before;
  console.log(JSON.stringify({ cpu: (user + system) / 1000, heap, built: typeof built }));
}

function buildRows(size: number, language: Language) {
  const script = fileURLToPath(import.meta.url);
  const engines = ["@kefu/faq", "minisearch default", "minisearch tuned"];
  const costs = engines.map((engine) => {
    const words = [script, "--build", engine, String(size), language.name];
    const out = execFileSync(process.execPath, ["--expose-gc", ...words], { encoding: "utf8" });
    return { engine, ...(JSON.parse(out) as { cpu: number; heap: number }) };
  });
  const [own] = costs;
  return costs.map(({ engine, cpu, heap }) => ({
    engine,
    "build CPU ms": Math.round(cpu),
    "@kefu/faq is at": ((own?.cpu ?? 0) / cpu).toFixed(2),
    "heap MB": heap.toFixed(1),
    "@kefu/faq holds": ((own?.heap ?? 0) / heap).toFixed(2),
  }));
}

function upkeepRow(size: number, { name, isChinese, locale }: Language) {
  const entries = madeBase(sets, isChinese, size * 1.2).map((one) => toEntry(one, locale));
  const [base, later] = [entries.slice(0, size), entries.slice(size)];
  const index = buildFaqIndex(base);
  const text = base[0]?.question[locale] ?? "";
  searchFaq(index, text, { locale });
  const each = (work: (at: number) => unknown) => {
    const all = cpuMs(() => {
      for (const at of later.keys()) work(at);
    });
    return (all / later.length).toFixed(3);
  };
  const id = (at: number) => base[at * 3]?.id ?? "";
  const add = each((at) => updateFaqIndex(index, { put: later.slice(at, at + 1) }));
  const replace = each((at) => updateFaqIndex(index, { put: base.slice(at, at + 1) }));
  const remove = each((at) => updateFaqIndex(index, { remove: [id(at)] }));
  const both = each((at) => {
    updateFaqIndex(index, { put: base.slice(at * 3, at * 3 + 1) });
    searchFaq(index, text, { locale });
  });
  const fresh = buildFaqIndex(base);
  faqSnapshot(fresh);
  let bytes = new ArrayBuffer(0);
  const store = cpuMs(() => {
    bytes = faqSnapshot(fresh);
  });
  const loads = [1, 2, 3, 4, 5].map(() => cpuMs(() => loadFaqIndex(bytes)));
  return {
    base: `${size} ${name}`,
    "add ms": add,
    "replace ms": replace,
    "remove ms": remove,
    "put and search ms": both,
    "snapshot MB": (bytes.byteLength / 1e6).toFixed(2),
    "store ms": Math.round(store),
    "first load ms": Math.round(loads[0] ?? 0),
    "load ms": Math.round(Math.min(...loads)),
  };
}

/** Titles typed to a quarter, two fifths and three fifths, with and without a slip: are they among the first five? */
function suggestRows(all: readonly DataSet[]) {
  const titles = sampled(
    [
      ...new Set(
        all
          .filter(({ locale }) => locale === "en")
          .flatMap(({ documents }) => documents.map(({ question }) => question)),
      ),
    ],
    2000,
  );
  const random = createRandom(7);
  const ids = titles.map((_, at) => String(at).padStart(5, "0"));
  const index = buildFaqIndex(titles.map((en, at) => ({ id: ids[at] ?? "", question: { en } })));
  const fuse = new Fuse(titles, { ignoreLocation: true });
  const asked = sampled(
    titles.map((title, at) => ({ title, at })),
    150,
  ).flatMap(({ title, at }) =>
    [0.25, 0.4, 0.6].map((share) => ({
      at,
      clean: title.slice(0, Math.max(6, Math.floor(title.length * share))),
    })),
  );
  const typed = asked.map((one) => ({ ...one, slip: withSlip(one.clean, random) }));
  const engines = {
    "@kefu/faq": (text: string) =>
      suggestFaq(index, text, { locale: "en", limit: 5 }).map(({ id }) => Number(id)),
    "fuse.js": (text: string) => fuse.search(text, { limit: 5 }).map(({ refIndex }) => refIndex),
  };
  return Object.entries(engines).map(([engine, suggest]) => {
    const hits = (of: "clean" | "slip") =>
      typed.filter((one) => suggest(one[of]).some((at) => titles[at] === titles[one.at])).length /
      typed.length;
    const [clean, slip] = [hits("clean"), hits("slip")];
    const all = cpuMs(() => {
      for (const one of typed) suggest(one.clean);
    });
    return {
      engine,
      "hit@5 clean": clean.toFixed(3),
      "hit@5 with a slip": slip.toFixed(3),
      "CPU ms": (all / typed.length).toFixed(2),
    };
  });
}

/** Two neighbouring letters of a word swapped. */
function withSlip(text: string, random: () => number): string {
  const places = Array.from(text.matchAll(/[a-z](?=[a-z]{2})/gi), ({ index }) => index + 1);
  const at = places[Math.floor(random() * places.length)] ?? 0;
  return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
}

const [flag, engine = "", size = "", name = ""] = process.argv.slice(2);
if (sets.length === 0) {
  console.log("KEFU_DATA_DIR names no folder with data sets under faq/: nothing to measure.");
} else if (flag === "--build") {
  await buildAlone(
    engine,
    Number(size),
    LANGUAGES.find((one) => one.name === name) ?? LANGUAGES[0],
  );
} else {
  console.log("\nSuggestions among up to 2,000 titles\n");
  printTable(suggestRows(sets));
  console.log("\nChanging, storing and loading, CPU time\n");
  printTable(LANGUAGES.map((language) => upkeepRow(10_000, language)));
  for (const language of LANGUAGES) {
    const entries = flag === "--100k" ? 100_000 : 10_000;
    console.log(`\nBuilding, ${entries} entries, ${language.name}, each in a process of its own\n`);
    printTable(buildRows(entries, language));
  }
}

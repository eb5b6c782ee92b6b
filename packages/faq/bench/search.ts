// Compares quality and speed of search with its peers, in one process.
//   KEFU_DATA_DIR=<folder> node scripts/run-bench.mjs packages/faq/bench/search.ts [--full] [--100k]
import { printTable } from "../../../scripts/bench.ts";
import { readDataSets } from "./data-sets.ts";
import { measureQuality } from "./quality.ts";
import { measureSpeed } from "./speed.ts";

const sets = readDataSets(process.env["KEFU_DATA_DIR"]);
if (sets.length === 0) {
  console.log("KEFU_DATA_DIR names no folder with data sets under faq/: nothing to measure.");
} else {
  const isFull = process.argv.includes("--full");
  for (const { title, rows } of await measureQuality(sets, isFull)) {
    console.log(`\n${title}\n`);
    printTable(rows);
  }
  const sizes = process.argv.includes("--100k") ? [1_000, 10_000, 100_000] : [1_000, 10_000];
  for (const size of sizes) {
    for (const isChinese of [false, true]) {
      console.log(`\nSpeed, ${size} entries, ${isChinese ? "Chinese" : "English"}\n`);
      printTable(await measureSpeed(sets, { size, isChinese }));
    }
  }
}

import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { seededRandom } from "@kefu/core";

/** What to learn from, and what to judge by: a basket without some item, and the item. */
export interface Task {
  readonly learn: readonly (readonly string[])[];
  readonly ask: readonly { history: readonly string[]; hidden: string; group: string }[];
}

function read<Data>(name: string): Data | undefined {
  const path = `${process.env["KEFU_DATA_DIR"] ?? "../shared/data"}/recommendation/${name}`;
  if (!existsSync(path)) return undefined;
  return JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")) as Data;
}

/** 9,835 baskets of a grocery store. */
export function groceries(): string[][] | undefined {
  const data = read<{ items: { label: string }[]; baskets: number[][] }>("groceries.json.gz");
  return data?.baskets.map((basket) => basket.map((at) => data.items[at]?.label as string));
}

/** 2,340 invoices of a gift shop, in the order of time. */
export function invoices(): string[][] | undefined {
  type Invoice = [string, number, string, string, number[]];
  const data = read<{ products: [string][]; invoices: Invoice[] }>("online-retail-8w.json.gz");
  return data?.invoices.map(([, , , , items]) =>
    [...new Set(items)].map((at) => data.products[at]?.[0] as string),
  );
}

/** A fifth of the baskets, drawn by the seed, loses one item each. */
export function hideOneOfFifth(baskets: readonly string[][], seed: string): Task {
  const random = seededRandom(seed);
  const learn: string[][] = [];
  const ask: Task["ask"][number][] = [];
  baskets.forEach((basket, at) => {
    if (random.next() >= 0.2) learn.push(basket);
    else if (basket.length > 1) ask.push(...hidden(basket, `${at}`, 1, random));
  });
  return { learn, ask };
}

/** Learns from the first invoices and asks about those after them, hiding each of up to five items in turn. */
export function splitInvoices(
  all: readonly string[][],
  from: number,
  to: number,
  seed: string,
): Task {
  const random = seededRandom(seed);
  const [first, last] = [Math.floor(all.length * from), Math.floor(all.length * to)];
  const ask = all
    .slice(first, last)
    .flatMap((basket, at) => (basket.length > 1 ? hidden(basket, `${at}`, 5, random) : []));
  return { learn: all.slice(0, first), ask };
}

type Random = ReturnType<typeof seededRandom>;

function hidden(basket: readonly string[], group: string, times: number, random: Random) {
  const left = [...basket];
  return Array.from({ length: Math.min(times, basket.length) }, () => {
    const [item] = left.splice(random.integer(left.length), 1);
    return { group, hidden: item as string, history: basket.filter((one) => one !== item) };
  });
}

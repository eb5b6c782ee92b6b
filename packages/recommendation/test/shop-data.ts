import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A data set of the folder that the environment variable KEFU_DATA_DIR names; `undefined` where that has none. */
export function shopData<Data>(name: string): Data | undefined {
  const path = join(process.env["KEFU_DATA_DIR"] ?? "../shared/data", name);
  if (!existsSync(path)) return undefined;
  return JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")) as Data;
}

/** The baskets of a grocery store, with the names of what is in them. */
export function groceryBaskets(name = "recommendation/groceries.json.gz"): string[][] | undefined {
  const data = shopData<{ items: { label: string }[]; baskets: number[][] }>(name);
  return data?.baskets.map((basket) => basket.map((at) => data.items[at]?.label as string));
}

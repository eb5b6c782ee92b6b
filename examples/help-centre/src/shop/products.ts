import { fitItemItem, type ItemModel } from "@kefu/recommendation";
import type { Locale } from "../locales.ts";

/** Something that the made-up shop sells. */
export interface Product {
  readonly id: string;
  readonly name: Readonly<Record<Locale, string>>;
  readonly priceMinor: number;
}

const product = (
  id: string,
  priceMinor: number,
  [en, zhHans, zhHant]: readonly [string, string, string],
): Product => ({ id, priceMinor, name: { en, "zh-Hans": zhHans, "zh-Hant": zhHant } });

export const PRODUCTS: readonly Product[] = [
  product("orbit", 24_900, ["Orbit coffee machine", "Orbit 咖啡机", "Orbit 咖啡機"]),
  product("descaler", 1_290, ["Descaler for Orbit", "Orbit 除垢剂", "Orbit 除垢劑"]),
  product("beans", 1_690, ["Coffee beans", "咖啡豆", "咖啡豆"]),
  product("nimbus", 34_900, ["Nimbus robot vacuum", "Nimbus 扫地机器人", "Nimbus 掃地機器人"]),
  product("filters", 1_990, ["Filters for Nimbus", "Nimbus 滤网", "Nimbus 濾網"]),
  product("pine", 7_900, ["Pine hub", "Pine 智能中枢", "Pine 智慧中樞"]),
  product("halo", 2_490, ["Halo lamp", "Halo 智能灯", "Halo 智慧燈"]),
];

export function productById(id: unknown): Product | undefined {
  return PRODUCTS.find((one) => one.id === id);
}

/** What products are called, by id, for sentences about them. */
export function productNames(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(PRODUCTS.map(({ id, name }) => [id, name[locale]]));
}

/** Made-up baskets, each with how often it was bought. */
const BASKETS: readonly (readonly [times: number, ...items: string[]])[] = [
  [18, "orbit", "descaler", "beans"],
  [14, "orbit", "beans"],
  [9, "orbit", "descaler"],
  [12, "beans"],
  [16, "nimbus", "filters"],
  [7, "nimbus"],
  [15, "pine", "halo"],
  [11, "halo"],
  [3, "halo", "beans"],
  [2, "nimbus", "halo"],
];

/** What goes with what, learnt once from the baskets. */
export const MODEL: ItemModel = fitItemItem(
  BASKETS.flatMap(([times, ...items]) => Array.from({ length: times }, () => items)),
);

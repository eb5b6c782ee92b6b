import {
  Because,
  explainBecause,
  type Locale,
  type MessageCatalogue,
  parseInput,
} from "@kefu/core";
import { z } from "zod";

/**
 * The sentence of each reason of this package, for `explainBecause`. They call baskets orders: where yours are something else, such as
 * whole histories, say it in sentences of your own.
 */
export const recommendationMessages: MessageCatalogue = {
  "bought-with": {
    en: "Bought with {item} in {together} of {of} orders.",
    "zh-Hans": "购买“{item}”的 {of} 笔订单中，有 {together} 笔也买了它。",
    "zh-Hant": "購買「{item}」的 {of} 筆訂單中，有 {together} 筆也買了它。",
  },
  "goes-with": {
    en: "Goes with {item}.",
    "zh-Hans": "与“{item}”相配。",
    "zh-Hant": "與「{item}」相配。",
  },
  popular: {
    en: "Popular: in {count} of {of} orders.",
    "zh-Hans": "热门商品：{of} 笔订单中有 {count} 笔。",
    "zh-Hant": "熱門商品：{of} 筆訂單中有 {count} 筆。",
  },
  "often-together": {
    en: "Often bought together: {together} of {of} orders with {item} had it too, {times} times as often as by chance.",
    "zh-Hans":
      "经常一起购买：购买“{item}”的 {of} 笔订单中有 {together} 笔也买了它，是偶然情况的 {times} 倍。",
    "zh-Hant":
      "經常一起購買：購買「{item}」的 {of} 筆訂單中有 {together} 筆也買了它，是偶然情況的 {times} 倍。",
  },
  "same-family": {
    en: "One step up from {item}, at {times} times the price.",
    "zh-Hans": "比“{item}”高一档，价格是其 {times} 倍。",
    "zh-Hant": "比「{item}」高一檔，價格是其 {times} 倍。",
  },
  "like-by-name": {
    en: "Much like {item}, at {times} times the price.",
    "zh-Hans": "与“{item}”相近，价格是其 {times} 倍。",
    "zh-Hant": "與「{item}」相近，價格是其 {times} 倍。",
  },
};

const Names = z.record(z.string(), z.string());

/**
 * The reason of a recommendation, a pair or a step, as a sentence in English, 简体 or 繁體.
 *
 * @param because - the reason
 * @param locale - the language
 * @param names - what items are called in that language, by id; an id without a name stands for itself
 * @throws `InvalidInputError` when an argument is not what is asked for
 *
 * @example
 * ```ts
 * import { explainRecommendation } from "@kefu/recommendation";
 *
 * const because = { code: "bought-with", facts: { item: "t1", together: 31, of: 120 } };
 * explainRecommendation(because, "en", { t1: "green tea" }); // => "Bought with green tea in 31 of 120 orders."
 * explainRecommendation(because, "zh-Hans", { t1: "绿茶" }); // => "购买“绿茶”的 120 笔订单中，有 31 笔也买了它。"
 * ```
 */
export function explainRecommendation(
  because: Because,
  locale: Locale,
  names: Readonly<Record<string, string>> = {},
): string {
  const { code, facts } = parseInput(Because, "because", because);
  const known = parseInput(Names, "names", names);
  const { item } = facts;
  const isNamed = typeof item === "string" && Object.hasOwn(known, item);
  const named = isNamed ? { ...facts, item: known[item] as string } : facts;
  return explainBecause({ code, facts: named }, locale, recommendationMessages);
}

import { type FaqIndex, searchFaq } from "@kefu/faq";
import type { Locale } from "../../src/locales.ts";

/** Short questions, as people ask who do not know yet what to say. */
const VAGUE: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    "washing machine",
    "return fridge",
    "change address",
    "delivery costs",
    "refund",
    "guarantee",
  ],
  "zh-Hans": ["洗衣机", "运费", "保修", "礼品卡", "退款", "维修"],
  "zh-Hant": ["洗衣機", "運費", "保固", "禮物卡", "退款", "維修"],
};

/** A question to which several answers fit about equally well. */
export function askedVaguely(index: FaqIndex, locale: Locale): string {
  const query = VAGUE[locale].find(
    (one) => searchFaq(index, one, { locale, audience: "public" }).outcome === "clarify",
  );
  if (query === undefined) throw new Error(`no question in ${locale} is asked back about`);
  return query;
}

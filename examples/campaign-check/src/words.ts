import { type Locale, localize } from "@kefu/core";

const WORDS = {
  customer: { en: "customer", "zh-Hans": "客户", "zh-Hant": "客戶" },
  gets: { en: "gets", "zh-Hans": "规则", "zh-Hant": "規則" },
  channel: { en: "by", "zh-Hans": "渠道", "zh-Hant": "管道" },
  when: { en: "when", "zh-Hans": "时间", "zh-Hant": "時間" },
  why: { en: "why", "zh-Hans": "原因", "zh-Hant": "原因" },
  nothing: { en: "nothing", "zh-Hans": "无", "zh-Hant": "無" },
  shown: { en: "shown", "zh-Hans": "展示", "zh-Hant": "展示" },
  now: { en: "now", "zh-Hans": "立即", "zh-Hant": "立即" },
  sums: { en: "rule", "zh-Hans": "规则", "zh-Hant": "規則" },
  sent: { en: "sent", "zh-Hans": "发送", "zh-Hant": "發送" },
  later: { en: "of them later", "zh-Hans": "其中延后", "zh-Hant": "其中延後" },
  fine: {
    en: "Nothing to mend in the rules.",
    "zh-Hans": "规则没有需要修正之处。",
    "zh-Hant": "規則沒有需要修正之處。",
  },
  refused: {
    en: "These rules can't be used.",
    "zh-Hans": "这些规则不能使用。",
    "zh-Hant": "這些規則不能使用。",
  },
  mend: { en: "Mend", "zh-Hans": "改法", "zh-Hant": "改法" },
} as const;

/** A word of the tables in a language. */
export function word(name: keyof typeof WORDS, locale: Locale): string {
  return localize(WORDS[name], locale)?.text ?? name;
}

const OUTCOMES = {
  chosen: { en: "chosen", "zh-Hans": "选中", "zh-Hant": "選中" },
  alternative: { en: "could be had instead", "zh-Hans": "可替代", "zh-Hant": "可替代" },
  blocked: {
    en: "blocked by contact policy",
    "zh-Hans": "联系政策不允许",
    "zh-Hant": "聯絡政策不允許",
  },
  "passed-over": { en: "passed over", "zh-Hans": "让位", "zh-Hant": "讓位" },
  "held-out": { en: "held out", "zh-Hans": "对照组", "zh-Hant": "對照組" },
  "not-active": { en: "not its time", "zh-Hans": "不在有效期", "zh-Hant": "不在有效期" },
  "no-profiling": { en: "not asked", "zh-Hans": "未询问", "zh-Hant": "未詢問" },
  unfit: { en: "does not fit", "zh-Hans": "不符合", "zh-Hant": "不符合" },
} as const;

/** What became of a rule, in a language. */
export function outcomeWord(outcome: keyof typeof OUTCOMES, locale: Locale): string {
  return localize(OUTCOMES[outcome], locale)?.text ?? outcome;
}

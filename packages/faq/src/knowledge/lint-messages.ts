import type { MessageCatalogue } from "@kefu/core";

/** Sentences for each {@link KnowledgeFinding}: what is wrong and how to mend it, in English, 简体 and 繁體. */
export const lintMessages: MessageCatalogue = {
  "duplicate-question": {
    en: "Asks nearly the same as {other}. Merge the two, or make plain how they differ.",
    "zh-Hans": "与 {other} 的问题几乎相同。请合并，或写明区别。",
    "zh-Hant": "與 {other} 的問題幾乎相同。請合併，或寫明區別。",
  },
  "unreachable-question": {
    en: "Its own question in {locale} finds {found} instead. Ask it in the words of customers, and add alternates.",
    "zh-Hans": "用自身的问题（{locale}）搜索，却找到 {found}。请改用顾客的说法并补充其他问法。",
    "zh-Hant": "用自身的問題（{locale}）搜尋，卻找到 {found}。請改用顧客的說法並補充其他問法。",
  },
  "empty-alternate": {
    en: "One way of asking is blank. Remove it.",
    "zh-Hans": "有一个空白问法，请删除。",
    "zh-Hant": "有一個空白問法，請刪除。",
  },
  "answer-too-long": {
    en: "The answer has {length} words or characters, more than {most}. Divide the entry.",
    "zh-Hans": "答案长达 {length} 字（词），超过 {most}。请拆分条目。",
    "zh-Hant": "答案長達 {length} 字（詞），超過 {most}。請拆分條目。",
  },
  "answer-hard-to-read": {
    en: "The answer is hard to read ({value}, more than {most}). Write shorter sentences and plainer words.",
    "zh-Hans": "答案不易读懂（{value}，超过 {most}）。请缩短句子，用词浅白。",
    "zh-Hant": "答案不易讀懂（{value}，超過 {most}）。請縮短句子，用詞淺白。",
  },
  "dead-link": {
    en: "Its readers cannot open {target}. Correct or remove the link.",
    "zh-Hans": "读者无法打开 {target}。请更正或删除链接。",
    "zh-Hant": "讀者無法開啟 {target}。請更正或刪除連結。",
  },
  "unknown-category": {
    en: "There is no category {category}. Choose one that exists.",
    "zh-Hans": "没有分类 {category}。请选择现有分类。",
    "zh-Hant": "沒有分類 {category}。請選擇現有分類。",
  },
  "missing-language": {
    en: "Question or answer is missing in {locale}. Translate it.",
    "zh-Hans": "缺少 {locale} 的问题或答案。请翻译。",
    "zh-Hant": "缺少 {locale} 的問題或答案。請翻譯。",
  },
  "stale-translation": {
    en: "The source has changed since {locale} was written. Revise it, or mark it as checked.",
    "zh-Hans": "原文在 {locale} 译文之后有改动。请修订，或标为已核对。",
    "zh-Hant": "原文在 {locale} 譯文之後有更動。請修訂，或標為已核對。",
  },
  "review-overdue": {
    en: "Was to be reviewed by {day}. Read it again.",
    "zh-Hans": "应于 {day} 前复核。请重新审阅。",
    "zh-Hant": "應於 {day} 前覆核。請重新審閱。",
  },
};

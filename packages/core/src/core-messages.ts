import type { MessageCatalogue } from "./because.ts";

/** Sentences for the outcomes and errors of this package, in English, 简体 and 繁體, for {@link explainBecause}. */
export const coreMessages: MessageCatalogue = {
  conflict: {
    en: "Someone else has changed this in the meantime. Please look again.",
    "zh-Hans": "内容已被他人更改，请重新查看。",
    "zh-Hant": "內容已被他人更改，請重新查看。",
  },
  duplicate: {
    en: "This has already been done.",
    "zh-Hans": "此操作已完成。",
    "zh-Hant": "此操作已完成。",
  },
  "invalid-input": {
    en: "Something in this input is not as it should be.",
    "zh-Hans": "输入内容有误。",
    "zh-Hant": "輸入內容有誤。",
  },
  "currency-mismatch": {
    en: "These amounts are in different currencies.",
    "zh-Hans": "金额的币种不一致。",
    "zh-Hant": "金額的幣別不一致。",
  },
  "amount-overflow": {
    en: "This amount is too large.",
    "zh-Hans": "金额过大。",
    "zh-Hant": "金額過大。",
  },
};

import type { MessageCatalogue } from "@kefu/core";

/** The sentence of each definition and of each reason of this package, for `explainBecause`. */
export const satisfactionMessages: MessageCatalogue = {
  "net-promoter-score": {
    en: "Share of those who answer 9 or 10 less the share of those who answer 0 to 6, in points.",
    "zh-Hans": "回答 9 或 10 的比例减去回答 0 到 6 的比例，以分计。",
    "zh-Hant": "回答 9 或 10 的比例減去回答 0 到 6 的比例，以分計。",
  },
  "customer-satisfaction": {
    en: "Share of answers from {good} to {highest} on a scale from {lowest} to {highest}.",
    "zh-Hans": "在 {lowest} 到 {highest} 的量表上，回答 {good} 到 {highest} 的比例。",
    "zh-Hant": "在 {lowest} 到 {highest} 的量表上，回答 {good} 到 {highest} 的比例。",
  },
  "customer-effort": {
    en: "Share of those who call it easy: answers from {good} to {highest} on a scale from {lowest} to {highest}.",
    "zh-Hans": "认为省事的比例：在 {lowest} 到 {highest} 的量表上回答 {good} 到 {highest}。",
    "zh-Hant": "認為省事的比例：在 {lowest} 到 {highest} 的量表上回答 {good} 到 {highest}。",
  },
  invited: {
    en: "The customer may be asked on {on}.",
    "zh-Hans": "可以在 {on} 邀请这位顾客。",
    "zh-Hant": "可以在 {on} 邀請這位顧客。",
  },
  "no-consent": {
    en: "The customer does not want to be asked.",
    "zh-Hans": "顾客不愿意接受调查。",
    "zh-Hant": "顧客不願意接受調查。",
  },
  "not-sampled": {
    en: "The customer is not in the sample of this survey.",
    "zh-Hans": "顾客不在本次调查的样本中。",
    "zh-Hant": "顧客不在本次調查的樣本中。",
  },
  "open-complaint": {
    en: "A complaint of the customer is still open.",
    "zh-Hans": "顾客的投诉尚未解决。",
    "zh-Hant": "顧客的投訴尚未解決。",
  },
  "event-too-old": {
    en: "What would be asked about is too long ago: it was on {on}.",
    "zh-Hans": "要询问的事情已过去太久：发生于 {on}。",
    "zh-Hant": "要詢問的事情已過去太久：發生於 {on}。",
  },
  "recently-invited": {
    en: "The customer was invited to a survey on {on} and is left alone until {until}.",
    "zh-Hans": "顾客在 {on} 收到过调查邀请，在 {until} 之前不再打扰。",
    "zh-Hant": "顧客在 {on} 收到過調查邀請，在 {until} 之前不再打擾。",
  },
  "recently-answered": {
    en: "The customer answered this survey on {on} and is not asked again until {until}.",
    "zh-Hans": "顾客在 {on} 回答过本调查，在 {until} 之前不再询问。",
    "zh-Hant": "顧客在 {on} 回答過本調查，在 {until} 之前不再詢問。",
  },
  "too-many-invitations": {
    en: "The customer has been invited {count} times since {on}, which is enough until {until}.",
    "zh-Hans": "自 {on} 起已邀请该顾客 {count} 次，在 {until} 之前不再邀请。",
    "zh-Hant": "自 {on} 起已邀請該顧客 {count} 次，在 {until} 之前不再邀請。",
  },
};

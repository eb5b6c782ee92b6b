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
    en: "The customer may be asked.",
    "zh-Hans": "可以邀请这位顾客。",
    "zh-Hant": "可以邀請這位顧客。",
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
    en: "What would be asked about is too long ago.",
    "zh-Hans": "要询问的事情已过去太久。",
    "zh-Hant": "要詢問的事情已過去太久。",
  },
  "recently-invited": {
    en: "The customer was invited to a survey not long ago.",
    "zh-Hans": "顾客不久前刚收到过调查邀请。",
    "zh-Hant": "顧客不久前剛收到過調查邀請。",
  },
  "recently-answered": {
    en: "The customer answered this survey not long ago.",
    "zh-Hans": "顾客不久前刚回答过本调查。",
    "zh-Hant": "顧客不久前剛回答過本調查。",
  },
  "too-many-invitations": {
    en: "The customer has been invited often enough in this period.",
    "zh-Hans": "这段时间内已多次邀请该顾客。",
    "zh-Hant": "這段時間內已多次邀請該顧客。",
  },
};

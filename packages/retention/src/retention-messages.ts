import type { MessageCatalogue } from "@kefu/core";
import { valueMessages } from "./value/value-messages.ts";

/** The sentence of each definition and of each reason of this package, for `explainBecause`. */
export const retentionMessages: MessageCatalogue = {
  ...valueMessages,
  "customer-histories": {
    en: "On how many days each customer bought again, when first and last, and for how much, as known on {asOf}.",
    "zh-Hans": "截至 {asOf}，每位顾客再次购买的天数、首次与最近一次购买的时间以及金额。",
    "zh-Hant": "截至 {asOf}，每位顧客再次購買的天數、首次與最近一次購買的時間以及金額。",
  },
  rfm: {
    en: "Customers scored from 1 to {bins} by how lately, how often and for how much they bought.",
    "zh-Hans": "按最近购买时间、购买次数和金额，把顾客评为 1 到 {bins} 分。",
    "zh-Hant": "按最近購買時間、購買次數和金額，把顧客評為 1 到 {bins} 分。",
  },
  "rfm-transitions": {
    en: "Which customers went from one segment to another between two dates.",
    "zh-Hans": "两个日期之间，顾客从一个细分转到另一个细分的情况。",
    "zh-Hant": "兩個日期之間，顧客從一個細分轉到另一個細分的情況。",
  },
  "cohort-retention": {
    en: "Share of the customers who came in the same period that were active in a later one, as known on {asOf}.",
    "zh-Hans": "截至 {asOf}，同一时期到来的顾客在之后各时期仍活跃的比例。",
    "zh-Hant": "截至 {asOf}，同一時期到來的顧客在之後各時期仍活躍的比例。",
  },
  "alive-probability-below": {
    en: "Customers count as lost whose chance to be still there is below {below}, by the model {model}.",
    "zh-Hans": "按 {model} 模型，仍在的概率低于 {below} 的顾客视为流失。",
    "zh-Hant": "按 {model} 模型，仍在的機率低於 {below} 的顧客視為流失。",
  },
  survival: {
    en: "Share of customers whose contracts outlast each time (Kaplan–Meier).",
    "zh-Hans": "合同持续超过各时点的顾客比例（Kaplan–Meier）。",
    "zh-Hant": "合約持續超過各時點的顧客比例（Kaplan–Meier）。",
  },
  "cumulative-hazard": {
    en: "How the readiness to leave adds up over time (Nelson–Aalen).",
    "zh-Hans": "流失倾向随时间的累积（Nelson–Aalen）。",
    "zh-Hant": "流失傾向隨時間的累積（Nelson–Aalen）。",
  },
  "log-rank": {
    en: "Whether groups of customers stay differently long (log-rank test).",
    "zh-Hans": "各组顾客的留存时间是否不同（对数秩检验）。",
    "zh-Hant": "各組顧客的留存時間是否不同（對數秩檢定）。",
  },
  "beta-geometric": {
    en: "Each customer has a chance of his own to leave, the same at each of {renewals} renewals (shifted beta–geometric).",
    "zh-Hans": "每位顾客各有流失概率，在 {renewals} 次续约中不变（移位贝塔—几何模型）。",
    "zh-Hant": "每位顧客各有流失機率，在 {renewals} 次續約中不變（移位貝塔—幾何模型）。",
  },
  "beta-discrete-weibull": {
    en: "Each customer has a chance of his own to leave, which changes over {renewals} renewals (beta–discrete-Weibull).",
    "zh-Hans": "每位顾客各有流失概率，并随 {renewals} 次续约变化（贝塔—离散威布尔模型）。",
    "zh-Hant": "每位顧客各有流失機率，並隨 {renewals} 次續約變化（貝塔—離散韋伯模型）。",
  },
  geometric: {
    en: "All customers have the same chance to leave at each of {renewals} renewals (geometric).",
    "zh-Hans": "所有顾客在 {renewals} 次续约中的流失概率相同（几何模型）。",
    "zh-Hant": "所有顧客在 {renewals} 次續約中的流失機率相同（幾何模型）。",
  },
  "discrete-weibull": {
    en: "All customers have the same chance to leave, which changes over {renewals} renewals (discrete Weibull).",
    "zh-Hans": "所有顾客流失概率相同，并随 {renewals} 次续约变化（离散威布尔模型）。",
    "zh-Hant": "所有顧客流失機率相同，並隨 {renewals} 次續約變化（離散韋伯模型）。",
  },
  "churn-contractual": {
    en: "Share of customers whose contract has ended.",
    "zh-Hans": "合同已结束的顾客比例。",
    "zh-Hant": "合約已結束的顧客比例。",
  },
  "churn-silence": {
    en: "Share of customers silent for longer than the {quantile} quantile of usual gaps between purchases.",
    "zh-Hans": "沉默时间超过平常购买间隔 {quantile} 分位数的顾客比例。",
    "zh-Hant": "沉默時間超過平常購買間隔 {quantile} 分位數的顧客比例。",
  },
  "contract-ended": {
    en: "The contract ended on {endedOn}.",
    "zh-Hans": "合同已于 {endedOn} 结束。",
    "zh-Hant": "合約已於 {endedOn} 結束。",
  },
  "contract-runs": {
    en: "The contract runs.",
    "zh-Hans": "合同仍在有效期内。",
    "zh-Hant": "合約仍在有效期內。",
  },
  "silent-too-long": {
    en: "Silent for {silentDays} days; up to {usualDays} are usual.",
    "zh-Hans": "已沉默 {silentDays} 天；平常不超过 {usualDays} 天。",
    "zh-Hant": "已沉默 {silentDays} 天；平常不超過 {usualDays} 天。",
  },
  "silent-as-usual": {
    en: "Silent for {silentDays} days, within the usual {usualDays}.",
    "zh-Hans": "已沉默 {silentDays} 天，仍在平常的 {usualDays} 天之内。",
    "zh-Hant": "已沉默 {silentDays} 天，仍在平常的 {usualDays} 天之內。",
  },
  "no-purchases": {
    en: "There is no purchase to count from.",
    "zh-Hans": "没有可作起点的购买。",
    "zh-Hant": "沒有可作起點的購買。",
  },
  "too-few-gaps": {
    en: "Fewer than {fewestGaps} gaps between purchases tell what is usual.",
    "zh-Hans": "购买间隔少于 {fewestGaps} 个，无法判断平常情况。",
    "zh-Hant": "購買間隔少於 {fewestGaps} 個，無法判斷平常情況。",
  },
  "worth-winning-back": {
    en: "Reaching out gains {gainMinor} on average, in the smallest unit: worth {valueMinor}, with a chance of {successShare}.",
    "zh-Hans":
      "主动联系平均可得 {gainMinor}（最小货币单位）：价值 {valueMinor}，成功概率 {successShare}。",
    "zh-Hant":
      "主動聯繫平均可得 {gainMinor}（最小貨幣單位）：價值 {valueMinor}，成功機率 {successShare}。",
  },
  "not-churned": {
    en: "The customer is not lost.",
    "zh-Hans": "顾客并未流失。",
    "zh-Hant": "顧客並未流失。",
  },
  "churn-unknown": {
    en: "Whether the customer is lost cannot be said.",
    "zh-Hans": "无法判断顾客是否流失。",
    "zh-Hant": "無法判斷顧客是否流失。",
  },
  "no-consent": {
    en: "The customer does not want to be written to.",
    "zh-Hans": "顾客不同意接收联系。",
    "zh-Hant": "顧客不同意接收聯繫。",
  },
  "silent-for-ever": {
    en: "The customer has been silent for too long.",
    "zh-Hans": "顾客沉默已太久。",
    "zh-Hant": "顧客沉默已太久。",
  },
  "not-worthwhile": {
    en: "Reaching out costs more than it gains.",
    "zh-Hans": "联系成本高于预期收益。",
    "zh-Hant": "聯繫成本高於預期收益。",
  },
  "beyond-limit": {
    en: "Others are more worthwhile.",
    "zh-Hans": "有更值得联系的顾客。",
    "zh-Hant": "有更值得聯繫的顧客。",
  },
  "loyalty-matrix": {
    en: "Attitude from {attitudeFrom} on counts as will, behaviour from {behaviourFrom} on as deed.",
    "zh-Hans": "态度达到 {attitudeFrom} 视为有心，行为达到 {behaviourFrom} 视为有行动。",
    "zh-Hant": "態度達到 {attitudeFrom} 視為有心，行為達到 {behaviourFrom} 視為有行動。",
  },
};

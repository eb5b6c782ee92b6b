import type { MessageCatalogue } from "@kefu/core";

/** Sentences for why something is offered or not, in English, 简体 and 繁體. */
export const decisionMessages: MessageCatalogue = {
  "no-profiling": {
    en: "The customer's profile is not looked at: the customer has not agreed to it.",
    "zh-Hans": "未查看客户画像：客户尚未同意。",
    "zh-Hant": "未查看客戶輪廓：客戶尚未同意。",
  },
  "held-out": {
    en: "The customer belongs to those who get nothing, so that the effect can be measured.",
    "zh-Hans": "客户属于对照组，用于衡量效果。",
    "zh-Hant": "客戶屬於對照組，用於衡量成效。",
  },
  exclusive: {
    en: "Rule {rule} gives way: {winner} of the group {group} comes first.",
    "zh-Hans": "规则{rule}让位：{group}组中{winner}优先。",
    "zh-Hant": "規則{rule}讓位：{group}組中{winner}優先。",
  },
  "not-in-share": {
    en: "Rule {rule} is for a share of the customers only, and this one is not among them.",
    "zh-Hans": "规则{rule}只面向部分客户，此客户不在其中。",
    "zh-Hant": "規則{rule}只面向部分客戶，此客戶不在其中。",
  },
  "no-variant": {
    en: "Rule {rule} has no variant for this customer.",
    "zh-Hans": "规则{rule}没有适用于此客户的版本。",
    "zh-Hant": "規則{rule}沒有適用於此客戶的版本。",
  },
  "passed-on": {
    en: "Rule {rule} only counts this customer ({variant}); the next rule decides.",
    "zh-Hans": "规则{rule}仅统计此客户（{variant}），由下一条规则决定。",
    "zh-Hant": "規則{rule}僅統計此客戶（{variant}），由下一條規則決定。",
  },
  "rule-blocked": {
    en: "Rule {rule} fits, but its message cannot reach the customer.",
    "zh-Hans": "规则{rule}适用，但消息无法送达客户。",
    "zh-Hant": "規則{rule}適用，但訊息無法送達客戶。",
  },
  "rule-counts": {
    en: "Rule {rule} fits.",
    "zh-Hans": "规则{rule}适用。",
    "zh-Hant": "規則{rule}適用。",
  },
  "no-rule": {
    en: "No rule fits.",
    "zh-Hans": "没有适用的规则。",
    "zh-Hant": "沒有適用的規則。",
  },
  "not-yet": {
    en: "Counts from {bound} on.",
    "zh-Hans": "自{bound}起生效。",
    "zh-Hant": "自{bound}起生效。",
  },
  "no-longer": {
    en: "Counted until {bound}.",
    "zh-Hans": "已于{bound}失效。",
    "zh-Hant": "已於{bound}失效。",
  },
  "past-responses": {
    en: "{count} of {total} past responses came in this hour.",
    "zh-Hans": "过去{total}次回应中有{count}次在此时段。",
    "zh-Hant": "過去{total}次回應中有{count}次在此時段。",
  },
  "few-responses": {
    en: "Only {total} of the {minimum} responses that it takes to tell.",
    "zh-Hans": "仅有{total}次回应，至少需要{minimum}次才能判断。",
    "zh-Hant": "僅有{total}次回應，至少需要{minimum}次才能判斷。",
  },
  "searched-for": {
    en: "Searched for {topic} {searches} times in {days} days.",
    "zh-Hans": "{days}天内搜索{topic}{searches}次。",
    "zh-Hant": "{days}天內搜尋{topic}{searches}次。",
  },
  "days-after": {
    en: "{days} days after: {on}.",
    "zh-Hans": "{on}之后{days}天。",
    "zh-Hant": "{on}之後{days}天。",
  },
  "days-before": {
    en: "{days} days before: {on}.",
    "zh-Hans": "{on}之前{days}天。",
    "zh-Hant": "{on}之前{days}天。",
  },
};

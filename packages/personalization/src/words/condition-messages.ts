import type { LocalizedText, MessageCatalogue } from "@kefu/core";

/** What stands for a field that must not be printed. */
export const PRIVATE_FIELD: LocalizedText = {
  en: "a private field",
  "zh-Hans": "不公开的信息",
  "zh-Hant": "不公開的資訊",
};

/** What stands for a value that is not there. */
export const NOT_KNOWN: LocalizedText = { en: "not known", "zh-Hans": "未知", "zh-Hant": "未知" };

/** Whether the customer is in a segment. */
export const segmentMessages: MessageCatalogue = {
  "in-segment": {
    en: "The customer is in the segment {segment}.",
    "zh-Hans": "客户属于分群{segment}。",
    "zh-Hant": "客戶屬於分群{segment}。",
  },
  "not-in-segment": {
    en: "The customer is not in the segment {segment}.",
    "zh-Hans": "客户不属于分群{segment}。",
    "zh-Hant": "客戶不屬於分群{segment}。",
  },
};

/** Whether a question about a field holds. */
export const answerMessages: MessageCatalogue = {
  met: {
    en: "{field} fits ({actual}): {question}.",
    "zh-Hans": "{field}符合（{actual}）：{question}。",
    "zh-Hant": "{field}符合（{actual}）：{question}。",
  },
  unmet: {
    en: "{field} does not fit ({actual}): {question}.",
    "zh-Hans": "{field}不符合（{actual}）：{question}。",
    "zh-Hant": "{field}不符合（{actual}）：{question}。",
  },
  "met-in-private": {
    en: "{field} fits.",
    "zh-Hans": "{field}符合。",
    "zh-Hant": "{field}符合。",
  },
  "unmet-in-private": {
    en: "{field} does not fit.",
    "zh-Hans": "{field}不符合。",
    "zh-Hant": "{field}不符合。",
  },
};

/** What the operators of core ask. */
export const questionMessages: MessageCatalogue = {
  eq: { en: "is {expected}", "zh-Hans": "等于{expected}", "zh-Hant": "等於{expected}" },
  ne: { en: "is not {expected}", "zh-Hans": "不等于{expected}", "zh-Hant": "不等於{expected}" },
  gt: { en: "above {expected}", "zh-Hans": "大于{expected}", "zh-Hant": "大於{expected}" },
  gte: { en: "at least {expected}", "zh-Hans": "至少{expected}", "zh-Hant": "至少{expected}" },
  lt: { en: "below {expected}", "zh-Hans": "小于{expected}", "zh-Hant": "小於{expected}" },
  lte: { en: "at most {expected}", "zh-Hans": "至多{expected}", "zh-Hant": "至多{expected}" },
  in: { en: "one of {expected}", "zh-Hans": "{expected}之一", "zh-Hant": "{expected}之一" },
  nin: { en: "none of {expected}", "zh-Hans": "不属于{expected}", "zh-Hant": "不屬於{expected}" },
  containsAll: {
    en: "has all of {expected}",
    "zh-Hans": "包含全部{expected}",
    "zh-Hant": "包含全部{expected}",
  },
  contains: { en: "contains {expected}", "zh-Hans": "包含{expected}", "zh-Hant": "包含{expected}" },
  startsWith: {
    en: "starts with {expected}",
    "zh-Hans": "以{expected}开头",
    "zh-Hant": "以{expected}開頭",
  },
  endsWith: {
    en: "ends with {expected}",
    "zh-Hans": "以{expected}结尾",
    "zh-Hant": "以{expected}結尾",
  },
  matches: { en: "matches {expected}", "zh-Hans": "匹配{expected}", "zh-Hant": "符合{expected}" },
  before: { en: "before {expected}", "zh-Hans": "早于{expected}", "zh-Hant": "早於{expected}" },
  after: { en: "after {expected}", "zh-Hans": "晚于{expected}", "zh-Hant": "晚於{expected}" },
  withinLast: {
    en: "within the last {expected}",
    "zh-Hans": "在过去{expected}内",
    "zh-Hant": "在過去{expected}內",
  },
  withinNext: {
    en: "within the next {expected}",
    "zh-Hans": "在未来{expected}内",
    "zh-Hant": "在未來{expected}內",
  },
  olderThan: {
    en: "longer ago than {expected}",
    "zh-Hans": "早于{expected}之前",
    "zh-Hant": "早於{expected}之前",
  },
  verEq: { en: "version {expected}", "zh-Hans": "版本{expected}", "zh-Hant": "版本{expected}" },
  verNe: {
    en: "not version {expected}",
    "zh-Hans": "不是版本{expected}",
    "zh-Hant": "不是版本{expected}",
  },
  verGt: {
    en: "newer than version {expected}",
    "zh-Hans": "新于版本{expected}",
    "zh-Hant": "新於版本{expected}",
  },
  verGte: {
    en: "version {expected} or newer",
    "zh-Hans": "版本{expected}或更新",
    "zh-Hant": "版本{expected}或更新",
  },
  verLt: {
    en: "older than version {expected}",
    "zh-Hans": "旧于版本{expected}",
    "zh-Hant": "舊於版本{expected}",
  },
  verLte: {
    en: "version {expected} or older",
    "zh-Hans": "版本{expected}或更旧",
    "zh-Hant": "版本{expected}或更舊",
  },
  type: {
    en: "of the kind {expected}",
    "zh-Hans": "类型为{expected}",
    "zh-Hant": "類型為{expected}",
  },
  present: { en: "known", "zh-Hans": "已知", "zh-Hant": "已知" },
  absent: { en: "not known", "zh-Hans": "未知", "zh-Hant": "未知" },
  inGroup: {
    en: "in the group {expected}",
    "zh-Hans": "在{expected}组中",
    "zh-Hant": "在{expected}組中",
  },
  notInGroup: {
    en: "not in the group {expected}",
    "zh-Hans": "不在{expected}组中",
    "zh-Hant": "不在{expected}組中",
  },
  some: { en: "one of them fits", "zh-Hans": "其中之一符合", "zh-Hant": "其中之一符合" },
  count: { en: "so many of them", "zh-Hans": "数量", "zh-Hant": "數量" },
};

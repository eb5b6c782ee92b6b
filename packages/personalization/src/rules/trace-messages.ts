import type { FieldCondition, MessageCatalogue } from "@kefu/core";

type Words = readonly [english: string, simplified: string, traditional: string];

/** The question that an operator asks. */
const QUESTIONS: Readonly<Record<FieldCondition["op"] | "segment" | "private", Words>> = {
  eq: ["Is “{field}” {expected}?", "“{field}”是否为{expected}？", "「{field}」是否為{expected}？"],
  ne: ["Is “{field}” other than {expected}?", "“{field}”是否不为{expected}？", "「{field}」是否不為{expected}？"],
  gt: ["Is “{field}” more than {expected}?", "“{field}”是否大于{expected}？", "「{field}」是否大於{expected}？"],
  gte: ["Is “{field}” at least {expected}?", "“{field}”是否至少为{expected}？", "「{field}」是否至少為{expected}？"],
  lt: ["Is “{field}” less than {expected}?", "“{field}”是否小于{expected}？", "「{field}」是否小於{expected}？"],
  lte: ["Is “{field}” at most {expected}?", "“{field}”是否至多为{expected}？", "「{field}」是否至多為{expected}？"],
  in: ["Is “{field}” one of {expected}?", "“{field}”是否为{expected}之一？", "「{field}」是否為{expected}之一？"],
  nin: ["Is “{field}” none of {expected}?", "“{field}”是否不在{expected}之中？", "「{field}」是否不在{expected}之中？"],
  containsAll: ["Does “{field}” have all of {expected}?", "“{field}”是否包含全部{expected}？", "「{field}」是否包含全部{expected}？"],
  contains: ["Does “{field}” contain {expected}?", "“{field}”是否包含{expected}？", "「{field}」是否包含{expected}？"],
  startsWith: ["Does “{field}” start with {expected}?", "“{field}”是否以{expected}开头？", "「{field}」是否以{expected}開頭？"],
  endsWith: ["Does “{field}” end with {expected}?", "“{field}”是否以{expected}结尾？", "「{field}」是否以{expected}結尾？"],
  matches: ["Does “{field}” match {expected}?", "“{field}”是否匹配{expected}？", "「{field}」是否符合{expected}？"],
  before: ["Is “{field}” before {expected}?", "“{field}”是否早于{expected}？", "「{field}」是否早於{expected}？"],
  after: ["Is “{field}” after {expected}?", "“{field}”是否晚于{expected}？", "「{field}」是否晚於{expected}？"],
  withinLast: ["Was “{field}” within the last {expected}?", "“{field}”是否在过去{expected}内？", "「{field}」是否在過去{expected}內？"],
  withinNext: ["Is “{field}” within the next {expected}?", "“{field}”是否在未来{expected}内？", "「{field}」是否在未來{expected}內？"],
  olderThan: ["Is “{field}” longer ago than {expected}?", "“{field}”距今是否超过{expected}？", "「{field}」距今是否超過{expected}？"],
  verEq: ["Is version “{field}” {expected}?", "版本“{field}”是否为{expected}？", "版本「{field}」是否為{expected}？"],
  verNe: ["Is version “{field}” other than {expected}?", "版本“{field}”是否不为{expected}？", "版本「{field}」是否不為{expected}？"],
  verGt: ["Is version “{field}” later than {expected}?", "版本“{field}”是否高于{expected}？", "版本「{field}」是否高於{expected}？"],
  verGte: ["Is version “{field}” {expected} or later?", "版本“{field}”是否不低于{expected}？", "版本「{field}」是否不低於{expected}？"],
  verLt: ["Is version “{field}” earlier than {expected}?", "版本“{field}”是否低于{expected}？", "版本「{field}」是否低於{expected}？"],
  verLte: ["Is version “{field}” {expected} or earlier?", "版本“{field}”是否不高于{expected}？", "版本「{field}」是否不高於{expected}？"],
  type: ["Is “{field}” of the kind {expected}?", "“{field}”的类型是否为{expected}？", "「{field}」的型別是否為{expected}？"],
  present: ["Is “{field}” known?", "“{field}”是否已知？", "「{field}」是否已知？"],
  absent: ["Is “{field}” unknown?", "“{field}”是否未知？", "「{field}」是否未知？"],
  inGroup: ["Is “{field}” in the group “{expected}”?", "“{field}”是否在名单“{expected}”中？", "「{field}」是否在名單「{expected}」中？"],
  notInGroup: ["Is “{field}” not in the group “{expected}”?", "“{field}”是否不在名单“{expected}”中？", "「{field}」是否不在名單「{expected}」中？"],
  some: ["Does an element of “{field}” fit?", "“{field}”中是否有符合的项？", "「{field}」中是否有符合的項？"],
  count: ["Does the length of “{field}” fit?", "“{field}”的数量是否符合？", "「{field}」的數量是否符合？"],
  segment: ["Is the customer in the segment “{field}”?", "客户是否属于客群“{field}”？", "客戶是否屬於客群「{field}」？"],
  private: ["Does a private field fit?", "一项隐私信息是否符合？", "一項隱私資料是否符合？"],
};

const ANSWERS: Readonly<Record<string, Words>> = {
  yes: [" Yes.", "是。", "是。"],
  no: [" No.", "否。", "否。"],
  "yes-it-is": [" Yes: it is {actual}.", "是：实际为{actual}。", "是：實際為{actual}。"],
  "no-it-is": [" No: it is {actual}.", "否：实际为{actual}。", "否：實際為{actual}。"],
  "yes-unknown": [" Yes: it is not known.", "是：实际未知。", "是：實際未知。"],
  "no-unknown": [" No: it is not known.", "否：实际未知。", "否：實際未知。"],
};

const UNITS: Readonly<Record<string, Words>> = {
  weeks: ["{count} weeks", "{count}周", "{count}週"],
  days: ["{count} days", "{count}天", "{count}天"],
  hours: ["{count} hours", "{count}小时", "{count}小時"],
  minutes: ["{count} minutes", "{count}分钟", "{count}分鐘"],
  seconds: ["{count} seconds", "{count}秒", "{count}秒"],
};

/** The words of traces, in English, 简体 and 繁體: questions under `ask-` and the operator, answers, and units of time. */
export const traceMessages: MessageCatalogue = /* @__PURE__ */ catalogueOf({
  ask: QUESTIONS,
  answer: ANSWERS,
  unit: UNITS,
});

function catalogueOf(
  groups: Readonly<Record<string, Readonly<Record<string, Words>>>>,
): MessageCatalogue {
  const entries = Object.entries(groups).flatMap(([prefix, words]) =>
    Object.entries(words).map(([name, [en, simplified, traditional]]) => {
      const text = { en, "zh-Hans": simplified, "zh-Hant": traditional };
      return [`${prefix}-${name}`, text] as const;
    }),
  );
  return Object.fromEntries(entries);
}

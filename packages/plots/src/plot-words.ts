import { type LocalizedText, localize } from "@kefu/core";

/** The sentences of all figures, by what they say. `{name}` is filled in. */
const SENTENCES = {
  interval: {
    en: "{lower} to {upper}",
    "zh-Hans": "{lower} 至 {upper}",
    "zh-Hant": "{lower} 至 {upper}",
  },
  unknown: { en: "not yet known", "zh-Hans": "尚未可知", "zh-Hant": "尚未可知" },
  cohort: { en: "Cohort", "zh-Hans": "同期群", "zh-Hant": "同期群" },
  customers: { en: "Customers", "zh-Hans": "顾客", "zh-Hant": "顧客" },
  mean: { en: "Mean", "zh-Hans": "平均", "zh-Hant": "平均" },
  "axis-day": { en: "Days", "zh-Hans": "天数", "zh-Hant": "天數" },
  "axis-week": { en: "Weeks", "zh-Hans": "周数", "zh-Hant": "週數" },
  "axis-month": { en: "Months", "zh-Hans": "月数", "zh-Hant": "月數" },
  "axis-quarter": { en: "Quarters", "zh-Hans": "季度数", "zh-Hant": "季度數" },
  "axis-year": { en: "Years", "zh-Hans": "年数", "zh-Hant": "年數" },
  "after-day": { en: "day {count}", "zh-Hans": "第 {count} 天", "zh-Hant": "第 {count} 天" },
  "after-week": { en: "week {count}", "zh-Hans": "第 {count} 周", "zh-Hant": "第 {count} 週" },
  "after-month": {
    en: "month {count}",
    "zh-Hans": "第 {count} 个月",
    "zh-Hant": "第 {count} 個月",
  },
  "after-quarter": {
    en: "quarter {count}",
    "zh-Hans": "第 {count} 季度",
    "zh-Hant": "第 {count} 季度",
  },
  "after-year": { en: "year {count}", "zh-Hans": "第 {count} 年", "zh-Hant": "第 {count} 年" },
  "cohorts-described": {
    en: "{cohorts} cohorts with {customers} customers.",
    "zh-Hans": "{cohorts} 个同期群，共 {customers} 位顾客。",
    "zh-Hant": "{cohorts} 個同期群，共 {customers} 位顧客。",
  },
  "cohorts-range": {
    en: "In {period}, {lowest} to {highest} of a cohort.",
    "zh-Hans": "{period}，各同期群为 {lowest} 至 {highest}。",
    "zh-Hant": "{period}，各同期群為 {lowest} 至 {highest}。",
  },
  "cohorts-single": {
    en: "In {period}, {lowest} of a cohort.",
    "zh-Hans": "{period}为 {lowest}。",
    "zh-Hant": "{period}為 {lowest}。",
  },
  "at-risk": { en: "At risk", "zh-Hans": "在观察者", "zh-Hant": "在觀察者" },
  time: { en: "Time", "zh-Hans": "时间", "zh-Hant": "時間" },
  survival: { en: "Still there", "zh-Hans": "仍在", "zh-Hant": "仍在" },
  "survival-described": {
    en: "{label}: {share} still there in {period}.",
    "zh-Hans": "{label}：{period}仍有 {share}。",
    "zh-Hant": "{label}：{period}仍有 {share}。",
  },
  "survival-half": {
    en: "{label}: half are gone in {period}.",
    "zh-Hans": "{label}：{period}半数已离开。",
    "zh-Hant": "{label}：{period}半數已離開。",
  },
  "share-described": {
    en: "{label}, {name}: {share} in {period}.",
    "zh-Hans": "{label}，{name}：{period}为 {share}。",
    "zh-Hant": "{label}，{name}：{period}為 {share}。",
  },
  "share-half": {
    en: "{label}, {name}: half in {period}.",
    "zh-Hans": "{label}，{name}：{period}为半数。",
    "zh-Hant": "{label}，{name}：{period}為半數。",
  },
  recency: {
    en: "How recent the last order is",
    "zh-Hans": "最近一次购买",
    "zh-Hant": "最近一次購買",
  },
  frequency: { en: "How often they order", "zh-Hans": "购买频率", "zh-Hant": "購買頻率" },
  "recency-score": { en: "Recency", "zh-Hans": "近度", "zh-Hant": "近度" },
  "frequency-score": { en: "Frequency", "zh-Hans": "频度", "zh-Hant": "頻度" },
  low: { en: "low", "zh-Hans": "低", "zh-Hant": "低" },
  high: { en: "high", "zh-Hans": "高", "zh-Hant": "高" },
  note: { en: "Note", "zh-Hans": "备注", "zh-Hant": "備註" },
  "rfm-described": {
    en: "{customers} customers. Most of them, {most}, have recency {recency} and frequency {frequency}; {best} have the highest scores.",
    "zh-Hans":
      "共 {customers} 位顾客。最多的一格有 {most} 位：近度 {recency}，频度 {frequency}；得分最高的有 {best} 位。",
    "zh-Hant":
      "共 {customers} 位顧客。最多的一格有 {most} 位：近度 {recency}，頻度 {frequency}；得分最高的有 {best} 位。",
  },
  actual: { en: "Actual", "zh-Hans": "实际", "zh-Hant": "實際" },
  expected: { en: "Expected", "zh-Hans": "预测", "zh-Hant": "預測" },
  "hold-out": { en: "hold-out", "zh-Hans": "检验期", "zh-Hant": "檢驗期" },
  "tracking-described": {
    en: "Up to {period}: {actual} against {expected} expected, {gap}.",
    "zh-Hans": "截至{period}：实际 {actual}，预测 {expected}，{gap}。",
    "zh-Hant": "截至{period}：實際 {actual}，預測 {expected}，{gap}。",
  },
  "hold-out-described": {
    en: "What came from {period} on was not known to the forecast.",
    "zh-Hans": "{period}起的实际值，预测时尚未可知。",
    "zh-Hant": "{period}起的實際值，預測時尚未可知。",
  },
  "gap-over": {
    en: "{share} more than expected",
    "zh-Hans": "比预测多 {share}",
    "zh-Hant": "比預測多 {share}",
  },
  "gap-under": {
    en: "{share} fewer than expected",
    "zh-Hans": "比预测少 {share}",
    "zh-Hant": "比預測少 {share}",
  },
  "gap-none": { en: "as expected", "zh-Hans": "与预测相符", "zh-Hant": "與預測相符" },
  period: { en: "Period", "zh-Hans": "时期", "zh-Hant": "時期" },
  answers: { en: "Answers", "zh-Hans": "回答数", "zh-Hant": "回答數" },
  "nps-described": {
    en: "Net promoter score, {first} in {from}, {last} in {to}.",
    "zh-Hans": "净推荐值：{from} 为 {first}，{to} 为 {last}。",
    "zh-Hant": "淨推薦值：{from} 為 {first}，{to} 為 {last}。",
  },
  "nps-none": { en: "No answers.", "zh-Hans": "没有回答。", "zh-Hant": "沒有回答。" },
  interval95: { en: "Interval", "zh-Hans": "区间", "zh-Hant": "區間" },
  step: { en: "Step", "zh-Hans": "环节", "zh-Hant": "環節" },
  value: { en: "Value", "zh-Hans": "数值", "zh-Hant": "數值" },
} as const satisfies Record<string, LocalizedText>;

/** What a figure can say. */
type Sentence = keyof typeof SENTENCES;

/** What a figure says, in one language. */
export interface PlotWords {
  /** The language that was found. */
  readonly locale: string;
  /** What stands between two sentences. */
  readonly gap: "" | " ";
  /** What ends a sentence. */
  readonly stop: "." | "。";
  readonly say: (sentence: Sentence, facts?: Readonly<Record<string, string | number>>) => string;
}

/** The words of a language; English where there are none. */
export function wordsIn(locale: string): PlotWords {
  const served = localize(SENTENCES.mean, locale)?.locale ?? "en";
  return {
    locale: served,
    gap: served === "en" ? " " : "",
    stop: served === "en" ? "." : "。",
    say: (sentence, facts = {}) =>
      SENTENCES[sentence][served as "en"].replace(/\{(\w+)\}/g, (_, name: string) =>
        String(facts[name]),
      ),
  };
}

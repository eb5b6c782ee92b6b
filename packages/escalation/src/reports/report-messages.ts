import type { MessageCatalogue } from "@kefu/core";

/** Sentences for what each report measures, in English, 简体 and 繁體. */
export const reportMessages: MessageCatalogue = {
  attainment: {
    en: "Targets met: {hits} of {n} that are decided.",
    "zh-Hans": "已判定的{n}项目标中，达成{hits}项。",
    "zh-Hant": "已判定的{n}項目標中，達成{hits}項。",
  },
  "first-contact-resolution": {
    en: "Solved at the first contact: {hits} of {n} solved tickets.",
    "zh-Hans": "已解决的{n}张工单中，{hits}张首次联系即解决。",
    "zh-Hant": "已解決的{n}張工單中，{hits}張首次聯繫即解決。",
  },
  "reopen-rate": {
    en: "Came back after being solved: {hits} of {n} tickets.",
    "zh-Hans": "曾解决的{n}张工单中，{hits}张被重新打开。",
    "zh-Hant": "曾解決的{n}張工單中，{hits}張被重新開啟。",
  },
  "working-time": {
    en: "Working time until fulfilled, over {n} clocks.",
    "zh-Hans": "{n}个时钟从开始到完成的工作时间。",
    "zh-Hant": "{n}個時鐘從開始到完成的工作時間。",
  },
  "elapsed-time": {
    en: "Time on the wall until fulfilled, over {n} clocks.",
    "zh-Hans": "{n}个时钟从开始到完成的实际时间。",
    "zh-Hant": "{n}個時鐘從開始到完成的實際時間。",
  },
  backlog: {
    en: "Open tickets: {n}.",
    "zh-Hans": "有{n}张工单未解决。",
    "zh-Hant": "有{n}張工單未解決。",
  },
};

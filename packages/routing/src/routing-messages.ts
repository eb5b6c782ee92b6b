import type { MessageCatalogue } from "@kefu/core";

/** Sentences for why agents were ranked or left out, and tickets placed, in English, 简体 and 繁體. */
export const routingMessages: MessageCatalogue = {
  "skill-missing": {
    en: "Needs {skill} at level {needed}, has level {level}.",
    "zh-Hans": "需要{skill}达到{needed}级，现为{level}级。",
    "zh-Hant": "需要{skill}達到{needed}級，現為{level}級。",
  },
  "language-missing": {
    en: "Does not write {language}.",
    "zh-Hans": "不使用语言{language}。",
    "zh-Hant": "不使用語言{language}。",
  },
  declined: {
    en: "Handed it back or must not get it.",
    "zh-Hans": "已退回或不得受理。",
    "zh-Hant": "已退回或不得受理。",
  },
  "hours-closed": {
    en: "Outside working hours ({calendar}).",
    "zh-Hans": "不在工作时间内（{calendar}）。",
    "zh-Hant": "不在工作時間內（{calendar}）。",
  },
  absent: {
    en: "Away until {until}.",
    "zh-Hans": "缺勤至{until}。",
    "zh-Hant": "缺勤至{until}。",
  },
  "capacity-full": {
    en: "Has {load} of {capacity}, no room for {size} more.",
    "zh-Hans": "已负责{load}（上限{capacity}），无法再接{size}。",
    "zh-Hant": "已負責{load}（上限{capacity}），無法再接{size}。",
  },
  "time-until-due": {
    en: "{minutes} min of working time left until it is due.",
    "zh-Hans": "距到期还有{minutes}分钟工作时间。",
    "zh-Hant": "距到期還有{minutes}分鐘工作時間。",
  },
  "nothing-due": {
    en: "Nothing is due.",
    "zh-Hans": "没有到期事项。",
    "zh-Hant": "沒有到期事項。",
  },
  "known-person": {
    en: "The customer knows this person.",
    "zh-Hans": "客户熟悉此人。",
    "zh-Hant": "客戶熟悉此人。",
  },
  "fair-share": {
    en: "Got {got} lately; the fair share is {percent} %.",
    "zh-Hans": "近期分得{got}张，应占{percent}%。",
    "zh-Hant": "近期分得{got}張，應佔{percent}%。",
  },
  rested: {
    en: "No new ticket for {minutes} min.",
    "zh-Hans": "{minutes}分钟未接新工单。",
    "zh-Hant": "{minutes}分鐘未接新工單。",
  },
  "never-assigned": {
    en: "Has not had a ticket yet.",
    "zh-Hans": "尚未接过工单。",
    "zh-Hant": "尚未接過工單。",
  },
  "no-agents": {
    en: "There is nobody to ask.",
    "zh-Hans": "没有可分配的人员。",
    "zh-Hant": "沒有可分配的人員。",
  },
  "nobody-qualified": {
    en: "None of {agents} has the skills and the language.",
    "zh-Hans": "{agents}人中无人具备所需技能和语言。",
    "zh-Hant": "{agents}人中無人具備所需技能和語言。",
  },
  "nobody-on-duty": {
    en: "None of {qualified} qualified people is on duty.",
    "zh-Hans": "{qualified}名合格人员均不在岗。",
    "zh-Hant": "{qualified}名合格人員均不在崗。",
  },
  "nobody-free": {
    en: "None of {onDuty} people on duty has room.",
    "zh-Hans": "{onDuty}名在岗人员均无余力。",
    "zh-Hant": "{onDuty}名在崗人員均無餘力。",
  },
  due: {
    en: "Due at {at}.",
    "zh-Hans": "到期时间：{at}。",
    "zh-Hant": "到期時間：{at}。",
  },
  "waiting-limit": {
    en: "May wait until {at} at priority {priority}.",
    "zh-Hans": "按优先级{priority}，最迟等到{at}。",
    "zh-Hant": "按優先級{priority}，最遲等到{at}。",
  },
};

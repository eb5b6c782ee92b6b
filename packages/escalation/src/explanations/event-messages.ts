import type { MessageCatalogue } from "@kefu/core";
import { three } from "./three-languages.ts";

/** What happened to a ticket, and why. */
export const eventMessages: MessageCatalogue = {
  "clock-started": three(
    "“{target}” began to count.",
    "“{target}”开始计时。",
    "「{target}」開始計時。",
  ),
  "clock-paused": three(
    "Stands still while the ticket is “{state}”.",
    "工单处于“{state}”状态，计时暂停。",
    "工單處於「{state}」狀態，計時暫停。",
  ),
  "clock-resumed": three(
    "Counts on, as the ticket is “{state}”.",
    "工单处于“{state}”状态，继续计时。",
    "工單處於「{state}」狀態，繼續計時。",
  ),
  "clock-cancelled": three(
    "“{target}” no longer applies.",
    "“{target}”不再适用。",
    "「{target}」不再適用。",
  ),
  "target-met": three(
    "“{target}” was met in time.",
    "“{target}”按时完成。",
    "「{target}」按時完成。",
  ),
  "fulfilled-late": three(
    "“{target}” was fulfilled after its deadline.",
    "“{target}”逾期后完成。",
    "「{target}」逾期後完成。",
  ),
  breached: three(
    "“{target}” was not met by its deadline.",
    "“{target}”未在期限内完成。",
    "「{target}」未在期限內完成。",
  ),
  "threshold-reached": three(
    "“{target}” reached “{threshold}”.",
    "“{target}”到达“{threshold}”。",
    "「{target}」到達「{threshold}」。",
  ),
  retargeted: three(
    "“{to}” took the place of “{from}”.",
    "目标由“{from}”改为“{to}”。",
    "目標由「{from}」改為「{to}」。",
  ),
  "calendar-changed": three(
    "Opening hours changed; “{target}” was reckoned anew.",
    "营业时间变更，“{target}”已重新计算。",
    "營業時間變更，「{target}」已重新計算。",
  ),
  "level-raised-unsolved": three(
    "Attempts on level “{from}” left the need unmet.",
    "在“{from}”层级尝试后仍未解决。",
    "在「{from}」層級嘗試後仍未解決。",
  ),
  "level-raised-limit": three(
    "The need stayed on level “{from}” as long as it may.",
    "在“{from}”层级停留已达上限。",
    "在「{from}」層級停留已達上限。",
  ),
  "level-raised-person": three(
    "The customer wishes to speak to a person.",
    "客户希望由人工接待。",
    "客戶希望由專人接待。",
  ),
  "level-raised-complaint": three(
    "A complaint is looked after by people.",
    "投诉由专人处理。",
    "投訴由專人處理。",
  ),
  "need-met": three(
    "The need was met on level “{from}”; “{to}” is offered.",
    "需求已在“{from}”层级满足，邀请进入“{to}”。",
    "需求已在「{from}」層級滿足，邀請進入「{to}」。",
  ),
  "promise-at-risk": three(
    "The promise “{promise}” may not be kept.",
    "承诺“{promise}”可能无法兑现。",
    "承諾「{promise}」可能無法兌現。",
  ),
  "bad-news-due": three(
    "Tell the customer now that “{promise}” will not be kept, and what helps until then.",
    "请立即告知客户“{promise}”无法按时兑现，并提供临时方案。",
    "請立即告知客戶「{promise}」無法按時兌現，並提供臨時方案。",
  ),
  "promise-broken": three(
    "The promise “{promise}” was not kept.",
    "承诺“{promise}”未兑现。",
    "承諾「{promise}」未兌現。",
  ),
  "complaint-unsettled": three(
    "The complaint is neither confirmed as settled nor silent long enough.",
    "投诉尚未确认解决，客户静默期也未满。",
    "投訴尚未確認解決，客戶靜默期也未滿。",
  ),
  "fact-recorded": three("“{fact}” was taken down.", "已记录“{fact}”。", "已記錄「{fact}」。"),
  "never-due": three(
    "“{target}” has no deadline: the calendar {calendar} does not open often enough.",
    "“{target}”没有期限：日历{calendar}的开放时间不足。",
    "「{target}」沒有期限：行事曆{calendar}的開放時間不足。",
  ),
  "level-raised-recurrence": three(
    "What had been complained about came back.",
    "已投诉的问题再次出现。",
    "已投訴的問題再次出現。",
  ),
  "level-raised-asked": three(
    "Somebody raised it from level “{from}” to “{to}”.",
    "已由“{from}”层级手动升级至“{to}”。",
    "已由「{from}」層級手動升級至「{to}」。",
  ),
  "promise-made": three(
    "“{promise}” was promised.",
    "已作出承诺“{promise}”。",
    "已作出承諾「{promise}」。",
  ),
  "bad-news-told": three(
    "The customer was told that “{promise}” will be late.",
    "已告知客户“{promise}”将会延迟。",
    "已告知客戶「{promise}」將會延遲。",
  ),
  "promise-kept": three(
    "The promise “{promise}” was kept.",
    "承诺“{promise}”已兑现。",
    "承諾「{promise}」已兌現。",
  ),
  "promise-renegotiated": three(
    "With the customer’s consent another promise took the place of “{promise}”.",
    "经客户同意，“{promise}”已由新的承诺取代。",
    "經客戶同意，「{promise}」已由新的承諾取代。",
  ),
  "promise-withdrawn": three(
    "The promise “{promise}” was withdrawn.",
    "承诺“{promise}”已撤回。",
    "承諾「{promise}」已撤回。",
  ),
  "complaint-opened": three(
    "The customer complains of “{symptom}”.",
    "客户投诉“{symptom}”。",
    "客戶投訴「{symptom}」。",
  ),
  "complaint-recurred": three(
    "“{symptom}” came back after it had been settled.",
    "“{symptom}”解决后再次出现。",
    "「{symptom}」解決後再次出現。",
  ),
  "complaint-settled": three(
    "The customer accepted the remedy “{remedy}”.",
    "客户已接受补救方案“{remedy}”。",
    "客戶已接受補救方案「{remedy}」。",
  ),
  "complaint-closed-confirmed": three(
    "The customer confirmed that “{symptom}” is settled.",
    "客户已确认“{symptom}”得到解决。",
    "客戶已確認「{symptom}」得到解決。",
  ),
  "complaint-closed-silence": three(
    "After the remedy for “{symptom}” the customer was silent long enough.",
    "“{symptom}”补救后，客户静默期已满。",
    "「{symptom}」補救後，客戶靜默期已滿。",
  ),
};

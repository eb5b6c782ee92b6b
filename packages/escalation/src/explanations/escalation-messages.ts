import type { MessageCatalogue } from "@kefu/core";

const three = (en: string, hans: string, hant: string) => ({
  en,
  "zh-Hans": hans,
  "zh-Hant": hant,
});

/** Sentences for why clocks stand as they do and why events happened, in English, 简体 and 繁體. */
export const escalationMessages: MessageCatalogue = {
  "clock-is-running": three(
    "“{target}” is due on {at} ({timeZone}).",
    "“{target}”应于{at}（{timeZone}）前完成。",
    "「{target}」應於{at}（{timeZone}）前完成。",
  ),
  "clock-is-paused": three(
    "“{target}” stands still and has no deadline for now; {used} are used up.",
    "“{target}”已暂停，目前没有期限；已用{used}。",
    "「{target}」已暫停，目前沒有期限；已用{used}。",
  ),
  "clock-is-met": three(
    "“{target}” was met on {at} ({timeZone}) after {used}.",
    "“{target}”已于{at}（{timeZone}）按时完成，用时{used}。",
    "「{target}」已於{at}（{timeZone}）按時完成，用時{used}。",
  ),
  "clock-is-breached": three(
    "“{target}” has been overdue since {due} ({timeZone}).",
    "“{target}”自{due}（{timeZone}）起已超时。",
    "「{target}」自{due}（{timeZone}）起已逾時。",
  ),
  "clock-is-cancelled": three(
    "“{target}” ended on {at} without a verdict.",
    "“{target}”已于{at}终止，不作评定。",
    "「{target}」已於{at}終止，不作評定。",
  ),
  "clock-is-never-due": three(
    "“{target}” is never due: the calendar {calendar} does not open often enough.",
    "“{target}”没有期限：日历{calendar}的开放时间不足。",
    "「{target}」沒有期限：行事曆{calendar}的開放時間不足。",
  ),
  "clock-counts-working": three(
    "Policy {policy}, rule {rule}, gives {budget} of working time from {from} on, by the calendar {calendar}.",
    "依据政策{policy}的规则{rule}，自{from}起按日历{calendar}计{budget}工作时间。",
    "依據政策{policy}的規則{rule}，自{from}起按行事曆{calendar}計{budget}工作時間。",
  ),
  "clock-counts-wall": three(
    "Policy {policy}, rule {rule}, gives {budget} from {from} on, day and night.",
    "依据政策{policy}的规则{rule}，自{from}起不分昼夜计{budget}。",
    "依據政策{policy}的規則{rule}，自{from}起不分晝夜計{budget}。",
  ),
  "left-out-closed": three(
    "Closed hours left out: {sum}.",
    "不计非工作时间：{sum}。",
    "不計非工作時間：{sum}。",
  ),
  "left-out-holiday": three(
    "Holidays left out: {spans}.",
    "不计节假日：{spans}。",
    "不計節假日：{spans}。",
  ),
  "left-out-break": three(
    "Breaks left out: {spans}.",
    "不计休息时段：{spans}。",
    "不計休息時段：{spans}。",
  ),
  "left-out-paused": three(
    "Pauses left out, {sum}: {spans}.",
    "不计暂停时间，共{sum}：{spans}。",
    "不計暫停時間，共{sum}：{spans}。",
  ),
  hours: three("{n} h ", "{n}小时", "{n}小時"),
  minutes: three("{n} min", "{n}分钟", "{n}分鐘"),
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
  "late-fact": three(
    "The fact “{fact}” came late and changes what had been told.",
    "事实“{fact}”迟到，更正此前的通知。",
    "事實「{fact}」遲到，更正先前的通知。",
  ),
};

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
  "not-open": three(
    "The ticket had not been opened yet.",
    "工单当时尚未建立。",
    "工單當時尚未建立。",
  ),
  "already-open": three(
    "The ticket had been opened before.",
    "工单此前已建立。",
    "工單先前已建立。",
  ),
  "not-resolved": three(
    "The ticket was not solved, so there was nothing to reopen.",
    "工单尚未解决，无需重新打开。",
    "工單尚未解決，無需重新開啟。",
  ),
  "no-ladder": three(
    "The policy has no such level.",
    "政策中没有这一层级。",
    "政策中沒有這一層級。",
  ),
  "not-higher": three(
    "The ticket was on that level, or a higher one, already.",
    "工单已处于该层级或更高层级。",
    "工單已處於該層級或更高層級。",
  ),
  "unknown-policy": three(
    "There is no such policy, or none in force then.",
    "没有这项政策，或当时尚未生效。",
    "沒有這項政策，或當時尚未生效。",
  ),
  "unknown-calendar": three(
    "The ticket does not go by that calendar, or there is no such version of it.",
    "工单不使用该日历，或该日历没有此版本。",
    "工單不使用該行事曆，或該行事曆沒有此版本。",
  ),
  "promise-known": three(
    "A promise of that name was there already.",
    "已有同名承诺。",
    "已有同名承諾。",
  ),
  "promise-unknown": three(
    "There is no promise of that name.",
    "没有该名称的承诺。",
    "沒有該名稱的承諾。",
  ),
  "promise-without-date": three(
    "A promise needs a date, or a target of the policy that gives one.",
    "承诺须有日期，或由政策目标给出日期。",
    "承諾須有日期，或由政策目標給出日期。",
  ),
  "promise-already-late": three(
    "A promise cannot be due before it is made.",
    "承诺的日期不能早于作出之时。",
    "承諾的日期不能早於作出之時。",
  ),
  "promise-not-open": three(
    "The promise had been kept, broken, replaced, or withdrawn before.",
    "该承诺此前已兑现、违约、被取代或撤回。",
    "該承諾先前已兌現、違約、被取代或撤回。",
  ),
  "not-agreed": three(
    "The customer did not agree, so the promise stands.",
    "客户未同意，原承诺继续有效。",
    "客戶未同意，原承諾繼續有效。",
  ),
  "no-bad-news-owed": three(
    "There was no bad news to tell.",
    "当时没有需要告知的坏消息。",
    "當時沒有需要告知的壞消息。",
  ),
  "no-open-complaint": three(
    "There was no open complaint.",
    "当时没有未结的投诉。",
    "當時沒有未結的投訴。",
  ),
  "complaint-open": three(
    "The same complaint was open already.",
    "同一投诉正在处理中。",
    "同一投訴正在處理中。",
  ),
  "another-complaint-open": three(
    "Another complaint of this ticket was open.",
    "该工单的另一投诉正在处理中。",
    "該工單的另一投訴正在處理中。",
  ),
  "remedy-known": three(
    "That remedy had been offered before.",
    "该补救方案此前已提出。",
    "該補救方案先前已提出。",
  ),
  "remedy-not-offered": three(
    "That remedy was not on offer.",
    "该补救方案当时未提出。",
    "該補救方案當時未提出。",
  ),
  "already-invited": three(
    "The customer has been invited before.",
    "此前已邀请该客户。",
    "先前已邀請該客戶。",
  ),
  "not-invited": three(
    "There is no invitation that waits for an answer.",
    "目前没有待回复的邀请。",
    "目前沒有待回覆的邀請。",
  ),
  "answered-too-late": three(
    "The invitation had lapsed before the answer came.",
    "回复时邀请已过期。",
    "回覆時邀請已過期。",
  ),
  "not-taking-part": three("The customer does not take part.", "该客户未参与。", "該客戶未參與。"),
  "nothing-contributed": three(
    "Nothing has been contributed yet.",
    "目前尚无贡献。",
    "目前尚無貢獻。",
  ),
  "late-fact": three(
    "The fact “{fact}” came late and changes what had been told.",
    "事实“{fact}”迟到，更正此前的通知。",
    "事實「{fact}」遲到，更正先前的通知。",
  ),
};

import type { MessageCatalogue } from "@kefu/core";
import { three } from "./three-languages.ts";

/** How a clock stands, and what it left out. */
export const clockMessages: MessageCatalogue = {
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
};

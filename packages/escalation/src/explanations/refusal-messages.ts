import type { MessageCatalogue } from "@kefu/core";
import { three } from "./three-languages.ts";

/** Why a command is refused, or a fact is not taken. */
export const refusalMessages: MessageCatalogue = {
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

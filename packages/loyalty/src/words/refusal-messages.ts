import type { LedgerRefusalCode } from "../decisions/refusal.ts";
import { three } from "./three-languages.ts";

/** Why a command is refused. */
export const refusalMessages = {
  "command-id-taken": three(
    "Another command has this id already.",
    "该编号已用于另一条指令。",
    "該編號已用於另一個指令。",
  ),
  "version-conflict": three(
    "The account has changed in the meantime. Please try again.",
    "账户在此期间已有变动，请重试。",
    "帳戶在此期間已有變動，請再試一次。",
  ),
  "unknown-programme": three(
    "There is no version {version} of the programme.",
    "积分计划没有第{version}版。",
    "點數計畫沒有第{version}版。",
  ),
  "programme-not-in-force": three(
    "The programme was not in force then.",
    "积分计划当时未生效。",
    "點數計畫當時未生效。",
  ),
  "account-closed": three(
    "The account was closed and is part of {into} now.",
    "账户已关闭，并入{into}。",
    "帳戶已關閉，併入{into}。",
  ),
  "not-a-member": three(
    "Only those who share this account can do that.",
    "只有共享此账户的成员才能这样做。",
    "只有共用此帳戶的成員才能這樣做。",
  ),
  "other-currency": three(
    "Orders in {currency} earn no points here.",
    "{currency}订单在此不累计积分。",
    "{currency}訂單在此不累計點數。",
  ),
  "order-known": three(
    "Order {order} has earned its points already.",
    "订单{order}已累计过积分。",
    "訂單{order}已累計過點數。",
  ),
  "unknown-order": three(
    "Order {order} is not known.",
    "没有订单{order}的记录。",
    "沒有訂單{order}的紀錄。",
  ),
  "unknown-line": three(
    "Order {order} has no line {line}.",
    "订单{order}中没有{line}这一项。",
    "訂單{order}中沒有{line}這一項。",
  ),
  "unknown-activity": three(
    "There are no points for {activity}.",
    "{activity}没有积分。",
    "{activity}沒有點數。",
  ),
  "unknown-redemption": three(
    "No points were used under {redemption}.",
    "没有使用积分的记录{redemption}。",
    "沒有使用點數的紀錄{redemption}。",
  ),
  "unknown-hold": three(
    "No points are held under {hold} any more.",
    "{hold}已没有冻结的积分。",
    "{hold}已沒有保留的點數。",
  ),
  "unknown-transfer": three(
    "There was no transfer {transfer}.",
    "没有转账记录{transfer}。",
    "沒有轉帳紀錄{transfer}。",
  ),
  "unknown-card": three(
    "There is no stamp card {card}.",
    "没有集点卡{card}。",
    "沒有集點卡{card}。",
  ),
  "more-than-bought": three(
    "That is more than was bought and not yet returned.",
    "超过已购买且尚未退回的部分。",
    "超過已購買且尚未退回的部分。",
  ),
  "more-than-taken": three(
    "That is more than was used or held.",
    "超过已使用或冻结的积分。",
    "超過已使用或保留的點數。",
  ),
  "hold-over": three(
    "The hold would be over before it begins.",
    "冻结在开始之前就已到期。",
    "保留在開始之前就已到期。",
  ),
  "condition-not-met": three(
    "What these points ask for is not met.",
    "不符合获得积分的条件。",
    "不符合獲得點數的條件。",
  ),
  "limit-reached": three(
    "These points were given as often as they can be.",
    "获得积分的次数已达上限。",
    "獲得點數的次數已達上限。",
  ),
  "same-household": three(
    "There are no points among people of one household.",
    "同一家庭的成员之间不累计积分。",
    "同一家庭的成員之間不累計點數。",
  ),
  "nothing-awaits": three(
    "No points are waiting for that.",
    "没有因此待生效的积分。",
    "沒有因此待生效的點數。",
  ),
  insufficient: three(
    "{points} would be needed, and {availablePoints} can be used.",
    "需要{points}积分，可用{availablePoints}积分。",
    "需要{points}點，可用{availablePoints}點。",
  ),
  "below-minimum": three(
    "At least {minimumPoints} points are used at once.",
    "每次至少使用{minimumPoints}积分。",
    "每次至少使用{minimumPoints}點。",
  ),
  "not-a-multiple": three(
    "Points are used in steps of {stepPoints}.",
    "积分须按{stepPoints}的倍数使用。",
    "點數須按{stepPoints}的倍數使用。",
  ),
  "over-share": three(
    "Points pay at most {mostMinor} of this order.",
    "此订单最多可用积分抵扣{mostMinor}。",
    "此訂單最多可用點數折抵{mostMinor}。",
  ),
  "no-points": three("There are no points for that.", "没有相应的积分。", "沒有相應的點數。"),
  "too-many-points": three(
    "That is more than can be booked at once.",
    "超过一次可记入的上限。",
    "超過一次可記入的上限。",
  ),
  "transfer-known": three(
    "Transfer {transfer} was booked already.",
    "转账{transfer}已记入。",
    "轉帳{transfer}已記入。",
  ),
  "no-full-card": three("The stamp card is not full yet.", "集点卡尚未集满。", "集點卡尚未集滿。"),
  "member-known": three(
    "{member} shares the account already.",
    "{member}已共享此账户。",
    "{member}已共用此帳戶。",
  ),
  "names-in-both": three(
    "Both accounts have {name}.",
    "两个账户都有{name}。",
    "兩個帳戶都有{name}。",
  ),
} as const satisfies Readonly<Record<LedgerRefusalCode, object>>;

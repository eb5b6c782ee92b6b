import type { LedgerEvent } from "../ledger/events.ts";
import { three } from "./three-languages.ts";

/** What happened, by the type of the event. `{s}` is the English plural. */
export const eventMessages = {
  PointsEarned: three(
    "{n} point{s} for order {order}{rules}.",
    "订单{order}获得{n}积分{rules}。",
    "訂單{order}獲得{n}點{rules}。",
  ),
  ActivityRewarded: three(
    "{n} point{s} for {activity}.",
    "{activity}获得{n}积分。",
    "{activity}獲得{n}點。",
  ),
  PointsConfirmed: three("{n} point{s} can be used now.", "{n}积分已生效。", "{n}點已生效。"),
  OrderRefunded: three(
    "{n} point{s} taken back, as something of order {order} was returned.",
    "订单{order}有退货，扣回{n}积分。",
    "訂單{order}有退貨，扣回{n}點。",
  ),
  ActivityCancelled: three(
    "{n} point{s} taken back, as what earned them is void.",
    "获得积分的事由已失效，扣回{n}积分。",
    "獲得點數的事由已失效，扣回{n}點。",
  ),
  PointsRedeemed: three(
    "{n} point{s} used, worth {value}.",
    "使用{n}积分，抵扣{value}。",
    "使用{n}點，折抵{value}。",
  ),
  RedemptionReversed: three(
    "{n} point{s} came back after use.",
    "退回已使用的{n}积分。",
    "退回已使用的{n}點。",
  ),
  PointsHeld: three(
    "{n} point{s} set aside for a checkout.",
    "结账期间冻结{n}积分。",
    "結帳期間保留{n}點。",
  ),
  HoldCaptured: three(
    "{n} point{s} used, worth {value}.",
    "使用{n}积分，抵扣{value}。",
    "使用{n}點，折抵{value}。",
  ),
  HoldVoided: three("{n} point{s} no longer set aside.", "解除冻结{n}积分。", "解除保留{n}點。"),
  PointsAdjusted: three(
    "Corrected by {n} point{s}: {reason}",
    "人工调整{n}积分：{reason}",
    "人工調整{n}點：{reason}",
  ),
  PointsSent: three("{n} point{s} sent to {to}.", "转出{n}积分给{to}。", "轉出{n}點給{to}。"),
  PointsReceived: three(
    "{n} point{s} received from {from}.",
    "收到{from}转来的{n}积分。",
    "收到{from}轉來的{n}點。",
  ),
  ExpiryExtended: three(
    "{n} point{s} can be used longer, through {last}: {reason}",
    "{n}积分延期至{last}：{reason}",
    "{n}點延期至{last}：{reason}",
  ),
  RewardClaimed: three(
    "Reward of a full stamp card: {card}.",
    "集满集点卡的奖励：{card}。",
    "集滿集點卡的獎勵：{card}。",
  ),
  MemberJoined: three(
    "{member} shares the account from now on.",
    "{member}开始共享此账户。",
    "{member}開始共用此帳戶。",
  ),
  MemberLeft: three(
    "{member} no longer shares the account.",
    "{member}不再共享此账户。",
    "{member}不再共用此帳戶。",
  ),
  AccountMerged: three(
    "The points of account {from} moved in.",
    "账户{from}的积分已并入。",
    "帳戶{from}的點數已併入。",
  ),
  AccountClosed: three(
    "All moved into account {into}.",
    "全部并入账户{into}。",
    "全部併入帳戶{into}。",
  ),
  rules: three(" ({rules})", "（{rules}）", "（{rules}）"),
  comma: three(", ", "、", "、"),
} as const satisfies Readonly<Record<LedgerEvent["type"] | "rules" | "comma", object>>;

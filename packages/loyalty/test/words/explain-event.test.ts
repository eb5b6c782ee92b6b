import { describe, expect, it } from "vitest";
import { explainEvent } from "../../src/index.ts";
import { day, ledgerFor, orderOf } from "../ledger-scenario.ts";

const at = day("2026-11-24");
const ledger = ledgerFor({
  ...{ version: 1, timeZone: "UTC", currency: "TWD" },
  rules: [
    { id: "base", give: { points: 1, per: 100 } },
    { id: "double", give: { multiply: [2, 1] } },
  ],
  tierMultipliers: { gold: [3, 2] },
  activities: [{ id: "review", points: 1 }],
  stamps: [{ id: "tea", needed: 1, reward: "a cup" }],
  expiry: { kind: "fixed", after: { months: 12 } },
  vesting: { action: "delivered" },
  redemption: { points: 1, valueMinor: 100 },
});
const by = { reason: "Sorry", author: "mei" };
const commands: readonly object[] = [
  {
    ...{ type: "earn", tier: "gold" },
    order: { ...orderOf("o1", [{ net: 100_000 }, { net: 20_000 }]), currency: "TWD" },
  },
  { type: "earn", order: { ...orderOf("o2", [{ net: 10 }]), currency: "TWD" } },
  { type: "confirm", source: "order/o1", action: "delivered" },
  { type: "reward", activity: "review" },
  { type: "redeem", points: 1_000 },
  { type: "reverse", redemptionId: "c5", points: 5 },
  { type: "hold", points: 10 },
  { type: "capture", holdId: "c7", points: 4 },
  { type: "hold", points: 1 },
  { type: "void", holdId: "c9" },
  { type: "refund", orderId: "o1", lines: [{ lineId: "1", amountMinor: 20_000 }] },
  { type: "cancel", activityId: "c4" },
  { type: "adjust", points: 30, ...by },
  { type: "adjust", points: -1, ...by },
  { type: "send", transferId: "t1", to: "Lin", points: 5 },
  {
    ...{ type: "receive", transferId: "t2", from: "Lin" },
    lots: [{ id: 0, points: 5, earnedAt: at, availableAt: at, expiresAt: 8.64e15, source: "x" }],
  },
  { type: "extend", until: day("2030-01-01"), ...by },
  { type: "claim", card: "tea" },
  { type: "join", member: "Lin" },
  { type: "leave", member: "Lin" },
  { type: "merge", from: "old", state: ledger.decider.initial },
  { type: "close", into: "new" },
];
for (const command of commands) ledger.tell({ at, ...command } as never);

const told = (locale: string, names: Readonly<Record<string, string>> = {}) =>
  ledger.events.map((event) =>
    explainEvent(event, { locale, timeZone: "Asia/Taipei", currency: "TWD", names }),
  );

describe("a history", () => {
  it("is told in English", () => {
    expect(told("en")).toMatchInlineSnapshot(`
      [
        "3,600 points for order o1 (gold, base, double).",
        "0 points for order o2.",
        "3,600 points can be used now.",
        "1 point for review.",
        "1,000 points used, worth NT$1,000.00.",
        "5 points came back after use.",
        "10 points set aside for a checkout.",
        "4 points used, worth NT$4.00.",
        "1 point set aside for a checkout.",
        "1 point no longer set aside.",
        "600 points taken back, as something of order o1 was returned.",
        "1 point taken back, as what earned them is void.",
        "Corrected by +30 points: Sorry",
        "Corrected by -1 point: Sorry",
        "5 points sent to Lin.",
        "5 points received from Lin.",
        "2,025 points can be used longer, through January 1, 2030: Sorry",
        "Reward of a full stamp card: tea.",
        "Lin shares the account from now on.",
        "Lin no longer shares the account.",
        "The points of account old moved in.",
        "All moved into account new.",
      ]
    `);
  });

  it("is told in 简体", () => {
    expect(told("zh-CN", { base: "每满1元", gold: "金卡" })).toMatchInlineSnapshot(`
      [
        "订单o1获得3,600积分（金卡、每满1元、double）。",
        "订单o2获得0积分。",
        "3,600积分已生效。",
        "review获得1积分。",
        "使用1,000积分，抵扣NT$1,000.00。",
        "退回已使用的5积分。",
        "结账期间冻结10积分。",
        "使用4积分，抵扣NT$4.00。",
        "结账期间冻结1积分。",
        "解除冻结1积分。",
        "订单o1有退货，扣回600积分。",
        "获得积分的事由已失效，扣回1积分。",
        "人工调整+30积分：Sorry",
        "人工调整-1积分：Sorry",
        "转出5积分给Lin。",
        "收到Lin转来的5积分。",
        "2,025积分延期至2030年1月1日：Sorry",
        "集满集点卡的奖励：tea。",
        "Lin开始共享此账户。",
        "Lin不再共享此账户。",
        "账户old的积分已并入。",
        "全部并入账户new。",
      ]
    `);
  });

  it("is told in 繁體", () => {
    const names = { review: "撰寫評論", tea: "茶飲卡" };
    expect(told("zh-TW", names)).toMatchInlineSnapshot(`
      [
        "訂單o1獲得3,600點（gold、base、double）。",
        "訂單o2獲得0點。",
        "3,600點已生效。",
        "撰寫評論獲得1點。",
        "使用1,000點，折抵$1,000.00。",
        "退回已使用的5點。",
        "結帳期間保留10點。",
        "使用4點，折抵$4.00。",
        "結帳期間保留1點。",
        "解除保留1點。",
        "訂單o1有退貨，扣回600點。",
        "獲得點數的事由已失效，扣回1點。",
        "人工調整+30點：Sorry",
        "人工調整-1點：Sorry",
        "轉出5點給Lin。",
        "收到Lin轉來的5點。",
        "2,025點延期至2030年1月1日：Sorry",
        "集滿集點卡的獎勵：茶飲卡。",
        "Lin開始共用此帳戶。",
        "Lin不再共用此帳戶。",
        "帳戶old的點數已併入。",
        "全部併入帳戶new。",
      ]
    `);
  });
});

it("takes no event that is none", () => {
  const language = { locale: "en", timeZone: "UTC", currency: "EUR" };
  const ask = () => explainEvent({ type: "PointsEarned" } as never, language);
  expect(ask).toThrowError(expect.objectContaining({ code: "invalid-input" }));
});
